import { isInSpan, type Span, spanBelow } from '../diagram/notation/group-lines.ts';

/** What a line without an arrow is to the group that it stands in. */
export type Place = 'frame' | 'inside';

/** By line: what opens or ends a group that goes over several lines, and what stands in one. */
export function groupPlaces(lines: readonly string[]): ReadonlyMap<number, Place> {
  const places = new Map<number, Place>();
  const open: Span[] = [];
  const following = followingOf(lines);
  for (const [index, line] of lines.entries()) {
    const mark = line.trim();
    if (mark === '') continue;
    const isWithin = open.length > 0;
    for (let last = open.at(-1); last !== undefined && !isInSpan(line, last); last = open.at(-1)) open.pop();
    const span = spanBelow(line, following[index], open.length > 0);
    if (span !== undefined) open.push(span);
    const isEnd = isWithin && (mark === '}' || /^end$/i.test(mark));
    if (isEnd && mark === '}') closeBraced(open);
    if (span !== undefined || isEnd) places.set(index, 'frame');
    else if (open.length > 0) places.set(index, 'inside');
  }
  return places;
}

/** By line: the next one that holds something. */
function followingOf(lines: readonly string[]): readonly (string | undefined)[] {
  let next: string | undefined;
  const found = lines.toReversed().map((line) => {
    const own = next;
    if (line.trim() !== '') next = line;
    return own;
  });
  return found.reverse();
}

function closeBraced(open: Span[]): void {
  const place = open.findLastIndex(({ isBraced }) => isBraced);
  if (place !== -1) open.splice(place);
}
