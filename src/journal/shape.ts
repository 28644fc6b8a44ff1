import type {
  CandidateTurnKind,
  InterviewerTurnKind,
  LeftBy,
  PauseReason,
  PointState,
  SessionEvent,
  SessionEventBody,
  WorkingDecision,
} from '../session/events.ts';
import type { SessionHeader } from '../session/header.ts';
import type { LineFields } from './line.ts';

type Check = (value: unknown, siblings: LineFields) => boolean;
type Shape = Readonly<Record<string, Check>>;

const text: Check = (value) => typeof value === 'string';
const flag: Check = (value) => typeof value === 'boolean';
const amount: Check = (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const optional =
  (check: Check): Check =>
  (value, siblings) =>
    value === undefined || check(value, siblings);
const object =
  (shape: Shape): Check =>
  (value) =>
    typeof value === 'object' && value !== null && fits(value as LineFields, shape);
const listOf =
  (check: Check): Check =>
  (value, siblings) =>
    Array.isArray(value) && value.every((item) => check(item, siblings));
/** The words as keys, so that the compiler asks for a new one here as soon as the type has it. */
const oneOf =
  <Word extends string>(words: Readonly<Record<Word, true>>): Check =>
  (value) =>
    typeof value === 'string' && Object.hasOwn(words, value);

const interviewerKind = oneOf<InterviewerTurnKind>({
  statement: true,
  question: true,
  fact: true,
  choices: true,
  assume: true,
  probe: true,
  twist: true,
  hint: true,
  feedback: true,
  invite: true,
  nudge: true,
});
const candidateKind = oneOf<CandidateTurnKind>({ answer: true, ask: true, hint: true, calculation: true });
const level = oneOf<SessionHeader['level']>({ L6: true, L7: true });
const pointState = oneOf<PointState>({ covered: true, unsure: true, missed: true });
const titled = { id: text, title: text };
const working = object({
  text,
  result: text,
  verdict: optional(oneOf<NonNullable<WorkingDecision['verdict']>>({ agrees: true, rounded: true, wrong: true })),
  mistake: optional(
    object({
      stated: text,
      result: text,
      slip: text,
      ratio: optional((value) => typeof value === 'number'),
      measures: optional(object({ stated: text, result: text })),
    }),
  ),
  notes: listOf(text),
  estimate: optional(object({ id: text, isWithin: flag })),
});

/** What sdi relies on; further fields are kept as they stand. */
const EVENT_SHAPES: Readonly<Record<Exclude<SessionEventBody['type'], 'unknown'>, Shape>> = {
  opened: {
    phases: listOf(object({ ...titled, stages: listOf(text), budgetMinutes: amount, objective: text, question: text })),
    problem: object({ ...titled, statement: text, facts: listOf(object({})), points: listOf(object({})) }),
  },
  'phase-opened': { phase: text },
  'phase-ended': { phase: text, by: oneOf<'next' | 'time'>({ next: true, time: true }) },
  said: {
    speaker: oneOf<'interviewer' | 'candidate'>({ interviewer: true, candidate: true }),
    kind: (value, said) => (said.speaker === 'candidate' ? candidateKind : interviewerKind)(value, said),
    phase: text,
    text,
    about: optional(text),
  },
  noted: { phase: text, text },
  withdrawn: { turn: amount },
  'went-back': { phase: text },
  paused: { reason: oneOf<PauseReason>({ asked: true, stopped: true, slept: true, gap: true }) },
  continued: { awayMs: optional(amount) },
  left: {
    by: oneOf<LeftBy>({ quit: true, interrupted: true, terminated: true, hangup: true, 'input-ended': true }),
  },
  resumed: {},
  ended: {},
  retried: { phase: text },
  assessed: {
    matcher: amount,
    lexicon: optional(amount),
    points: listOf(object({ id: text, state: pointState, evidence: listOf(object({ phase: text, quote: text })) })),
    estimates: optional(object({ workings: listOf(working), unused: listOf(text), notWorkedOut: listOf(text) })),
    drawings: optional(object({ unexplained: listOf(text), undrawn: listOf(text) })),
  },
  settled: { point: text, covered: flag },
  reflected: { text },
};

const HEADER_SHAPE: Readonly<Record<keyof SessionHeader, Check>> = {
  session: text,
  startedAt: text,
  timeZone: text,
  versions: object({ sdi: text, node: text }),
  problem: object({ ...titled, version: text, hash: text }),
  template: object(titled),
  level,
  mode: oneOf<SessionHeader['mode']>({ interview: true, coach: true }),
  minutes: amount,
  seed: amount,
  scripted: flag,
};

/** The event that a verified line holds; undefined where a known type has not the fields that sdi relies on. */
export function eventOf(fields: LineFields): SessionEvent | undefined {
  const { crc: _crc, seq: _seq, ...event } = fields;
  const { type, at } = event;
  if (typeof type !== 'string' || typeof at !== 'number' || !amount(at, fields)) return undefined;
  if (!isKnown(type)) return { type: 'unknown', name: type, at };
  return fits(event, EVENT_SHAPES[type]) ? (event as unknown as SessionEvent) : undefined;
}

/** The session header in a verified first line; undefined where it has not all its fields. */
export function headerOf(fields: LineFields): SessionHeader | undefined {
  return object(HEADER_SHAPE)(fields.header, fields) ? (fields.header as SessionHeader) : undefined;
}

function isKnown(type: string): type is keyof typeof EVENT_SHAPES {
  return Object.hasOwn(EVENT_SHAPES, type);
}

function fits(fields: LineFields, shape: Shape): boolean {
  return Object.entries(shape).every(([name, check]) => check(fields[name], fields));
}
