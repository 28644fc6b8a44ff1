/** Controls, direction marks and what has no width: harmless to JSON, not to a terminal that JSON is printed on. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
/** The common case, found without that pattern, which takes a while to compile. */
const plain = /^[\n\x20-\x7e]*$/;

/** The value as indented JSON with a newline at its end. Every unseen character in it is escaped, which changes no value. */
export function jsonText(value: unknown): string {
  const json = JSON.stringify(value, null, 2);
  if (plain.test(json)) return `${json}\n`;
  return `${json.replace(unseen, (character) => (character === '\n' ? character : unicodeEscapes(character)))}\n`;
}

function unicodeEscapes(character: string): string {
  let escapes = '';
  for (let index = 0; index < character.length; index++) {
    escapes += `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`;
  }
  return escapes;
}
