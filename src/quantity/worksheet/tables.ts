import { CELL_SIGN, hasSign } from './signs.ts';

interface Cell {
  readonly text: string;
  /** Where the border in front of it stands. */
  readonly border: number;
}

/** Operands with a sign between them that calculates. */
const SUM = /[\p{L}\d%)]\s*[*×·÷^]|\d\S*\s+[-–−/+x]\s|\s[-–−/+x]\s+[~$(]?\d|\d\s*[/+]\s*\d|[\d%)][KMBT]?x[\d$(~.]/u;
const NUMBER = /^\s*(?:[=≈~→]\s*)*\$?[\d.]/;

/**
 * A row of a table as a line of working of the same length: "| a | 2 * 3 | 6 |" becomes "  a ¦ 2 * 3 ¦ 6 |". A name joins
 * the sum beside it, a sum the number beside it. Of two numbers beside each other, `line.ts` looks whether they are the same.
 */
export function rowAsLine(written: string): string {
  if (!/^\s*\|.*\|/.test(written)) return written;
  const cells = cellsOf(written);
  const characters = written.split('');
  characters[written.indexOf('|')] = ' ';
  for (const { text, border } of joined(cells)) characters[border] = hasLeadingSign(text) ? ' ' : CELL_SIGN;
  return characters.join('');
}

function cellsOf(written: string): Cell[] {
  const borders = [...written.matchAll(/\|/g)].map(({ index }) => index);
  return borders
    .map((border, index) => ({ text: written.slice(border + 1, borders[index + 1]), border }))
    .filter(({ text }, index) => index < borders.length - 1 || text.trim() !== '');
}

/** The cells that belong to the one in front of them. */
function joined([first, second, third]: Cell[]): Cell[] {
  if (first === undefined || second === undefined) return [];
  if (isSum(first)) return isResult(second) && !hasSign(first.text) ? [second] : [];
  if (isResult(first)) return [];
  if (isSum(second))
    return third !== undefined && isResult(third) && !hasSign(second.text) ? [second, third] : [second];
  if (!isResult(second)) return [];
  if (third === undefined || third.text.trim() === '') return [second];
  return (isSum(third) || isResult(third)) && !hasSign(third.text) ? [second, third] : [];
}

function isSum({ text }: Cell): boolean {
  return SUM.test(text);
}

function isResult(cell: Cell): boolean {
  return NUMBER.test(cell.text) && !isSum(cell);
}

function hasLeadingSign(text: string): boolean {
  return /^\s*[=≈→]/.test(text);
}
