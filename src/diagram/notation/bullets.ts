import type { PageLine } from './page-lines.ts';

/** What stands before a line of a list, and where the line itself begins. */
export interface Bullet {
  readonly length: number;
  /** As it was written: `2`, `1.1`, `a`. */
  readonly number: string | undefined;
}

/** Of a list, a quotation or a list of tasks: `- a -> b`, `> a -> b`, `- [ ] a -> b`. */
const PLAIN = /\s*(?:(?:[-*+•–]\s+\[[ xX]\]|[-*+•–>])\s+)*/y;
/** `1.`, `2)`, `2b)`, `(3)`, `#4`, `1.1`, `a)`, `a.`, `ii.`, `Step 5:`. */
const NUMBER =
  /(?:\*\*)?(?:step\s+(\d{1,3})(?:[.):]|\s*[-–—])?(?:\*\*)?|#?(\d{1,3}[a-z]?)[.):]|#(\d{1,3})|(\d{1,3}(?:\.\d{1,3})+)[.):]?|\((\d{1,3}[a-z]?|[a-z]|[ivx]{2,4})\)|([a-z]|[ivx]{2,4})[.)])\s+/iy;
const NAME = /[\p{L}\p{N}[({"'`“‘*_]/uy;

export function bulletOf(text: string): Bullet {
  PLAIN.lastIndex = 0;
  const plain = PLAIN.exec(text)?.[0].length ?? 0;
  const bullet = isNameAt(text, plain) ? plain : 0;
  NUMBER.lastIndex = bullet === 0 ? text.search(/\S|$/) : bullet;
  const match = NUMBER.exec(text);
  if (match === null || !isNameAt(text, NUMBER.lastIndex)) return { length: bullet, number: undefined };
  return { length: NUMBER.lastIndex, number: match.slice(1).find((each) => each !== undefined) };
}

function isNameAt(text: string, offset: number): boolean {
  NAME.lastIndex = offset;
  return NAME.test(text);
}

/** Whether numbers tell an order: there are several. */
export function areOrdered(lines: readonly PageLine[]): boolean {
  return new Set(lines.flatMap(({ text }) => bulletOf(text).number ?? [])).size > 1;
}
