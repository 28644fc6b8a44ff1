import type { Problem, Template } from '../catalogue/schema.ts';
import type { Stage } from '../catalogue/words.ts';
import type { Mistake } from '../quantity/worksheet/message.ts';

/** One timed step of a session: a template's phase with the budget it got. */
export interface PlannedPhase {
  readonly id: string;
  readonly title: string;
  readonly stages: readonly Stage[];
  readonly budgetMinutes: number;
  readonly objective: string;
  /** The interviewer's opening question. */
  readonly question: string;
}

/**
 * What a turn is. The interviewer states the problem, asks a phase's question, tells a fact, offers the facts by name
 * (`choices`), has none (`assume`), follows up on a point (`probe`), changes a requirement (`twist`), gives a hint or, as a
 * coach, feedback, invites more, or speaks of the time (`nudge`). The candidate answers, asks, asks for a hint, or calculates
 * (`calculation`: an expression and what it comes to, which is no answer).
 */
export type InterviewerTurnKind =
  | 'statement'
  | 'question'
  | 'fact'
  | 'choices'
  | 'assume'
  | 'probe'
  | 'twist'
  | 'hint'
  | 'feedback'
  | 'invite'
  | 'nudge';
export type CandidateTurnKind = 'answer' | 'ask' | 'hint' | 'calculation';

export type Said =
  | {
      readonly type: 'said';
      readonly speaker: 'interviewer';
      readonly kind: InterviewerTurnKind;
      readonly phase: string;
      readonly text: string;
      /** The fact told, the facts offered, the questions there is nothing on (a line each), the point probed or hinted at, the twist, the phase of a feedback, or what a nudge is about. */
      readonly about?: string;
    }
  | {
      readonly type: 'said';
      readonly speaker: 'candidate';
      readonly kind: CandidateTurnKind;
      readonly phase: string;
      readonly text: string;
    };

/** Why the clock stood still while the session was open. */
export type PauseReason = 'asked' | 'stopped' | 'slept' | 'gap';
/** How a session was left before its end. */
export type LeftBy = 'quit' | 'interrupted' | 'terminated' | 'hangup' | 'input-ended';

/** Whether a point is made, by the answers alone; `unsure` is put to the candidate and never counts by itself. */
export type PointState = 'covered' | 'unsure' | 'missed';

/** The candidate's own words: an exact part of what was said in the phase. */
export interface Evidence {
  readonly phase: string;
  readonly quote: string;
}

export interface PointDecision {
  readonly id: string;
  readonly state: PointState;
  readonly evidence: readonly Evidence[];
}

/** One calculation of the candidate, recomputed; figures as they were written, or as they are shown. */
export interface WorkingDecision {
  /** As it was written: `peak = 100M/min = 1.67M/s`. */
  readonly text: string;
  /** What the expression comes to. */
  readonly result: string;
  /** None where no result was stated, or where it cannot be held against the expression. */
  readonly verdict?: 'agrees' | 'rounded' | 'wrong';
  readonly mistake?: Mistake;
  /** How it was read, as it was told. */
  readonly notes: readonly string[];
  /** The problem's estimate of the same thing, and whether the result, or of a wrong one the expression, is within its factor. */
  readonly estimate?: { readonly id: string; readonly isWithin: boolean };
}

/** What was calculated in the session. */
export interface EstimatesDecision {
  readonly workings: readonly WorkingDecision[];
  /** Results that nothing was made of, as they were written. */
  readonly unused: readonly string[];
  /** The problem's estimates that no result was held against, by id. */
  readonly notWorkedOut: readonly string[];
}

/** Components that were drawn and never spoken of, and stores that were spoken of and never drawn. */
interface DrawingsDecision {
  readonly unexplained: readonly string[];
  readonly undrawn: readonly string[];
}

export interface Assessment {
  /** The version of the rules that it was made by. */
  readonly matcher: number;
  /** The version of the words that it was made with. */
  readonly lexicon?: number;
  readonly points: readonly PointDecision[];
  /** None where no phase is about capacity and nothing was calculated in another. */
  readonly estimates?: EstimatesDecision;
  /** None where nothing was drawn. */
  readonly drawings?: DrawingsDecision;
}

/** What can happen in a session, each at a time in elapsed session milliseconds. */
export type SessionEventBody =
  | {
      readonly type: 'opened';
      readonly phases: readonly PlannedPhase[];
      readonly problem: Problem;
      /** The template's success criteria. */
      readonly criteria?: Template['criteria'];
    }
  | { readonly type: 'phase-opened'; readonly phase: string }
  | { readonly type: 'phase-ended'; readonly phase: string; readonly by: 'next' | 'time' }
  | Said
  /** Private to the candidate; never judged. */
  | { readonly type: 'noted'; readonly phase: string; readonly text: string }
  /** `turn` counts all turns said so far, from 0. */
  | { readonly type: 'withdrawn'; readonly turn: number }
  /** The next answer belongs to this earlier phase. */
  | { readonly type: 'went-back'; readonly phase: string }
  | { readonly type: 'paused'; readonly reason: PauseReason }
  /** `awayMs`: how long the pause lasted, where it was measured. */
  | { readonly type: 'continued'; readonly awayMs?: number }
  | { readonly type: 'left'; readonly by: LeftBy }
  | { readonly type: 'resumed' }
  | { readonly type: 'ended' }
  /** A phase is opened again, in place of the one that has just begun; only with a coach. */
  | { readonly type: 'retried'; readonly phase: string }
  /** The assessment as it was made. */
  | ({ readonly type: 'assessed' } & Assessment)
  /** The candidate's word on a point that the assessment was unsure of. */
  | { readonly type: 'settled'; readonly point: string; readonly covered: boolean }
  | { readonly type: 'reflected'; readonly text: string }
  /** From a newer sdi: kept as it stands, skipped, and told. */
  | { readonly type: 'unknown'; readonly name: string };

export type SessionEvent = SessionEventBody & { readonly at: number };
