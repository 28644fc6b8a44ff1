import type { Problem } from '../catalogue/schema.ts';
import type { SessionState, Turn } from '../session/state.ts';

/** What the candidate asked of the interviewer. */
export interface AskedReport {
  /** Topics of the facts that were told. */
  readonly asked: readonly string[];
  /** Topics of those that were only offered, since the question was not clear. */
  readonly offered: readonly string[];
  /** Questions that the interviewer had nothing on, as they were asked. */
  readonly unanswered: readonly string[];
  /** Topics of all other facts. */
  readonly neverAsked: readonly string[];
}

export function reportAsked({ turns }: SessionState, { facts }: Problem): AskedReport {
  const about = (wanted: 'fact' | 'choices') =>
    new Set(turns.filter(({ kind }) => kind === wanted).flatMap((turn) => turn.about?.split(' ') ?? []));
  const told = about('fact');
  const offered = about('choices');
  const topics = (isMeant: (id: string) => boolean) => facts.filter(({ id }) => isMeant(id)).map(({ topic }) => topic);
  return {
    asked: topics((id) => told.has(id)),
    offered: topics((id) => offered.has(id) && !told.has(id)),
    unanswered: unansweredIn(turns),
    neverAsked: topics((id) => !told.has(id) && !offered.has(id)),
  };
}

/** Each once, however it was written; those of turns that were withdrawn are forgotten. */
function unansweredIn(turns: readonly Turn[]): readonly string[] {
  const found = new Map<string, string>();
  let isWithdrawn = false;
  for (const { speaker, kind, about, withdrawn } of turns) {
    if (speaker === 'candidate') isWithdrawn = withdrawn;
    if (kind !== 'assume' || about === undefined || isWithdrawn) continue;
    for (const question of about.split('\n')) found.set(question.toLowerCase().replace(/[?.!\s]+$/, ''), question);
  }
  return [...found.values()];
}
