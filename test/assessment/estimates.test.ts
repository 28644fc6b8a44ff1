import { describe, expect, test } from 'vitest';
import {
  checkWorkings,
  type EstimatesReport,
  judgeEstimates,
  reportEstimates,
} from '../../src/assessment/estimates.ts';
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

/** Estimates of which several measure the same, and several have a word in common. */
const crowded = problemLike({
  id: 'visitor-counter',
  capacity: {
    inputs: [],
    estimates: [
      estimate('peak-rate', 'Peak rate', '1.67M/s', 1_670_000),
      estimate('updates', 'Counter updates at peak without leases', '5M/s', 5e6),
      estimate('leased-updates', 'Counter updates at peak with leases', '725K/s', 725e3),
      estimate('average-rate', 'Average rate', '5.79K/s', 5_790),
      estimate('shards', 'Shards that the memory needs', '43', 43),
      estimate('limiter-cores', 'Cores kept busy at peak', '167', 167),
      estimate('peak-factor', 'Peak over average', '3.46', 3.46),
      estimate('code-fill', 'Share of codes in use', '5.18%', 0.0518),
      estimate('counters', 'Live counters, as a ceiling', '10B', 10e9),
      estimate('counter-memory', 'Memory for the counters, payload only', '640 GB', 640e9),
      estimate('account-storage', 'Account records', '100 GB', 100e9),
      estimate('link-storage', 'Link records after five years', '91.3 TB', 91.3e12),
      estimate('hot-clicks', 'Clicks in the query store', '18 TB', 18e12),
      estimate('network', 'Network at peak, both directions', '2.5 GB/s', 2.5e9),
      estimate('sms-month', 'Text messages a month as asked for', '$15M', 15e6),
      estimate('provider-sends', 'Sends a day, counted by device', '800M/day', 800e6),
      estimate('cache-memory', "A day's new links in the cache", '200 GB', 200e9),
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

function checkEstimates(state: SessionState) {
  const decision = judgeEstimates(state);
  return decision === undefined ? undefined : reportEstimates(decision, problem);
}

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
    expect(titlesIn(report)).toEqual(['Memory for the counters', 'History of thirty days']);
    expect(report?.unused.join()).toContain('21 GB');
  });

  test.each([
    ['The counters need some 640 GB of memory.', ['Peak checks a second', 'History of thirty days']],
    ['That makes about 1.7 million checks a second.', ['Memory for the counters', 'History of thirty days']],
    [
      'We get 100M a minute, and 64 bytes each.',
      ['Peak checks a second', 'Memory for the counters', 'History of thirty days'],
    ],
  ])('an estimate that is stated in prose is not called missing: %s', (text, missing) => {
    expect(titlesIn(checkEstimates(sessionOf(answer(`${text}\nspare = 3 * 7 GB = 21 GB`))))).toEqual(missing);
  });

  test.each([
    ['SMS is $15M a month.', 'Text messages a month as asked for'],
    ['SMS is $15M/mo, too much.', 'Text messages a month as asked for'],
    ['SMS costs $15M.', 'Text messages a month as asked for'],
    ['SMS is $500K a day.', 'Text messages a month as asked for'],
    ['With devices it is 800M sends a day.', 'Sends a day, counted by device'],
    ['We do 750M sends/d.', 'Sends a day, counted by device'],
    ['62^7 = 3.52T -> 5.2% used after 5y => 7 chars', 'Share of codes in use'],
    ['So 5.18% of the codes are used.', 'Share of codes in use'],
  ])('a figure of a period and a share are stated in prose too: %s', (text, title) => {
    expect(notWorkedOut(text)).not.toContain(title);
  });

  test.each([
    ['SMS is $15M a year.', 'Text messages a month as asked for'],
    ['There are 15M users.', 'Text messages a month as asked for'],
    ['We get 500M notifications a day.', 'Sends a day, counted by device'],
    ['We get 500M notifications a day.', 'Average rate'],
    ['Writes are 5% of all.', 'Share of codes in use'],
    ['Writes are 6.5% of all.', 'Share of codes in use'],
  ])('what is given, or is of something else, states nothing: %s', (text, title) => {
    expect(notWorkedOut(text)).toContain(title);
  });

  test('an estimate that only the result got wrong is worked out', () => {
    const report = checkEstimates(sessionOf(answer('memory = 10k * 1M * 64 bytes = 640 MB')));
    expect(titlesIn(report)).toEqual(['Peak checks a second', 'History of thirty days']);
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

  test('withdrawn answers are not read', () => {
    const withdrawn = sessionOf(answer('a = 2 * 3 GB = 7 GB'), { type: 'withdrawn', turn: 0 });
    expect(checkEstimates(withdrawn)?.workings).toEqual([]);
  });
});

function titlesIn(report: EstimatesReport | undefined): readonly string[] {
  return report?.notWorkedOut.map(({ title }) => title) ?? [];
}

/** The titles of the crowded estimates that neither the text nor its working has. */
function notWorkedOut(text: string): readonly string[] {
  const state = { ...sessionOf(answer(text)), problem: crowded };
  const decision = judgeEstimates(state);
  return titlesIn(decision && reportEstimates(decision, crowded));
}

/** The estimate that the last calculation of the lines was held against. */
function meant(...lines: readonly string[]): string | undefined {
  const state = { ...sessionOf(answer(lines.join('\n'))), problem: crowded };
  const found = judgeEstimates(state)?.workings.at(-1)?.estimate;
  return found && `${found.id} ${found.isWithin ? 'within' : 'outside'}`;
}

describe('a result is held against', () => {
  test.each([
    ['peak rate = 10M/s', 'peak-rate outside'],
    ['peak rate = 800K/s * 2.1 = 1.68M/s', 'peak-rate within'],
    ['peak = 100M/min = 1.67M/s', 'peak-rate within'],
    ['Peak RPS = 100,000,000 / 60 = 1,666,667', 'peak-rate within'],
    ['average rate = 500M / 86400 = 5787', 'average-rate within'],
    ['mps = 500M / 86400 = 5787', 'average-rate within'],
    ['500M / 86400 = 5787', 'average-rate within'],
    ['writes = 500M/day = 5.8K/s', 'average-rate within'],
    ['shards = 1.8 TB / 10 GB = 180', 'shards outside'],
    ['1.8 TB / 42.5 GB per node = 43 shards', 'shards within'],
    ['network = 1.67M/s * 10 KB = 16.7 GB/s', 'network outside'],
    ['updates = 1.67M/s * 10 = 16.7M/s', 'updates outside'],
    ['counter memory = 10B * 64 bytes * 30% = 192 GB', 'counter-memory outside'],
    ['m = 10B * 64 bytes = 640 GB', 'counter-memory within'],
    ['storage = 182.5B * 500 bytes = 91 TB', 'link-storage within'],
    ['account records = 10M * 10KB = 100 GB', 'account-storage within'],
    ['cpu = 1.7M/s * 0.1 ms = 170 cores', 'limiter-cores within'],
    ['n = 10^4 * 10^6 = 10^10', 'counters within'],
    ['keys in all = 10^4 * 10^6 = 10^10', 'counters within'],
    ['ratio = 20K/s / 5.79K/s = 3.45 of peak', undefined],
    ['peak QPS = 20K/s\navg QPS = 5.79K/s\nratio = peak QPS / avg QPS = 3.45', 'peak-factor within'],
    ['p = 182e9 / 3.5e12 = 5%', 'code-fill within'],
    ['sms cost = 50M/day * $0.01 = $500K/day', 'sms-month within'],
    ['sms cost = 50M * $0.01 = $500K/day = $15M/month', 'sms-month within'],
    ['text messages a month = 50M * 30 * $0.01 = $15M', 'sms-month within'],
  ])('%s: %s', (line, expected) => {
    expect(meant(line)).toBe(expected);
  });

  test.each([
    'average = 800K/s',
    'spare = 3 * 14 = 42',
    'link storage for one year = 100M * 365 * 500 bytes = 18 TB',
    'email peak = 20K/s * 25% = 5K/s',
    'storage = 100M * 500 bytes = 50 GB',
    'storage = 100M * 500 bytes * 3 = 150 GB',
    'compressed links = 365 TB / 5 = 73 TB',
    'network per region = 2.5 GB/s / 5 = 0.5 GB/s',
    'clicks = 1B/day * 200 bytes = 200 GB/day',
    '1.7M/s * 1KB = 1.7 GB/s',
    '15 zones * 3 = 45',
    'ops = 100 * 58 = 5800',
  ])('nothing that only its figure is near: %s', (line) => {
    expect(meant(line)).toBeUndefined();
  });
});

describe('what an expression comes to is told in the units of the result', () => {
  test.each([
    ['delivery log = 500M/day * 1 KB * 30 days = 15 TB', '15 TB'],
    ['delivery log = 500M * 1 KB * 30 days = 15 TB', '15 TB'],
    ['queue depth = (20K - 15K) * 10 min = 3M messages', '3M'],
    ['sms cost = 50M * $0.01 = $500K/day\nmonthly sms = sms cost * 30 = $15M', '$15M'],
    ['500M/day / 86400 = 5.8K/s', '5.79K/s'],
    ['clicks = 1B/day * 200B = 200GB/day', '200 GB/day'],
    ['payload = 10^10 * 64 = 640 GB', '640 GB'],
  ])('%s: %s', (line, expected) => {
    const report = checkEstimates(sessionOf(answer(line)));
    expect(report?.workings.at(-1)).toMatchObject({ verdict: 'agrees', result: expected });
  });
});

describe('working in another phase', () => {
  const workings = (...bodies: readonly SessionEventBody[]) =>
    (checkEstimates(sessionOf(...bodies))?.workings ?? []).map((working) => `${working.text}: ${verdictText(working)}`);

  test.each([
    ['memory = 10B * 64 bytes = 640 TB', 'you wrote 640 TB, the expression gives 640 GB: 1,000 times less'],
    ['Redis it is.\n- 10B * 64 bytes = 640 GB, so 13 shards', 'right, near my 640 GB (Memory for the counters)'],
    ['shards = 640 / 50 = 130', 'you wrote 130, the expression gives 12.8: 10 times less'],
  ])('%s', (text, expected) => {
    expect(workings(answer(text, 'design')).join('\n')).toContain(expected);
  });

  test.each([
    'size = 2 KB',
    'memory = 10B * 64 bytes',
    'weights: 3 * 4 = 13',
    'about 10B * 64 bytes -> 640 TB',
    'half of 10B * 64 bytes + 1 GB = 640 TB',
    '1 MB = 1024 KB',
    'api -> 3 * 4 = 13 GB',
  ])('is left alone where it may be something else: %s', (text) => {
    expect(workings(answer(text, 'design'))).toEqual([]);
  });

  test('uses names of phases before, and is what they were worked out for', () => {
    const rate = answer('rate = 100M/day\nmemory = 10k * 1M * 64 bytes = 640 GB\ntotal = 3 * 7 GB = 21 GB');
    const later = answer('daily = rate * 1 KB = 100 GB\nshards = memory / 50 GB = 13', 'design');
    expect(workings(rate, later).slice(-2)).toEqual([
      'daily = rate * 1 KB = 100 GB: right',
      'shards = memory / 50 GB = 13: right',
    ]);
    expect(checkEstimates(sessionOf(rate, later))?.unused).toEqual(['total = 21 GB']);
  });

  test('works estimates out, and nothing of it is called unused', () => {
    const report = checkEstimates(sessionOf(answer('memory = 10B * 64 bytes = 640 GB\nb = 2 * 3 GB = 6 GB', 'design')));
    expect(titlesIn(report)).toEqual(['Peak checks a second', 'History of thirty days']);
    expect(report?.unused).toEqual([]);
  });

  test('is told where no phase is about capacity, and no estimate is missed there', () => {
    const opened = (text: string) =>
      [
        { type: 'opened', phases, problem } as const,
        { type: 'phase-opened', phase: 'design' } as const,
        answer(text, 'design'),
      ].reduce((state, body) => reduce(state, { ...body, at: 1 }), initialState(header));
    expect(judgeEstimates(opened('We shard.'))).toBeUndefined();
    expect(judgeEstimates(opened('size = 2 * 3 GB = 9 GB'))).toMatchObject({
      workings: [{ verdict: 'wrong' }],
      unused: [],
      notWorkedOut: [],
    });
  });

  test('is told of its own phase during the session', () => {
    const state = sessionOf(answer('part = 2 * 3 GB = 7 GB'), answer('whole = part * 2 = 15 GB', 'design'));
    expect(checkWorkings(state, 'design').map(({ text }) => text)).toEqual(['whole = part * 2 = 15 GB']);
  });
});
