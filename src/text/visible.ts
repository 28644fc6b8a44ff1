/** What a terminal obeys or does not show: controls, lone surrogates, formats, fillers, line separators. */
const HIDDEN = String.raw`[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\p{Cs}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]`;

/** Scripts whose words hold joiners: Persian and the like, and those of India and its neighbours. */
const JOINING = [
  ...['Arabic', 'Syriac', 'Mongolian', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu'],
  ...['Kannada', 'Malayalam', 'Sinhala', 'Khmer', 'Myanmar', 'Tibetan'],
];
const JOINED_LETTER = `[${JOINING.map((script) => String.raw`\p{Script=${script}}`).join('')}]`;
const JOINER = String.raw`(?<=${JOINED_LETTER})[\u200c\u200d](?=${JOINED_LETTER})`;

const PICTURE = String.raw`\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?`;
const EMOJI = String.raw`${PICTURE}(?:\u200d${PICTURE}){0,9}|[0-9#*]\ufe0f\u20e3`;
const FLAG = String.raw`\u{1f3f4}\u{e0067}\u{e0062}(?:\u{e0065}\u{e006e}\u{e0067}|\u{e0073}\u{e0063}\u{e0074}|\u{e0077}\u{e006c}\u{e0073})\u{e007f}`;

/** What most texts consist of. The full patterns take milliseconds to compile, so they are made on first use. */
const PLAIN = /^[\n\x20-\x7e\xa1-\xac\xae-\u02ff\u2010-\u2027\u2190-\u21ff\u2500-\u257f]*$/;
let patterns: { readonly suspicious: RegExp; readonly parts: RegExp } | undefined;
const TAB = '    ';

/** A piece of a text that is shown as something else, with its place in UTF-16 code units. */
export interface Replacement {
  readonly index: number;
  readonly length: number;
  readonly shown: string;
}

/** The characters of `text` that must not reach a terminal as they are. */
export function replacements(text: string): readonly Replacement[] {
  if (PLAIN.test(text)) return [];
  patterns ??= {
    suspicious: new RegExp(HIDDEN, 'u'),
    parts: new RegExp(`(${FLAG}|${EMOJI}|${JOINER})|(${HIDDEN})`, 'gu'),
  };
  if (!patterns.suspicious.test(text)) return [];
  const found: Replacement[] = [];
  for (const match of text.matchAll(patterns.parts)) {
    const hidden = match[2];
    if (hidden !== undefined) found.push({ index: match.index, length: hidden.length, shown: notation(hidden) });
  }
  return found;
}

/** Any text made safe for a terminal: lines stay, a tab is four spaces, what is hidden is written as `\u{1b}`. */
export function visible(text: string): string {
  let result = '';
  let done = 0;
  for (const { index, length, shown } of replacements(text)) {
    result += text.slice(done, index) + shown;
    done = index + length;
  }
  return result + text.slice(done);
}

/** `visible` on one line: each line break becomes a space. */
export function visibleLine(text: string): string {
  return visible(text.replaceAll(/\r\n|\n/g, ' '));
}

function notation(character: string): string {
  return character === '\t' ? TAB : `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`;
}
