import type { Edge } from '../graph.ts';

export interface Arrow {
  /** In UTF-16 code units. */
  readonly length: number;
  readonly style: Edge['style'];
  readonly direction: 'on' | 'back' | 'both' | 'none';
  /** Written within the arrow: `--HTTPS-->`. */
  readonly label?: string;
}

/** What people type, and what editors and input methods make of it. */
const ARROWS: readonly (readonly [RegExp, Edge['style'], Arrow['direction']])[] = [
  [/<[-–—─]+>|←[-–—─]*→|[↔⟷⇄⇆⇋⇌]\ufe0f?/y, 'call', 'both'],
  [/<=+>|[⇔⟺]|<-\.+->/y, 'message', 'both'],
  [/[-–—─]+(?:>{1,2}|[→▶►])|[→⟶↦↠⇉⇾➔➙➛-➯➱-➽▶►▸]\ufe0f?/y, 'call', 'on'],
  [/=+>{1,2}|[⇒⟹⇢⇨]|-\.+->|\.{2,}>|~+>/y, 'message', 'on'],
  [/<-\.+-|<=+|[⇐⟸⇠⇦]/y, 'message', 'back'],
  [/<{1,2}[-–—─]+|[←◀◄][-–—─]+|[←⟵◀◄◂]\ufe0f?/y, 'call', 'back'],
  [/(?<=\s)[-–—]{2,}(?=\s)/y, 'call', 'none'],
];

/** All characters that are arrows, read or not. */
export const ARROW_CHARACTERS = '←-⇿⟵-⟿➔➘-➾▶►▸◀◄◂';
/** Within a line: the beginning of an arrow that is read. */
export const SOME_ARROW = new RegExp(String.raw`[-–—─=~]>|\.\.>|<[-=]|[${ARROW_CHARACTERS}]|\s[-–—]{2,}\s`);
/** At the beginning of a line. */
export const LEADING_ARROW = new RegExp(String.raw`^\s*(?:<?[-–—=~.]+>|<[-–—=]+|[${ARROW_CHARACTERS}])`);

/** The arrow that starts at an offset of a line. A dash within a name is none. */
export function arrowAt(line: string, offset: number): Arrow | undefined {
  if (line[offset] !== '<') {
    const plain = plainArrowAt(line, offset);
    return plain === undefined || plain.direction === 'none' ? (labelledAt(line, offset) ?? plain) : plain;
  }
  return labelledAt(line, offset) ?? plainArrowAt(line, offset);
}

function plainArrowAt(line: string, offset: number): Arrow | undefined {
  for (const [pattern, style, direction] of ARROWS) {
    pattern.lastIndex = offset;
    if (pattern.test(line)) return { length: pattern.lastIndex - offset, style, direction };
  }
  return undefined;
}

/** A longer text is a fault as a name, too. */
const TEXT = `(?![-–—=.])([^<>;；${ARROW_CHARACTERS}]{1,80}?)`;
const ON = new RegExp(String.raw`(<?)([-–—]+\.*|=+)(\s*)${TEXT}(\s*)(?<![-–—=.])(\.*[-–—]+|=+)>{1,2}`, 'y');
const BACK = new RegExp(String.raw`<([-–—]+|=+)(?!\s)${TEXT}(?<![-–—=\s])(?:[-–—]+|=+)(?=\s)`, 'y');
const WRAPPED = /^(?:\(([^()]+)\)|\[([^[\]]+)\]|\|([^|]+)\||"([^"]+)")$/;

interface Halves {
  readonly isBoth: boolean;
  readonly first: string;
  readonly second: string;
  readonly text: string;
  readonly isSpaced: { readonly before: boolean; readonly first: boolean; readonly second: boolean };
}

/** `--text-->`, `-- text -->`, `-(text)->`, `<-text->`, `<-text-`. */
function labelledAt(line: string, offset: number): Arrow | undefined {
  const before = offset === 0 || /\s/.test(line[offset - 1] ?? '');
  const match = matchAt(ON, line, offset);
  if (match === null) return backAt(line, offset, before);
  const [whole, head = '', first = '', behind = '', text = '', ahead = '', second = ''] = match;
  const isSpaced = { before, first: behind !== '', second: ahead !== '' };
  const halves = { isBoth: head !== '', first, second, text: text.trim(), isSpaced };
  if (!isOneArrow(halves)) return undefined;
  const style = /[=.]/.test(first) ? 'message' : 'call';
  return { length: whole.length, style, direction: head === '' ? 'on' : 'both', label: unwrapped(halves.text) };
}

function backAt(line: string, offset: number, isSpaced: boolean): Arrow | undefined {
  const match = isSpaced ? matchAt(BACK, line, offset) : null;
  if (match === null) return undefined;
  const [whole, first = '', text = ''] = match;
  return {
    length: whole.length,
    style: first.includes('=') ? 'message' : 'call',
    direction: 'back',
    label: unwrapped(text),
  };
}

function isOneArrow({ isBoth, first, second, text, isSpaced }: Halves): boolean {
  const isTight = !isSpaced.first && !isSpaced.second;
  if (/[=.]/.exec(first)?.[0] !== /[=.]/.exec(second)?.[0] || text === '' || /(?:^|\s)[-–—]{2,}(?:\s|$)/.test(text))
    return false;
  if (isTight && /^[([|]/.test(text)) return WRAPPED.test(text);
  // `a <- b -> c` is a chain, and so is `a<-b->c`.
  if (isBoth) return isSpaced.before && isTight;
  // `-- (db) -->` has a component in it.
  if (first.length > 1 && !isSpaced.before) return isTight && second.length > 1;
  if (first.length > 1) return !/^[([]/.test(text) && (second.length > 1 || !isSpaced.first);
  return isSpaced.before && !isSpaced.first;
}

/** Whether a dash with spaces around it stands at an offset, with an arrow behind the next words: `a - b -> c`, `a -- b -> c`. */
export function isDoubtfulDash(line: string, offset: number): boolean {
  const match = matchAt(ON, line, offset);
  if (match === null || !/\s/.test(line[offset - 1] ?? '')) return false;
  const [, head, first = '', behind, text = ''] = match;
  return (
    head === '' && /^(?:=|[-–—]+)$/.test(first) && match[6]?.length === 1 && behind !== '' && !/[,，、:：]/.test(text)
  );
}

function matchAt(pattern: RegExp, line: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(line);
}

function unwrapped(text: string): string {
  return (
    WRAPPED.exec(text)
      ?.slice(1)
      .find((inner) => inner !== undefined) ?? text
  ).trim();
}
