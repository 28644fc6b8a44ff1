import { answersOf, budgetMs, phaseLeftMs, type SessionState, usedMs } from '../session/state.ts';
import { clockText, stampText } from '../text/duration.ts';
import type { Theme } from '../text/theme.ts';

/** What stands on the terminal when an interview is over: minutes per phase against the budget. */
export function closingText(state: SessionState, theme: Theme): string {
  const width = Math.max(8, ...state.phases.map((phase) => phase.title.length));
  const row = (name: string, spent: string, planned: string, over: string, answers: string) =>
    ` ${name.padEnd(width)}  ${spent.padStart(6)}  ${planned.padStart(6)}  ${over.padStart(6)}  ${answers.padStart(7)}`;
  const rows = state.phases.map((phase) => {
    const over = Math.max(0, -phaseLeftMs(phase, state.at));
    const answers = answersOf(state).filter((turn) => turn.kind === 'answer' && turn.phase === phase.id).length;
    const line = row(
      phase.title,
      stampText(usedMs(phase, state.at)),
      clockText(budgetMs(phase)),
      over > 0 ? stampText(over) : '',
      String(answers),
    );
    return over > 0 ? theme.warning(line) : line;
  });
  return [
    theme.strong(` ${state.header.problem.title}: the interview is over`),
    '',
    theme.dim(row('Phase', 'spent', 'planned', 'over', 'answers')),
    ...rows,
    theme.dim(row('Together', stampText(state.at), clockText(state.header.minutes * 60_000), '', '')),
  ].join('\n');
}
