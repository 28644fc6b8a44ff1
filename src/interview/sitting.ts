import type { OpenSession, SessionRecord } from '../context.ts';
import type { Weights } from '../lexicon/weights.ts';
import { decide, type Intent, type InterviewerTurn } from '../session/decide.ts';
import type { SessionEvent } from '../session/events.ts';
import { reduce, replay } from '../session/reduce.ts';
import type { SessionState } from '../session/state.ts';

/** What an interviewer knows when it is asked for its next turns. */
export interface Moment {
  readonly state: SessionState;
  readonly at: number;
  /** Something is being typed; it is not interrupted by remarks on the time. */
  readonly typing: boolean;
  readonly weights: Panel['weights'];
}

/** Returns what to say now; nothing when there is nothing to say. What it says is stored, and replay never calls it. */
export type Interviewer = (moment: Moment) => Promise<readonly InterviewerTurn[]>;

/** Who interviews, and what the answers are judged with. */
export interface Panel {
  readonly interviewer: Interviewer;
  /** Those of the problem, if it has any; they are read when they are first needed. */
  readonly weights: () => Weights | undefined;
}

/** A session that is being held: every intent is decided, on disk, and only then true. */
export class Sitting {
  readonly session: OpenSession;
  readonly panel: Panel;
  readonly #events: SessionEvent[];
  #state: SessionState;

  constructor(session: OpenSession, panel: Panel) {
    this.session = session;
    this.panel = panel;
    this.#events = [...session.record.events];
    this.#state = replay(session.record);
  }

  /** Begins a new session: the problem and the phases are the first that is written. */
  static start(session: OpenSession, panel: Panel, opening: Extract<Intent, { type: 'open' }>): Sitting {
    const sitting = new Sitting(session, panel);
    sitting.apply(opening, 0);
    return sitting;
  }

  get state(): SessionState {
    return this.#state;
  }

  /** Header and all events, those of this sitting included. */
  get record(): SessionRecord {
    return { header: this.#state.header, events: this.#events };
  }

  /** Carries an intent out; returns why not, if it was refused. Throws MachineError and changes nothing when the disk says no. */
  apply(intent: Intent, at: number): string | undefined {
    const { events, refusal } = decide(this.#state, intent, Math.max(at, this.#state.at));
    this.#record(events);
    return refusal;
  }

  /** Lets the interviewer say what is due. */
  async listen(at: number, typing = false): Promise<void> {
    if (this.#state.ended || this.#state.paused) return;
    const { interviewer, weights } = this.panel;
    const turns = await interviewer({ state: this.#state, at, typing, weights });
    if (turns.length > 0) this.apply({ type: 'say', turns }, at);
  }

  #record(events: readonly SessionEvent[]): void {
    if (events.length === 0) return;
    this.session.append(events);
    this.#events.push(...events);
    this.#state = events.reduce(reduce, this.#state);
  }
}
