import { describe, expect, test } from 'vitest';
import { timeText } from '../../src/interview/brief.ts';
import { closingText } from '../../src/interview/closing-text.ts';
import { reduce } from '../../src/session/reduce.ts';
import { initialState, type SessionState } from '../../src/session/state.ts';
import { plainTheme } from '../../src/text/theme.ts';
import { visitorCounter } from '../harness/catalogue.ts';
import { header, minutes, phases } from '../session/sessions.ts';

/** With a coach: design had begun when requirements were tried once more. */
const begun = [
  { at: 0, type: 'opened', phases, problem: visitorCounter },
  { at: 0, type: 'phase-opened', phase: 'requirements' },
  { at: minutes(4), type: 'phase-ended', phase: 'requirements', by: 'next' },
  { at: minutes(4), type: 'phase-opened', phase: 'design' },
  { at: minutes(6), type: 'retried', phase: 'requirements' },
] as const;
const over = [
  ...begun,
  { at: minutes(12), type: 'phase-ended', phase: 'requirements', by: 'next' },
  { at: minutes(12), type: 'phase-opened', phase: 'design' },
  { at: minutes(15), type: 'phase-ended', phase: 'design', by: 'next' },
  { at: minutes(15), type: 'phase-opened', phase: 'trade-offs' },
] as const;

describe('the time of a phase that was tried more than once is that of all its tries', () => {
  test('in /time', () => {
    const state = begun.reduce<SessionState>(reduce, initialState(header));
    expect(timeText(state, minutes(7)).split('\n')).toEqual([
      '> Requirements  05:00 of 05:00',
      '  Design        02:00 of 10:00',
      '  Trade-offs        - of 15:00',
      '  Together      07:00 of 30:00',
    ]);
    const later = over.reduce<SessionState>(reduce, initialState(header));
    expect(timeText(later, minutes(15))).toContain('Requirements  10:00 of 05:00  over');
  });

  test('at the end, where the parts make the whole and a try that ran over is told', () => {
    const state = over.reduce<SessionState>(reduce, initialState(header));
    expect(closingText(state, plainTheme).split('\n').slice(2)).toEqual([
      ' Phase          spent  planned    over  answers',
      ' Requirements   10:00   05:00   01:00        0',
      ' Design         05:00   10:00                0',
      ' Trade-offs     00:00   15:00                0',
      ' Together       15:00   30:00                 ',
    ]);
  });
});
