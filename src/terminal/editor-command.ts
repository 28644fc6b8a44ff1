/** What only a shell would understand: it must not be run as if it meant nothing. */
const SHELL_CHARACTERS = /[;&|$`()<>\n]/;

export type EditorCommand =
  | { readonly type: 'command'; readonly program: string; readonly arguments: readonly string[] }
  | { readonly type: 'refused'; readonly reason: string };

/** Splits a command such as `code --wait` or `"/opt/my editor" -n` at its spaces, with quotes as in a shell. */
export function parseEditorCommand(text: string): EditorCommand {
  const words: string[] = [];
  let word: string | undefined;
  let quote: string | undefined;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (quote === undefined && SHELL_CHARACTERS.test(character)) {
      return { type: 'refused', reason: `sdi starts no shell, and ${name(character)} has a meaning only there` };
    }
    if (quote !== undefined && quote === character) quote = undefined;
    else if (quote === undefined && (character === '"' || character === "'")) {
      quote = character;
      word ??= '';
    } else if (character === '\\' && quote !== "'" && at + 1 < text.length) word = (word ?? '') + text.charAt(++at);
    else if (quote === undefined && /\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? '') + character;
  }
  if (quote !== undefined) return { type: 'refused', reason: `its quote ${quote} has no end` };
  if (word !== undefined) words.push(word);
  const [program, ...rest] = words;
  if (program === undefined || program === '') return { type: 'refused', reason: 'it names no program' };
  return { type: 'command', program, arguments: rest };
}

function name(character: string): string {
  return character === '\n' ? 'a line break' : character;
}
