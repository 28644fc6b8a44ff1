import { UsageError } from '../../errors.ts';
import { nearest } from '../../text/nearest.ts';
import type { Files } from '../files.ts';
import { noSession } from './place.ts';
import { listSessions, sessionIds } from './session-list.ts';

/** What a prefix of a session id can hold; anything else is refused before the disk is looked at. */
const NAME = /^[a-z0-9-]{1,120}$/;
const SHOWN_CANDIDATES = 8;

/** The full id for an id, a unique prefix or `last`. Throws UsageError with near names. */
export function findSession(files: Files, home: string, name: string): string {
  if (!NAME.test(name)) throw noSession(name);
  if (name === 'last') return newest(files, home);
  const ids = sessionIds(files, home);
  if (ids.includes(name)) return name;
  const candidates = ids.filter((id) => id.startsWith(name)).sort();
  const [only] = candidates;
  if (only !== undefined && candidates.length === 1) return only;
  if (candidates.length > 1) throw ambiguous(name, candidates);
  const near = nearest(name, ids);
  throw near.length === 0 ? noSession(name) : noSession(name, `Did you mean ${near.join(' or ')}?`);
}

function newest(files: Files, home: string): string {
  const [last] = listSessions(files, home).filter((summary) => 'header' in summary);
  if (last !== undefined) return last.id;
  throw new UsageError('There is no session yet.', { hint: 'Start one: `sdi practice`' });
}

function ambiguous(name: string, candidates: readonly string[]): UsageError {
  const shown = candidates.slice(0, SHOWN_CANDIDATES).join(', ');
  const more = candidates.length - SHOWN_CANDIDATES;
  return new UsageError(`${JSON.stringify(name)} is the start of ${candidates.length} sessions.`, {
    hint: `Say which: ${shown}${more > 0 ? ` and ${more} more` : ''}`,
  });
}
