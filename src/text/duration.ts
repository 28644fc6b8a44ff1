import { formatDistanceStrict } from 'date-fns/formatDistanceStrict';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/**
 * Time left as `04:12`; overtime, which is negative, as `+00:30`. Minutes go beyond 59. It rounds up, so a countdown
 * shows 00:01 until it is over.
 */
export function clockText(ms: number): string {
  const seconds = Math.ceil(ms / SECOND);
  return seconds < 0 ? `+${minutesAndSeconds(-seconds)}` : minutesAndSeconds(seconds);
}

/** Time since the start as `04:12`; it rounds down, as a stopwatch does. */
export function stampText(ms: number): string {
  return minutesAndSeconds(Math.floor(Math.max(0, ms) / SECOND));
}

/** Such as `12 min`, to the nearest minute; `<1 min` for what would round to none. */
export function minutesText(ms: number): string {
  return `${wholeMinutes(ms)} min`;
}

/** The number of `minutesText`, for a text that names its own unit. */
export function wholeMinutes(ms: number): string {
  const minutes = Math.round(Math.max(0, ms) / MINUTE);
  return minutes === 0 && ms > 0 ? '<1' : String(minutes);
}

/** Such as `3 days ago`; `just now` for the last minute and for what a wrong clock puts in the future. */
export function agoText(thenMs: number, nowMs: number): string {
  if (!Number.isFinite(thenMs)) return '';
  if (nowMs - thenMs < MINUTE) return 'just now';
  return formatDistanceStrict(thenMs, nowMs, { addSuffix: true, roundingMethod: 'floor' });
}

function minutesAndSeconds(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}
