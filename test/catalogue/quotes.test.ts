import { describe, expect, test } from 'vitest';
import { type Change, changed, FORMULA, faultsOf, OVERVIEW, problemOf } from './changed-problem.ts';

const quoting = (quote: string, ...changes: readonly Change[]) =>
  changed([`overview: ${OVERVIEW}`, `overview: 'It takes ${quote} at the peak.'`], ...changes);
const overview = (text: string) => problemOf(text).reference.overview;

test.each([
  ['an estimate in its unit', '{{peak-rate}}', '3.47K/s'],
  ['an input as it is written', '{{requests}}', '100M/day'],
  ['spaces around it', '{{  peak-rate  }}', '3.47K/s'],
  ['capitals', '{{Peak-Rate}}', '3.47K/s'],
  ['a product', '{{peak-rate * 2}}', '6.94K/s'],
  ['a product of bytes', '{{requests * 1 KB * 30 days}}', '3 TB'],
  ['a unit', '{{requests * 1 KB * 30 days in GB}}', '3,000 GB'],
  ['a rate of another period', '{{requests in /hour}}', '4.17M/hour'],
  ['a share', '{{requests / peak-rate in %}}', '33.3%'],
  ['two in one text', '{{requests}}, or {{peak-rate}},', '100M/day, or 3.47K/s,'],
])('texts quote %s', (_, quote, shown) => {
  expect(overview(quoting(quote))).toBe(`It takes ${shown} at the peak.`);
});

test('a folded quote is one', () => {
  const text = changed([`overview: ${OVERVIEW}`, 'overview: >-\n    It takes {{peak-rate *\n    2}} at least.']);
  expect(overview(text)).toBe('It takes 6.94K/s at least.');
});

test('a changed input changes every text that quotes what comes from it', () => {
  const quote = (what: string) => `'${what}: {{peak-rate}}, {{requests * 2}}.'`;
  const text = changed(
    [`overview: ${OVERVIEW}`, `overview: ${quote('overview')}`],
    ['because: It sets the number of servers.', `because: ${quote('because')}`],
    [
      'answer: Answers from a local copy within a limit of age, and refuses what may not be old.',
      `answer: ${quote('answer')}`,
    ],
    ['claim: Says what happens when the store cannot be reached.', `claim: ${quote('claim')}`],
  );
  const quotesOf = (file: string) => {
    const { capacity, reference, points } = problemOf(file);
    return [reference.overview, capacity.estimates[0]?.because, points[0]?.answer, points[0]?.claim];
  };
  const all = ['overview', 'because', 'answer', 'claim'];
  expect(quotesOf(text)).toEqual(all.map((what) => `${what}: 3.47K/s, 2.31K/s.`));
  expect(quotesOf(text.replace('100M/day', '1B/day'))).toEqual(all.map((what) => `${what}: 34.7K/s, 23.1K/s.`));
});

test('an input that only a text quotes is used', () => {
  expect(faultsOf(quoting('{{peak-factor}}', [FORMULA, 'requests']))).toEqual([]);
});

test('a platform problem has quotes in all its texts', () => {
  const line = (key: string) => `${key}: 'a {{peak-rate}}'`;
  const part = (...keys: readonly string[]) => `{ ${keys.map(line).join(', ')} }`;
  const platform = `platform:
  strategy: ${part('market', 'value', 'vision', 'organisation')}
  tenancy: ${part('isolation', 'resources', 'distribution')}
  developers: ${part('selfService', 'tools', 'ecosystem')}
  data: ${part('consistency', 'governance', 'analytics')}
  compliance: { frameworks: ['{{peak-rate}}'], controls: x, threats: x }
  serviceLevels: [{ name: x, target: '{{peak-rate}}' }]
  evolution: { innovation: x, ecosystem: x, migration: x, measures: ['{{peak-rate}}'] }

points:
`;
  const { platform: parsed } = problemOf(changed(['level: L6', 'level: L7'], ['\npoints:\n', `\n${platform}`]));
  expect(JSON.stringify(parsed)).not.toContain('{{');
  expect(parsed?.strategy.value).toBe('a 3.47K/s');
});

describe('braces stay as they are', () => {
  test.each([
    ['in a diagram', 'client -> gateway -> service -> store', 'client -> gateway: {{peak-rate}}'],
    ['in the statement', 'statement: >-\n', 'statement: >-\n  What is {{peak-rate}} to you?\n'],
  ])('%s', (_, from, to) => {
    expect(JSON.stringify(problemOf(changed([from, to])))).toContain('{{peak-rate}}');
  });

  test.each(['{', '}', '{}', '{id}', '{ {id} }', '}}'])('where they are single: %s', (braces) => {
    expect(overview(quoting(braces))).toBe(`It takes ${braces} at the peak.`);
  });
});

describe('a quote that cannot be filled in is told at its place', () => {
  test.each([
    ['{{peak-rat}}', 'peak-rat}}', /no figure "peak-rat"/, /Did you mean peak-rate\?/],
    ['{{requests * zebra}}', 'zebra}}', /no figure "zebra"/, /inputs or estimates/],
    ['{{peak-rate in TB}}', 'TB}}', /a rate per second into bytes/, /such as \/s or \/day/],
    ['{{requests in count}}', 'count}}', /into a plain number/, /same kind/],
    ['{{peak-rate + 1 day}}', '+ 1 day}}', /cannot add/, /./],
    ['{{peak-rate', '{{peak-rate', /does not end/, /\}\}/],
    ['{{peak-rate}', '{{peak-rate}', /does not end/, /\}\}/],
    ['{{}}', '}}', /nothing to compute/, /./],
    ['{{{peak-rate}}}', '{{{peak-rate}}}', /does not end/, /./],
    ['{{1/0}}', '/0}}', /divides by zero/, /./],
    ['{{__proto__}}', '__proto__}}', /"__proto__"/, /./],
    ['{{constructor}}', 'constructor}}', /"constructor"/, /./],
  ])('%s', (quote, at, message, hint) => {
    const [fault, ...others] = faultsOf(quoting(quote));
    expect(others).toEqual([]);
    expect(fault?.at.startsWith(at)).toBe(true);
    expect(fault?.message).toMatch(message);
    expect(fault?.hint).toMatch(hint);
  });

  test('on its own line of a longer text', () => {
    const text = changed([`overview: ${OVERVIEW}`, 'overview: |\n    The first line.\n\n    Then {{peak-rat}}.']);
    expect(faultsOf(text).map(({ at }) => at)).toEqual(['peak-rat}}.']);
  });

  test('once, where it stands twice in a text', () => {
    expect(faultsOf(quoting('{{peak-rat}} and {{peak-rat}}, not {{zebra}}'))).toHaveLength(2);
  });

  test('at the text, where escapes hide it', () => {
    const text = changed([`overview: ${OVERVIEW}`, 'overview: "\\x7b{peak-rat}}"']);
    expect(faultsOf(text)).toMatchObject([{ at: '"\\x7b{peak-rat}}"', message: 'there is no figure "peak-rat"' }]);
  });
});

test('thousands of braces take no time to speak of', () => {
  expect(faultsOf(quoting('{{'.repeat(2900)))).toHaveLength(1);
  expect(faultsOf(quoting('{{1}}'.repeat(1100)))).toEqual([]);
});
