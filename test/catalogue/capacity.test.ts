import { describe, expect, test } from 'vitest';
import { parseProblem } from '../../src/catalogue/content-file.ts';
import { problemText } from '../harness/content.ts';

const stub = problemText('sample');

function parse(text: string) {
  return parseProblem({ path: 'sample.yaml', taken: false, bytes: new TextEncoder().encode(text) });
}

/** The stub with one thing changed; what is changed must be there. */
function changed(from: string, to: string): string {
  expect(stub).toContain(from);
  return stub.replace(from, to);
}

function faultsOf(text: string): readonly string[] {
  const parsed = parse(text);
  return parsed.ok
    ? []
    : parsed.diagnostics.map(({ line, message, hint }) => `${line}: ${message}${hint === undefined ? '' : ` ${hint}`}`);
}

const lineOf = (part: string) => stub.slice(0, stub.indexOf(part)).split('\n').length;

describe('the estimates of a problem', () => {
  test('are recomputed, in base units and as they are shown', () => {
    const parsed = parse(stub);
    const [estimate] = parsed.ok ? parsed.value.capacity.estimates : [];
    expect(estimate?.text).toBe('3.47K/s');
    expect(estimate?.amount).toBeCloseTo((100e6 / 86_400) * 3, 6);
  });

  test.each([
    ['an input that is no quantity', 'value: 100M/day', 'value: plenty', 'value: 100M/day', /plenty/],
    [
      'a formula that names nothing known',
      'formula: requests * peak-factor',
      'formula: requests * peak-facto',
      'formula: requests',
      /peak-factor/,
    ],
    [
      'a formula that uses itself',
      'formula: requests * peak-factor',
      'formula: requests * peak-factor * peak-rate',
      'formula: requests',
      /not worked out yet/,
    ],
    [
      'a formula that is none',
      'formula: requests * peak-factor',
      'formula: requests * (peak-factor',
      'formula: requests',
      /\(|bracket/,
    ],
    ['a unit of another kind', 'unit: /s', 'unit: TB', 'unit: /s', /bytes/],
    ['a unit that is none', 'unit: /s', 'unit: furlongs per', 'unit: /s', /furlongs/],
    [
      'units that do not add',
      'formula: requests * peak-factor',
      'formula: requests * peak-factor + 3 days',
      'formula: requests',
      /cannot add/,
    ],
  ])('%s is told at its line', (_, from, to, place, message) => {
    const faults = faultsOf(changed(from, to));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(`^${lineOf(place)}: `));
    expect(faults[0]).toMatch(message);
  });

  test('an input that nothing uses is told', () => {
    const text = changed('formula: requests * peak-factor', 'formula: requests');
    expect(faultsOf(text)).toEqual([
      `${lineOf('{ id: peak-factor')}: nothing uses the input "peak-factor" Use it in a formula or a text, or take it out.`,
    ]);
  });

  test('an input that a text quotes is used', () => {
    const text = changed('formula: requests * peak-factor', 'formula: requests').replace(
      'because: It sets the number of servers.',
      "because: 'At {{peak-factor}} times the mean.'",
    );
    expect(faultsOf(text)).toEqual([]);
  });
});

describe('texts', () => {
  const quoting = (quote: string) =>
    changed('overview: The design in a few sentences.', `overview: 'It takes ${quote} at the peak.'`);
  const overview = (text: string) => {
    const parsed = parse(text);
    return parsed.ok ? parsed.value.reference.overview : undefined;
  };

  test.each([
    ['{{peak-rate}}', '3.47K/s'],
    ['{{ requests }}', '100M/day'],
    ['{{peak-rate * 2}}', '6.94K/s'],
    ['{{requests * 1 KB * 30 days in TB}}', '3 TB'],
  ])('quote %s as %s', (quote, shown) => {
    expect(overview(quoting(quote))).toBe(`It takes ${shown} at the peak.`);
  });

  test('change with the inputs that they come from', () => {
    const text = quoting('{{peak-rate}}').replace('value: 100M/day', 'value: 200M/day');
    expect(overview(text)).toBe('It takes 6.94K/s at the peak.');
  });

  test('that quote what is not there are told, with what was meant', () => {
    const [fault, ...others] = faultsOf(quoting('{{peak-rat}}'));
    expect(others).toEqual([]);
    expect(fault).toMatch(new RegExp(`^${lineOf('overview:')}: .*peak-rat.*peak-rate`));
  });

  test('in code keep their braces', () => {
    const text = changed('client -> gateway -> service -> store', 'client -> gateway: {{x}}');
    expect(parse(text).ok ? 'sound' : faultsOf(text)).toBe('sound');
  });

  test.each(['{{}}', '{{1/0}}', '{{((((}}', '{{__proto__}}', '{{constructor}}'])('never break on %s', (quote) => {
    expect(faultsOf(quoting(quote))).toHaveLength(1);
  });
});

test('a diagram that cannot be read is told with its line', () => {
  const [fault] = faultsOf(changed('client -> gateway -> service -> store', 'client -> gateway\n    api ->'));
  expect(fault).toMatch(/line 2 of the diagram: /);
});
