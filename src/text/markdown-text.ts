/** What could begin or end an inline construct anywhere in a line. */
const inline = /[\\`*[\]<>|~]|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
/** What could begin a block at the start of a line: a heading, a list, a rule, a table. */
const block = /^(\s*)([#+=:-]|\d{1,9}(?=[.)]))/;

/**
 * Visible text as Markdown that reads as the same text: no construct of CommonMark or GitHub's dialect begins in it.
 * Only what could have an effect is escaped, so that it stays readable as it is.
 */
export function escapeMarkdown(text: string): string {
  return text.split('\n').map(escapeLine).join('\n');
}

function escapeLine(line: string): string {
  const escaped = line.replace(inline, '\\$&');
  // A number is made harmless by its dot: "1\." is text, "\1." would show the backslash.
  return escaped.replace(block, (_, space: string, start: string) =>
    /\d/.test(start) ? `${space}${start}\\` : `${space}\\${start}`,
  );
}

/** As a block quote, each line a line of its own. */
export function quoteMarkdown(text: string): string {
  return escapeMarkdown(text)
    .split('\n')
    .map((line) => line.trim())
    .map((line, index, lines) => {
      if (line === '') return '>';
      const hasFollower = index < lines.length - 1 && lines[index + 1] !== '';
      return hasFollower ? `> ${line}  ` : `> ${line}`;
    })
    .join('\n');
}

/** Controls but newline and tab, and halves of surrogate pairs, which no file can hold. */
const unwritable = /(?![\n\t])\p{Cc}|\p{Cs}/gu;

/**
 * The text byte for byte in a code block whose fence is longer than any run of backticks in it, so nothing in it can
 * end the block. Control characters stand as `\u{1b}`.
 */
export function fenceMarkdown(text: string): string {
  const shown = text.replace(unwritable, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`);
  const longest = (shown.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${shown}\n${fence}`;
}
