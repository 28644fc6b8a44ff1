import { EXIT, LeftError } from '../errors.ts';
import type { LeftBy } from '../session/events.ts';

/** The error of a menu that was left instead of answered. */
export function leftError(by: LeftBy): LeftError {
  if (by === 'terminated') return new LeftError(EXIT.terminated);
  return new LeftError(by === 'hangup' ? EXIT.hangup : EXIT.interrupted);
}
