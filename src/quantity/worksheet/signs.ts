/**
 * What stands between two sides of working: that both are equal, or about so; an arrow, which may only mean "therefore";
 * the border between two cells of a table.
 */
export type Sign = 'equals' | 'about' | 'arrow' | 'cell';

/** What `tables.ts` writes for the border between cells that belong together. */
export const CELL_SIGN = '¦';

const SIGN = /:=|==|=~|~=|=>|-+>|[=≈≃≅→⇒⟶¦]|(?<=\s)~(?=\s)/;
const EVERY_SIGN = new RegExp(SIGN, 'g');

/** A sign with its place in the text. */
export interface FoundSign {
  readonly sign: Sign;
  readonly start: number;
  readonly end: number;
}

/** The signs of a text outside of brackets. */
export function signsOf(text: string): FoundSign[] {
  const brackets = bracketsOf(text);
  let next = 0;
  return [...text.matchAll(EVERY_SIGN)].flatMap(({ 0: written, index }): FoundSign[] => {
    while ((brackets[next]?.end ?? Number.POSITIVE_INFINITY) <= index) next++;
    if ((brackets[next]?.start ?? Number.POSITIVE_INFINITY) < index) return [];
    return [{ sign: kindOf(written), start: index, end: index + written.length }];
  });
}

export function hasSign(text: string): boolean {
  return SIGN.test(text);
}

function kindOf(written: string): Sign {
  if (written === CELL_SIGN) return 'cell';
  if (/[>→⇒⟶]/.test(written)) return 'arrow';
  return /[~≈≃≅]/.test(written) ? 'about' : 'equals';
}

/** A stretch in brackets, both of them included. */
export interface Bracketed {
  readonly start: number;
  readonly end: number;
}

/** The outermost brackets of a text that close again. */
export function bracketsOf(text: string): Bracketed[] {
  const open: number[] = [];
  const found: Bracketed[] = [];
  for (const { 0: bracket, index } of text.matchAll(/[()]/g)) {
    if (bracket === '(') open.push(index);
    else {
      const start = open.pop();
      if (start === undefined) continue;
      while ((found.at(-1)?.start ?? -1) > start) found.pop();
      found.push({ start, end: index + 1 });
    }
  }
  return found;
}
