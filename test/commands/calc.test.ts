import { describe, expect, test } from 'vitest';
import { type CalcOptions, runCalc } from '../../src/commands/calc.ts';
import { ContentError, UsageError } from '../../src/errors.ts';
import { FORMULAS } from '../../src/quantity/formulas.ts';
import { ESTIMATE_GUIDE } from '../../src/quantity/guide.ts';
import { testContext, type World } from '../harness/context.ts';

/** Everything that a terminal could obey, but for the line ends. */
const RAW = /[\p{Cc}\p{Cf}]/u;
const withoutLineEnds = (text: string) => text.replaceAll('\n', '');

async function calc(words: string | readonly string[], options: Partial<CalcOptions> = {}, world: World = {}) {
  const context = testContext(world);
  const expression = typeof words === 'string' ? [words] : words;
  const exitCode = await runCalc({ ...options, expression }, context);
  return { exitCode, ...context.printed };
}

/** What is piped into sdi without an argument. */
const piped = (input: string, options: Partial<CalcOptions> = {}) => calc([], options, { files: { '-': input } });

async function refused(attempt: Promise<unknown>): Promise<Error> {
  const error = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof Error) return error;
  throw new Error('It was not refused.');
}

describe('calc with an expression', () => {
  test.each([
    [['100M/min'], '1.67M/s'],
    [['100M/min', 'x', '1', 'KB', 'x', '30', 'days'], '4.32 PB'],
    [['-5', '+', '3'], '-2'],
    [['-(3 + 4)', '*', '2'], '-14'],
    [['--5'], '5'],
    [['peak = 100M/min'], '1.67M/s'],
    [['4.32 PB in TB'], '4,320 TB'],
    [['1\n+\r\n2'], '3'],
  ])('%j is one result on stdout', async (words, text) => {
    expect(await calc(words)).toEqual({ exitCode: 0, out: `${text}\n`, err: '' });
  });

  test('is shown in the unit of --to, unless it has one of its own', async () => {
    expect((await calc('100M/day', { to: '/hour' })).out).toBe('4,166,667/hour\n');
    expect((await calc('2 TB in GB', { to: 'MB' })).out).toBe('2,000 GB\n');
    expect((await calc('5 GB', { to: 'B' })).out).toBe('5,000,000,000 B\n');
    expect((await calc('99.9%', { to: 'nines' })).out).toBe('3 nines\n');
  });

  test('tells on stderr how a figure was read that could have meant something else', async () => {
    const { out, err } = await calc('10B * 2');
    expect(out).toBe('20B\n');
    expect(err).toBe('note: "10B" is read as 10 billion; write "10 bytes" for bytes\n');
  });

  test('--json gives the documented view, with values in base units', async () => {
    const { out, err } = await calc('10B * 2 KB', { json: true });
    expect(JSON.parse(out)).toEqual({
      schemaVersion: 1,
      value: 20e12,
      unit: 'bytes',
      dimension: 'bytes',
      text: '20 TB',
      notes: ['"10B" is read as 10 billion; write "10 bytes" for bytes'],
    });
    expect(err).toBe('');
    const asked = JSON.parse((await calc('36 hours', { json: true, to: 'days' })).out);
    expect(asked).toMatchObject({ value: 1.5, unit: 'days', dimension: 'time', text: '1.5 days' });
  });

  test.each([
    ['3 days + 4 KB', '\n  3 days + 4 KB\n         ^'],
    ['peak = 3 + foo', '\n  peak = 3 + foo\n             ^'],
    ['日本 = 3 * bar', '\n  日本 = 3 * bar\n             ^'],
    ['2 *', '\n  2 *\n     ^'],
  ])('%j is refused with a caret below the place', async (expression, place) => {
    const error = await refused(calc(expression));
    expect(error).toBeInstanceOf(UsageError);
    expect(error.message).toContain(place);
    expect(error).toHaveProperty('hint', expect.stringMatching(/^[A-Z].+[.?]$/));
  });

  test('a unit that does not fit is the fault of --to', async () => {
    expect((await refused(calc('5 GB', { to: 'days' }))).message).toBe('--to days: cannot turn bytes into time.');
  });

  test.each([
    ['--jsno', 'Did you mean --json?'],
    ['--unit', 'To see what there is: sdi calc --help'],
  ])('a slip in an option, %s, is no part of the expression', async (flag, hint) => {
    expect(await refused(calc(['5 GB', flag]))).toMatchObject({ message: `There is no option ${flag}.`, hint });
  });

  test('without anything, at a terminal, shows how it is used', async () => {
    const error = await refused(calc([], {}, { interactive: true }));
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toHaveProperty('hint', expect.stringContaining('sdi calc 100M/day'));
  });
});

describe('calc with lines from stdin', () => {
  const LINES =
    '# traffic\npeak = 100M/min\n\n  hot links: 20% * 10M # of all\r\npeak * 1 KB in GB/s\nhot links * 500 bytes\n';

  test('gives a result for each, and names can be used below', async () => {
    const { exitCode, out, err } = await piped(LINES);
    expect(exitCode).toBe(0);
    expect(out).toBe('peak = 1.67M/s\nhot links = 2M\n1.667 GB/s\n1 GB\n');
    expect(err).toBe('');
  });

  test('--json lists them with their lines and names', async () => {
    const { schemaVersion, results } = JSON.parse((await piped(LINES, { json: true })).out);
    expect(schemaVersion).toBe(1);
    expect(results.map(({ line, name, text }: Record<string, unknown>) => [line, name, text])).toEqual([
      [2, 'peak', '1.67M/s'],
      [4, 'hot links', '2M'],
      [5, null, '1.667 GB/s'],
      [6, null, '1 GB'],
    ]);
    expect(results[0]).toMatchObject({ unit: '/second', dimension: 'rate', notes: [] });
  });

  test('one line is a list too', async () => {
    expect(JSON.parse((await piped('1 + 1', { json: true })).out).results).toHaveLength(1);
  });

  test('a percentage that a name stands for is one of what it is added to', async () => {
    const { out, err } = await piped('headroom = 20%\npeak = 100 servers\ntotal = peak + headroom\n');
    expect(out).toBe('headroom = 20%\npeak = 100 servers\ntotal = 120 servers\n');
    expect(err).toBe('stdin:3:14: note: 20% is read as a share of what stands in front of it\n');
  });

  test('notes name their place', async () => {
    expect((await piped('ok = 1\nall = 3 * 10B\n')).err).toMatch(/^stdin:2:11: note: "10B" is read as/);
  });

  test('every fault is told at once, with its place, and nothing is printed', async () => {
    const context = testContext({ files: { '-': 'a = 5 GB + 3 days\nb = 2\nfoo * b\n\n4 *\n' } });
    const error = await refused(runCalc({ expression: [] }, context));
    expect(error).toBeInstanceOf(ContentError);
    const { diagnostics } = error as ContentError;
    expect(diagnostics.map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual([
      'stdin:1:10',
      'stdin:3:1',
      'stdin:5:4',
    ]);
    expect(diagnostics[0]).toMatchObject({ source: 'a = 5 GB + 3 days', message: 'cannot add days to bytes' });
    expect(context.printed.out).toBe('');
  });

  test('a fault is not told again where the name of its line is used, directly or not', async () => {
    const error = await refused(piped('a = 5 GB + 3 days\nb = a * 2\nb + 1\nc = 4 *\na = 2\na * c\na * missing\n'));
    expect((error as ContentError).diagnostics.map(({ line }) => line)).toEqual([1, 4, 7]);
  });

  test('--to is for all of them, and names those it does not fit', async () => {
    expect((await piped('5 GB\nx = 2 TB', { to: 'MB' })).out).toBe('5,000 MB\nx = 2,000,000 MB\n');
    const error = await refused(piped('5 GB\n2 days\n3', { to: 'MB' }));
    expect(error).toBeInstanceOf(UsageError);
    expect(error.message).toBe(
      '--to MB, line 2: cannot turn time into bytes; line 3: cannot turn a plain number into bytes.',
    );
  });

  test.each(['', '\n\n', '# nothing\n'])('%j is nothing to work out', async (input) => {
    expect(await refused(piped(input))).toMatchObject({ message: 'There is nothing to work out.' });
  });

  test('has no limit of lines', async () => {
    const lines = Array.from({ length: 3_000 }, (_, index) => `n${index} = ${index === 0 ? 1 : `n${index - 1} + 1`}`);
    expect((await piped(lines.join('\n'))).out).toMatch(/\nn2999 = 3,000\n$/);
  });

  test('stops after a hundred faults, and says so', async () => {
    const error = await refused(piped('this is prose\n'.repeat(5_000)));
    const { diagnostics } = error as ContentError;
    expect(diagnostics).toHaveLength(101);
    expect(diagnostics.at(-1)).toMatchObject({ line: 101, message: 'after 100 faults the rest is not read' });
  });
});

test('calc --notation shows how estimates are written', async () => {
  const { out } = await calc([], { notation: true });
  for (const { write, means } of ESTIMATE_GUIDE) expect(out.replaceAll(/ +/g, ' ')).toContain(`${write} ${means}\n`);
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThan(80);
});

describe('calc --formulas', () => {
  test('shows how each is called, with an example that is worked out', async () => {
    const { out } = await calc([], { formulas: true });
    for (const { name, about } of FORMULAS) {
      expect(out).toContain(`${name}(`);
      expect(out.replaceAll(/\s+/g, ' ')).toContain(about);
    }
    expect(out).toContain('storage(rate, size, retention, replicas = 1, overhead = 0%)');
    expect(out).toContain('storage(500M/day, 1 KB, 30 days, 3, 20%) = 54 TB');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThan(80);
  });

  test('--json gives parameters with their dimensions and defaults', async () => {
    const { schemaVersion, formulas } = JSON.parse((await calc([], { formulas: true, json: true })).out);
    expect(schemaVersion).toBe(1);
    expect(formulas).toHaveLength(FORMULAS.length);
    const peak = formulas.find(({ name }: { name: string }) => name === 'peak-rate');
    expect(peak.parameters).toMatchObject([
      { name: 'average', dimensions: ['rate', 'count'], default: null },
      { name: 'factor', dimensions: ['count'], default: '3' },
    ]);
  });
});

describe('hostile input', () => {
  const NASTY = '3 \x1b]0;owned\x07 * \u202e4\u200b \x9b31m';

  test('reaches no terminal as it is', async () => {
    const shown: string[] = [];
    const error = await refused(calc(NASTY));
    shown.push(error.message);
    expect(error.message).toContain('\\u{1b}');
    const lines = await refused(piped(`a = 3\n${NASTY}`));
    shown.push(...(lines as ContentError).diagnostics.map(({ message }) => message));
    shown.push((await refused(calc(['3', '--x\x1b[1my']))).message);
    expect(shown.map(withoutLineEnds).filter((text) => RAW.test(text))).toEqual([]);
  });

  test.each([
    ['a thousand brackets', '('.repeat(1_000)],
    ['a division by zero', '1/0'],
    ['what grows beyond all numbers', '9^9^9'],
    ['words of objects', '__proto__ * constructor'],
    ['half a character', '3 \ud800'],
  ])('%s is a usage error', async (_, expression) => {
    expect(await refused(calc(expression))).toBeInstanceOf(UsageError);
  });
});
