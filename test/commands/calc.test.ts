import { describe, expect, test } from 'vitest';
import { type CalcOptions, runCalc } from '../../src/commands/calc.ts';
import { ContentError, UsageError } from '../../src/errors.ts';
import { testContext } from '../harness/context.ts';

async function calc(expression: string, options: Partial<CalcOptions> = {}, input?: string) {
  const context = testContext({ files: input === undefined ? {} : { '-': input } });
  const code = await runCalc({ expression: expression === '' ? [] : expression.split(' '), ...options }, context);
  return { code, ...context.printed };
}

describe('one expression', () => {
  test.each([
    ['100M/min * 1KB * 30 days', {}, '4.32 PB\n'],
    ['500M/day * 2 KB', { to: 'TB/day' }, '1 TB/day\n'],
    ['peak = 100M/min', {}, '1.67M/s\n'],
    ['-5 + 3', {}, '-2\n'],
  ])('%s', async (expression, options, out) => {
    expect(await calc(expression, options)).toEqual({ code: 0, out, err: '' });
  });

  test('tells on stderr how it was read', async () => {
    const { out, err } = await calc('10B * 2');
    expect(out).toBe('20B\n');
    expect(err).toContain('billion');
  });

  test('JSON has the value in the unit, and the notes', async () => {
    const { out, err } = await calc('1 TB in GB', { json: true });
    expect(JSON.parse(out)).toEqual({
      schemaVersion: 1,
      value: 1000,
      unit: 'GB',
      dimension: 'bytes',
      text: '1,000 GB',
      notes: [],
    });
    expect(err).toBe('');
  });

  test('a fault is told below the place, with what to do', async () => {
    const fault = await calc('3 days + 2 GB').catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(UsageError);
    expect((fault as UsageError).message).toBe('cannot add bytes to time\n  3 days + 2 GB\n         ^');
    expect((fault as UsageError).hint).toContain('same');
  });
});

describe('lines from the input', () => {
  test('are worked out one by one, with names and remarks', async () => {
    const { out } = await calc(
      '',
      {},
      'peak = 100M/min  # spikes included\n\nmemory = 10k * 1M * 64 bytes\nmemory / 50 GB\n',
    );
    expect(out).toBe('peak = 1.67M/s\nmemory = 640 GB\n12.8\n');
  });

  test('JSON has them all', async () => {
    const { out } = await calc('', { json: true }, 'a = 2 KB\na * 3');
    const { results } = JSON.parse(out) as { results: { name: string | null; value: number }[] };
    expect(results.map(({ name, value }) => [name, value])).toEqual([
      ['a', 2000],
      [null, 6000],
    ]);
  });

  test('every fault is told, with line and column, and no result is printed', async () => {
    const fault = await calc('', {}, 'a = 1 KB\nb = a + 3 days\nc = (2').catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(ContentError);
    expect((fault as ContentError).diagnostics.map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual([
      'stdin:2:7',
      expect.stringMatching(/^stdin:3:/),
    ]);
  });

  test('none at all is a wrong usage', async () => {
    await expect(calc('', {}, '# nothing\n')).rejects.toThrow(UsageError);
  });
});

test('with a terminal and nothing to work out, it says how', async () => {
  await expect(runCalc({ expression: [] }, testContext({ interactive: true }))).rejects.toThrow(/nothing to calculate/);
});

test('the ready-made formulas are listed within the width, each with an example', async () => {
  const { out } = await calc('', { formulas: true });
  expect(out).toContain('servers(peak, per-server, utilisation)');
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThan(80);
});
