import type { Pause, Turn } from '../session/state.ts';
import { dateText } from '../text/date.ts';
import { minutesText, stampText, wholeMinutes } from '../text/duration.ts';
import type { Transcript, TranscriptPhase } from './transcript.ts';

/** The facts of a session as pairs of a name and a text, for people. */
export function sessionFacts(transcript: Transcript): readonly (readonly [name: string, text: string])[] {
  const { header } = transcript;
  const over = transcript.overtimeMs > 0 ? `, ${stampText(transcript.overtimeMs)} over` : '';
  return [
    ['Date', `${dateText(header.startedAt)} (${header.timeZone})`],
    ['Level', header.level],
    ['Template', `${header.template.title} (${header.template.id})`],
    ['Time', `${wholeMinutes(transcript.elapsedMs)} of ${header.minutes} min${over}`],
    ['Mode', header.scripted ? `${header.mode}, played from a file` : header.mode],
    ['Seed', String(header.seed)],
    ['Session', header.session],
    ['State', transcript.finished ? 'finished' : 'not finished'],
  ];
}

/** Such as `7 of 5 min`. */
export function phaseMinutes(phase: TranscriptPhase): string {
  if (!phase.reached) return 'not reached';
  const tries = phase.tries > 1 ? `, ${phase.tries} tries` : '';
  return `${wholeMinutes(phase.elapsedMs)} of ${phase.budgetMinutes} min${tries}`;
}

/** Rows of phase, budget, used and over; the last row is the whole session. */
export function timeRows(transcript: Transcript): readonly (readonly string[])[] {
  const row = (name: string, budgetMinutes: number, elapsedMs: number, overtimeMs: number) => [
    name,
    stampText(budgetMinutes * 60_000),
    stampText(elapsedMs),
    overtimeMs > 0 ? stampText(overtimeMs) : '',
  ];
  return [
    ...transcript.phases.map((phase) => row(phase.title, phase.budgetMinutes, phase.elapsedMs, phase.overtimeMs)),
    row('Together', transcript.header.minutes, transcript.elapsedMs, transcript.overtimeMs),
  ];
}

export const TIME_TITLES = ['Phase', 'Budget', 'Used', 'Over'] as const;

/**
 * The phase's turns without the statement, which stands at the top of a transcript, and without what the interviewer
 * said once more with nothing between, as when the candidate went back from a phase that had just begun.
 */
export function turnsToShow(phase: TranscriptPhase): readonly Turn[] {
  const turns = phase.turns.filter((turn) => turn.kind !== 'statement');
  return turns.filter((turn, index) => {
    const next = turns[index + 1];
    return turn.speaker !== 'interviewer' || next?.speaker !== 'interviewer' || next.text !== turn.text;
  });
}

export function speakerText(turn: Turn): string {
  return turn.speaker === 'interviewer' ? 'Interviewer' : 'Candidate';
}

/** What is special about a turn, such as `overtime, withdrawn`; empty where nothing is. */
export function turnMarks(turn: Turn): string {
  return [
    turn.kind === 'ask' ? 'asks' : turn.kind === 'calculation' ? 'calculates' : undefined,
    turn.overtime ? 'overtime' : undefined,
    turn.added ? 'added later' : undefined,
    turn.withdrawn ? 'withdrawn' : undefined,
  ]
    .filter((mark) => mark !== undefined)
    .join(', ');
}

const PAUSE_REASONS: Readonly<Record<Pause['reason'], string>> = {
  asked: 'paused',
  stopped: 'the program was stopped',
  slept: 'the machine slept',
  gap: 'the program did not run',
};

/** What interrupted the session, a sentence each: pauses, leavings, and what this version cannot show. */
export function interruptions(transcript: Transcript): readonly string[] {
  const { pauses, leavings, unknownEvents, finished } = transcript;
  const away = (ms: number | undefined) => (ms === undefined ? '' : ` for ${minutesText(ms)}`);
  return [
    ...pauses.map((pause) => `${stampText(pause.at)} ${PAUSE_REASONS[pause.reason]}${away(pause.awayMs)}`),
    ...leavings.map((leaving, index) => {
      const resumed = finished || index < leavings.length - 1;
      return `${stampText(leaving.at)} left${resumed ? ' and resumed' : ''}`;
    }),
    ...(unknownEvents > 0 ? [`${unknownEvents} of its events came with a newer sdi and cannot be shown`] : []),
  ];
}
