import type { ShownTurn } from '../context.ts';
import type { SessionState, Turn } from '../session/state.ts';

type Entry =
  | { readonly type: 'turn'; readonly index: number }
  | { readonly type: 'note'; readonly index: number }
  | { readonly type: 'aside'; readonly text: string; readonly fit?: Fit };

type Fit = NonNullable<ShownTurn['fit']>;

/** The dialogue in the order in which it came about; entries are only ever added, so a screen reader can follow. */
export class Dialogue {
  readonly #entries: Entry[] = [];
  #turns = 0;
  #notes = 0;

  /** Takes in what the session has more than before. */
  refresh(state: SessionState): void {
    while (this.#turns < state.turns.length || this.#notes < state.notes.length) {
      const turn = state.turns[this.#turns];
      const note = state.notes[this.#notes];
      if (turn !== undefined && (note === undefined || turn.at <= note.at)) {
        this.#entries.push({ type: 'turn', index: this.#turns++ });
      } else {
        this.#entries.push({ type: 'note', index: this.#notes++ });
      }
    }
  }

  /** sdi itself speaks; shown and never stored. */
  add(text: string, fit?: Fit): void {
    this.#entries.push({ type: 'aside', text, ...(fit === undefined ? {} : { fit }) });
  }

  /** How many entries there are; a mark to show what came since. */
  get length(): number {
    return this.#entries.length;
  }

  shown(state: SessionState, from = 0): readonly ShownTurn[] {
    return this.#entries.slice(from).flatMap((entry): readonly ShownTurn[] => {
      if (entry.type === 'aside') {
        const { text, fit } = entry;
        return [{ speaker: 'aside', text, ...(fit === undefined ? {} : { fit }) }];
      }
      if (entry.type === 'note') {
        const note = state.notes[entry.index];
        return note === undefined ? [] : [{ speaker: 'note', text: note.text }];
      }
      const turn = state.turns[entry.index];
      return turn === undefined ? [] : [shownTurn(state, turn)];
    });
  }
}

function shownTurn(state: SessionState, turn: Turn): ShownTurn {
  const mark = markOf(state, turn);
  // The last Enter before an answer is sent belongs to it, and would only leave a gap.
  return { speaker: turn.speaker, text: turn.text.trimEnd(), ...(mark === undefined ? {} : { mark }) };
}

function markOf(state: SessionState, turn: Turn): string | undefined {
  const phase = state.phases.find((each) => each.id === turn.phase);
  if (turn.kind === 'question' && phase !== undefined) return `${phase.title}, ${phase.budgetMinutes} min`;
  if (turn.withdrawn) return 'withdrawn';
  if (turn.added) return `added to ${phase?.title ?? turn.phase}`;
  return turn.overtime ? 'overtime' : undefined;
}
