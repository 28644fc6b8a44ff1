import { DIAGRAM_GUIDE } from '../diagram/guide.ts';
import { ESTIMATE_GUIDE } from '../quantity/guide.ts';
import { budgetMs, openPhase, phaseLeftMs, type SessionState, type Turn, usedMs } from '../session/state.ts';
import { clockText, stampText } from '../text/duration.ts';
import { guideText } from '../text/guide.ts';

/** The opening: what is to come, and where it is kept. */
export function openingText(state: SessionState, folder: string): string {
  const { header, phases, problem } = state;
  const plan = phases.map((phase) => `${phase.title} ${phase.budgetMinutes}`).join(' · ');
  return [
    `${header.problem.title}, ${header.level} on the ${problem?.ladder ?? ''} ladder, ${header.minutes} minutes: ${plan}.`,
    `Everything you type is kept in ${folder}`,
    'Enter starts a new line, Ctrl-D sends, /help shows the rest.',
  ].join('\n');
}

/** What stands so far: the statement, the facts told, what changed, and the candidate's own numbers. */
export function briefText(state: SessionState, numbers: readonly string[]): string {
  const facts = state.turns.filter((turn) => turn.kind === 'fact');
  const changes = state.turns.filter((turn) => turn.kind === 'twist').map((turn) => changeOf(state, turn));
  return [
    'The problem',
    state.problem?.statement.trim() ?? '',
    ...(facts.length === 0 ? ['', 'You have asked for no fact yet; /ask is how.'] : ['', 'What you were told']),
    ...facts.map((turn) => `- ${turn.text.trim()}`),
    ...(changes.length === 0 ? [] : ['', 'What changed', ...changes]),
    ...(numbers.length === 0 ? [] : ['', 'Your numbers', ...numbers]),
  ].join('\n');
}

/** The words of the problem; what was said around them belongs to its moment. */
function changeOf({ problem }: SessionState, { about, text }: Turn): string {
  return (problem?.twists.find(({ id }) => id === about)?.change ?? text).trim();
}

/** Minutes spent and planned per phase. */
export function timeText(state: SessionState, at: number): string {
  const width = Math.max(...state.phases.map((phase) => phase.title.length));
  const open = openPhase(state);
  const rows = state.phases.map((phase) => {
    const used = usedMs(phase, at);
    const spent = phase.openedAt === undefined && used === 0 ? '    -' : stampText(used).padStart(5);
    const over = phaseLeftMs(phase, at) < 0 ? '  over' : '';
    const mark = phase.id === open?.id ? '>' : ' ';
    return `${mark} ${phase.title.padEnd(width)}  ${spent} of ${clockText(budgetMs(phase)).padStart(5)}${over}`;
  });
  return [
    ...rows,
    `  ${'Together'.padEnd(width)}  ${stampText(at).padStart(5)} of ${clockText(state.header.minutes * 60_000).padStart(5)}`,
  ].join('\n');
}

const KEYS = [
  'Enter            a new line',
  'Ctrl-D           send the answer; a follow-up may come',
  'Ctrl-G           write in your editor',
  'Ctrl-_           undo typing',
  'PageUp PageDown  look back in the dialogue',
  'Ctrl-C twice     leave; all is saved',
  'A leading space makes a command word plain text; so does pasting it.',
];

const GUIDES = new Map([
  ['calc', ESTIMATE_GUIDE],
  ['draw', DIAGRAM_GUIDE],
]);

/** Help on a command word that has a notation of its own, and on everything else all there is. */
export function helpText(
  topic: string,
  words: readonly { name: string; argument: string; does: string }[],
  plain: boolean,
): string {
  const guide = GUIDES.get(topic.replace(/^\//, ''));
  if (guide !== undefined) return guideText(guide);
  const usage = words.map((word) => ({
    left: `/${word.name}${word.argument === '' ? '' : ` ${word.argument}`}`,
    does: word.does,
  }));
  const width = Math.max(...usage.map(({ left }) => left.length));
  const keys = plain ? ['/send on a line of its own sends; a leading space makes a command word plain text.'] : KEYS;
  return [...usage.map(({ left, does }) => `${left.padEnd(width)}  ${does}`), '', ...keys].join('\n');
}
