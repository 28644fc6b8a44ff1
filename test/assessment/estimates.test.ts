import { describe, expect, test } from 'vitest';
import { checkEstimates } from '../../src/assessment/estimates.ts';
import type { SessionEventBody } from '../../src/session/events.ts';
import { reduce } from '../../src/session/reduce.ts';
import { initialState, type SessionState } from '../../src/session/state.ts';
import { verdictText } from '../../src/transcript/debrief-blocks.ts';
import { problemLike } from '../harness/catalogue.ts';
import { header, phases } from '../session/sessions.ts';

const estimate = (id: string, title: string, text: string, value: number) => ({
  id,
  title,
  formula: 'given',
  unit: 'count',
  value,
  text,
  factor: 2,
  because: 'It matters.',
});

const problem = problemLike({
  id: 'visitor-counter',
  capacity: {
    inputs: [],
    estimates: [
      estimate('peak-rate', 'Peak checks a second', '1.67M/s', 1_670_000),
      estimate('counter-memory', 'Memory for the counters', '640 GB', 640e9),
      estimate('history', 'History of thirty days', '2.07 PB', 2.07e15),
    ],
  },
} as never);

function sessionOf(...bodies: readonly SessionEventBody[]): SessionState {
  const played = phases.map((phase) => ({
    ...phase,
    stages: phase.id === 'requirements' ? (['requirements', 'capacity'] as const) : phase.stages,
  }));
  return [
    { type: 'opened', phases: played, problem } as const,
    { type: 'phase-opened', phase: 'requirements' } as const,
    ...bodies,
  ].reduce((state, body) => reduce(state, { ...body, at: 1 }), initialState(header));
}

const answer = (text: string, phase = 'requirements'): SessionEventBody => ({
  type: 'said',
  speaker: 'candidate',
  kind: 'answer',
  phase,
  text,
});

function told(...lines: readonly string[]): readonly string[] {
  const report = checkEstimates(sessionOf(answer(lines.join('\n'))));
  return (report?.workings ?? []).map((working) => `${working.text}: ${verdictText(working)}`);
}

describe('working in the capacity phase', () => {
  test.each([
    ['peak = 100M/min = 1.67M/s', 'peak = 100M/min = 1.67M/s: right, near my 1.67M/s (Peak checks a second)'],
    [
      '10k policies * 1M keys * 64 bytes = 640 GB',
      '10k policies * 1M keys * 64 bytes = 640 GB: right, near my 640 GB (Memory for the counters)',
    ],
    ['100M/min * 1 KB * 30 days = 4.3 TB', 'you wrote 4.3 TB, the expression gives 4.32 PB: 1,000 times more'],
    ['counter memory = 10k * 1M * 6 bytes = 60 GB', 'but I have 640 GB (Memory for the counters)'],
    [
      'memory = 10k * 1M * 64 bytes = 640 MB',
      'the expression gives 640 GB: 1,000 times more; mine is 640 GB (Memory for the counters)',
    ],
  ])('%s', (line, expected) => {
    expect(told(line).join('\n')).toContain(expected);
  });

  test('prose is left alone', () => {
    expect(told('I think it is about a hundred million, so we need shards.')).toEqual([]);
  });

  test('an estimate that nothing was held against is named, and so is a result that nobody used', () => {
    const later = answer('We shard by the key.', 'design');
    const report = checkEstimates(sessionOf(answer('spare = 3 * 7 GB = 21 GB\npeak = 100M/min = 1.67M/s'), later));
    expect(report?.notWorkedOut).toEqual(['Memory for the counters', 'History of thirty days']);
    expect(report?.unused.join()).toContain('21 GB');
  });

  test('an estimate that only the result got wrong is worked out', () => {
    const report = checkEstimates(sessionOf(answer('memory = 10k * 1M * 64 bytes = 640 MB')));
    expect(report?.notWorkedOut).toEqual(['Peak checks a second', 'History of thirty days']);
  });

  test('what a later phase quotes is used', () => {
    const later = answer('With 21 GB one node is enough.', 'design');
    const report = checkEstimates(sessionOf(answer('spare = 3 * 7 GB = 21 GB\npeak = 100M/min = 1.67M/s'), later));
    expect(report?.unused).toEqual([]);
  });

  test('names of the calculator can be used in an answer', () => {
    const calculated: SessionEventBody = {
      type: 'said',
      speaker: 'candidate',
      kind: 'calculation',
      phase: 'requirements',
      text: 'keys = 10k * 1M = 10B',
    };
    const report = checkEstimates(sessionOf(calculated, answer('memory = keys * 64 bytes = 640 GB')));
    expect(report?.workings.map(({ verdict }) => verdict)).toEqual(['agrees']);
  });

  test('answers of other phases, and withdrawn ones, are not read', () => {
    const withdrawn = sessionOf(answer('a = 2 * 3 GB = 7 GB'), { type: 'withdrawn', turn: 0 });
    expect(checkEstimates(withdrawn)?.workings).toEqual([]);
    expect(checkEstimates(sessionOf(answer('a = 2 * 3 GB = 7 GB', 'design')))?.workings).toEqual([]);
  });
});
