import { describe, expect, test } from 'vitest';
import { calculate } from '../../src/quantity/calculate.ts';
import { convert } from '../../src/quantity/convert.ts';
import { BYTES } from '../../src/quantity/dimension.ts';
import { quantity, type Scope } from '../../src/quantity/quantity.ts';
import { fc } from '../harness/properties.ts';
import { timesYardstick } from '../harness/speed.ts';
import { countWork } from '../harness/work.ts';

const scope: Scope = new Map([
  ['peak-rate', quantity(1_500)],
  ['links', quantity(1e6)],
]);

type Row = [text: string, message: string, at: string, hint?: string];

/** What is wrong, the text it is about, and a word of what to do. */
const TABLE: Row[] = [
  ['5 GB + 3 days', 'cannot add days to bytes', '+', 'measure the same'],
  ['5 GB - 2 h', 'cannot subtract hours from bytes', '-'],
  ['5 GB + 3', 'cannot add a plain number to bytes', '+', 'Give both sides a unit'],
  ['5 GB/s + 3 GB', 'cannot add bytes to bytes per second', '+', 'divide the second'],
  ['3 GB + 5 GB/s', 'cannot add bytes per second to bytes', '+', 'Multiply the second by a time'],
  ['1/0', 'divides by zero', '/'],
  ['1 / (3 - 3)', 'divides by zero', '/'],
  ['5m', 'minutes, months, metres or a million', '5m', '5 min'],
  ['5 m', 'million', '5 m', '5M'],
  ['foo * 3', '"foo" is not known', 'foo', 'Write a value, or define the name on a line before: foo = 100M.'],
  ['3 * peak-rat', '"peak" is not known', 'peak', 'Did you mean peak-rate?'],
  ['3 * linsk', '"linsk" is not known', 'linsk', 'Did you mean links?'],
  ['3 * M', '"M" is not known', 'M'],
  ['', 'nothing to compute', ''],
  ['   ', 'nothing to compute', '   '],
  ['5 +', 'missing at the end', '', 'number'],
  ['5 * / 3', 'a number is missing in front of "/"', '/'],
  ['(5', 'never closed', '('],
  ['5)', 'closes nothing', ')'],
  ['2 (3)', 'an operator is missing', '(', '*'],
  ['2 3', 'an operator is missing', '3', '*'],
  ['1,5', 'a comma has no meaning', ',', '1.5'],
  ['max(1,000, 2)', 'one number or several', '1,000', 'space'],
  ['sqrt(1, 2)', 'sqrt takes one value', 'sqrt(1, 2)', 'sqrt(a)'],
  ['max()', 'max takes one to 64 values', 'max()', 'max(a, b)'],
  ['sqrt(-1)', 'no square root', 'sqrt(-1)', 'zero or more'],
  ['log2(0)', 'log2 has a value only above zero', 'log2(0)', 'comes to 0'],
  ['log(-3)', 'log has a value only above zero', 'log(-3)', 'comes to -3'],
  ['sqr(9)', 'there is no function "sqr"', 'sqr', 'Did you mean sqrt?'],
  ['5 GB / storge(3)', 'there is no function "storge"', 'storge', 'Did you mean storage?'],
  ['frobnicate(3)', 'there is no function "frobnicate"', 'frobnicate', 'sdi calc --formulas'],
  ['ceil(5 GB)', 'takes a plain number', 'ceil(5 GB)', '1 GB'],
  ['min(5 GB, 3)', 'cannot compare a plain number with bytes', '3', 'the same kind of unit'],
  ['2 ^ (3 GB)', 'an exponent is a plain number', '(3 GB)'],
  ['(2 GB) ^ 0.5', 'cannot be raised', '(2 GB) ^ 0.5'],
  ['(-8) ^ 0.5', 'a negative number has only whole powers', '(-8) ^ 0.5', 'whole exponent'],
  ['(3 - 3) ^ -1', 'zero has no negative power', '(3 - 3) ^ -1', 'divide by zero'],
  ['0^-1', 'zero has no negative power', '0^-1', 'divide by zero'],
  ['9^9^9', 'too large', '9^9^9', '1e308'],
  ['1e400', 'too large', '1e400', '1e308'],
  ['1e300 * 1e300', 'too large', '*', '1e308'],
  ['storage(5 GB)', 'storage takes rate, size, retention, and if wanted', 'storage(5 GB)', 'storage(500M/day'],
  ['storage(5, 3 GB, 1 day)', 'storage needs a rate per second for rate, not a plain number', '5', 'storage(500M/day'],
  ['bandwidth(5/s, 3 days)', 'bandwidth needs bytes for size, not days', '3 days', 'bytes of each'],
  ['5 GB in days', 'cannot turn bytes into time', 'days', 'such as GB or TiB'],
  ['5 GB in requests/day', 'cannot turn bytes into a rate per second', 'requests/day', 'such as GB or TiB'],
  ['3 days in GB', 'cannot turn time into bytes', 'GB', 'such as hours or ms'],
  ['100M in GB', 'cannot turn a plain number into bytes', 'GB', 'such as K, M or %'],
  ['100M/s in hours', 'cannot turn a rate per second into time', 'hours', 'such as /s or /day'],
  ['$5 in GB', 'cannot turn dollars into bytes', 'GB', 'such as $ or cents'],
  ['5 GB * 3 s in GB', 'cannot turn bytes*time into bytes', 'GB', 'Leave the unit out'],
  ['5 GB in 7 GB', '"7 GB" is no unit', '7 GB', 'without a number'],
  ['5 GB in foo', '"foo" is no unit', 'foo', 'such as GB or TiB'],
  ['5 GB in Gigabyts', '"Gigabyts" is no unit', 'Gigabyts', 'Did you mean gigabyte?'],
  ['5 GB/s in GB/dya', '"dya" is no unit', 'dya', 'Did you mean day?'],
  ['5 h in dyas', '"dyas" is no unit', 'dyas', 'Did you mean day?'],
  ['5 GB/s in foo/s', 'cannot turn bytes per second into a rate per second', 'foo/s', 'such as GB/s or Gbps'],
  ['5 h in m', '"m" is no unit', 'm', 'min for minutes'],
  ['5 GB in (GB', '"(GB" is no unit', '(GB', 'Did you mean GB?'],
  ['5 GB to', 'a unit is missing', 'to'],
  ['$', 'a number is missing', '$'],
  ['€5', '"€" has no meaning', '€', 'dollars'],
  ['5 < 3', '"<" has no meaning', '<', 'Leave it out'],
  ['(5 : 3)', '":" has no meaning', ':', 'Leave it out'],
  ['3 * √9', '"√" has no meaning', '√', 'sqrt(2)'],
  ['3 * ٣', '"٣" has no meaning', '٣', 'plain digits'],
  ['3 * #', '"#" has no meaning', '#', 'Leave it out'],
  ['0xff', 'hexadecimal', '0'],
  ['50 nines', 'counted from 1 to 15', '50 nines'],
  ['5 users and 3', '"and" is not expected', 'and'],
  ['a = 3', '"a" is not known', 'a'],
  ['5 GB squared', '"squared" is not expected', 'squared', 'Write ^2.'],
  ['a quarter of users', '"a" is not known', 'a'],
  ['58 MB/s → TB/day', '"→" has no meaning', '→', 'To have it in another unit write to'],
  ['640 GB / 64 GB = 10', '"=" has no meaning', '=', 'Leave a result out'],
  ['640 GB / 64 GB ≈ 10', '"≈" has no meaning', '≈', 'Leave a result out'],
  ['640 GB / 64 GB ~ 10', '"~" has no meaning', '~', 'Leave a result out'],
  ['(100M/min ≈ 1.67M/s)', '"≈" has no meaning', '≈', 'Leave a result out'],
  ['100M/min -> 1.67M/s', '"->" has no meaning', '->', 'Leave a result out'],
  ['100M/min => 1.67M/s', '"=>" has no meaning', '=>', 'Leave a result out'],
  ['58 MB/s --> TB/day', '"-->" has no meaning', '-->', 'To have it in another unit write to'],
  ['5-s', 'cannot subtract seconds from a plain number', '-'],
  ['5 (GB)', 'an operator is missing', '('],
  ['10M users (about 5) * 3', 'an operator is missing', '('],
  ['5 GB in nines', 'only a share below one has nines', 'nines', '99.9%'],
  ['1.5 in nines', 'only a share below one has nines', 'nines'],
];

/** Where the span of a fault in a table entry has to begin and what it has to cover. */
test.each<Row>(TABLE)('%j is refused at the right place', (text, message, at, hint) => {
  const result = calculate(text, { scope });
  expect(result).toMatchObject({ ok: false, fault: { message: expect.stringContaining(message) } });
  if (result.ok) return;
  const { start, end } = result.fault;
  expect(text.slice(start, start + Math.max(at.length, end - start))).toContain(at);
  expect(end - start).toBeLessThanOrEqual(Math.max(at.length, 1));
  expect(result.fault.hint).toContain(hint ?? '.');
});

const repeated = (text: string, times: number) => text.repeat(times);

/** Input of which nothing good can come. What matters is that it ends soon, and in a value or a fault inside of the text. */
const HOSTILE: readonly string[] = [
  repeated('9', 10_000),
  repeated('(', 5_000),
  repeated('(', 5_000) + repeated(')', 5_000),
  `${repeated('(', 99)}1${repeated(')', 99)}`,
  `${repeated('(', 5_000)}1${repeated(')', 5_000)}`,
  repeated('sqrt(', 2_000),
  repeated('-', 9_999) + 1,
  repeated('1+', 5_000) + 1,
  repeated('1*', 5_000) + 1,
  repeated('2^', 5_000) + 1,
  repeated('1/', 5_000) + 0,
  repeated('1,', 5_000),
  repeated('1,000,', 1_600),
  repeated('1_', 5_000),
  repeated('1 000 ', 1_600),
  repeated('1.', 5_000),
  repeated('1e', 5_000),
  repeated('e9', 5_000),
  repeated('~', 10_000),
  repeated(' ', 10_000),
  repeated('5 GB ', 2_000),
  `5 ${repeated('GB ', 3_000)}`,
  `5 ${repeated('million ', 1_200)}`,
  `5${repeated(' users', 1_600)}`,
  repeated('5 ab * ', 1_400) + 1,
  repeated('1 day ', 1_600),
  `1${repeated('%', 9_999)}`,
  repeated('10B + ', 1_600) + 1,
  '1/0',
  '0/0',
  '0^-1',
  '1e308*10',
  '-1e308*10',
  '1e308+1e308',
  '2^99999',
  '9^9^9',
  '9^9^9^9^9',
  '(1e300 GB)^2',
  '1 s^9 * 1 s^9 * 1 s^9',
  '--------1',
  '__proto__',
  '5 __proto__ * 2 constructor',
  '5 / toString',
  'constructor(5)',
  'hasOwnProperty',
  '\u0000\u0001\u001b[31m5',
  '5\u202e GB',
  '\ud800',
  '5 \udc00 GB',
  '5 * 🙂',
  '٣ + ٤',
  `5 in ${repeated('GB/', 3_000)}s`,
  '5 in __proto__',
  '=== 5',
  '0.1e-999999999',
  '1e-300 / 1e300 / 1e300',
  '1 / (1e-300 * 1e-300)',
];

describe('hostile input', () => {
  test('is tried in many forms', () => {
    expect(HOSTILE.length).toBeGreaterThanOrEqual(40);
  });

  test.each(HOSTILE.map((text) => [text.slice(0, 40), text]))('%j ends in a value or a fault', (_, text) => {
    expectSound(text, calculate(text));
    expect(timesYardstick(() => calculate(text), 25)).toBeLessThan(25);
  });

  test('has its own message where brackets go too deep', () => {
    expect(calculate(`${repeated('(', 101)}1${repeated(')', 101)}`)).toMatchObject({
      fault: { message: 'brackets are nested more than 100 deep', hint: expect.stringContaining('names') },
    });
    expect(calculate(`${repeated('(', 100)}1${repeated(')', 100)}`)).toMatchObject({ ok: true });
  });

  test('that is very long is refused at once', () => {
    expect(calculate(repeated('1+', 500_000))).toMatchObject({ fault: { message: expect.stringContaining('20000') } });
  });

  test.each([
    ...['5 GB + ', '10B requests * ', '1,000,', '5 ab * ', '(1) + ', '1 day ', '5 users ', '2^', 'peak-rate * '],
    ...['5 a-b-c ', '1. ', '5 GB (so) ', '2 dys * ', '10B b ', '1KBx2', 'half of ', '99.9% * ', '5 GB of ab '],
  ])('made of %j takes twice the work at twice the length', (part) => {
    const workOn = (times: number) => countWork(() => calculate(part.repeat(times), { scope }));
    expect(workOn(1_200)).toBeLessThan(2.1 * workOn(600));
  });
});

function expectSound(text: string, result: ReturnType<typeof calculate>): void {
  if (result.ok) {
    expect(Number.isFinite(result.value.value)).toBe(true);
    expect(result.value.text).not.toMatch(/NaN|Infinity|undefined/);
  } else {
    const { start, end, message, hint } = result.fault;
    expect(message).not.toBe('');
    expect(hint).toMatch(/^[A-Z].*[.?]$/s);
    expect(message + (result.fault.hint ?? '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]|undefined|NaN/);
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(text.length);
  }
  const spans = result.ok ? result.value.notes : [];
  for (const { start, end } of spans) expect(0 <= start && start <= end && end <= text.length).toBe(true);
}

const pieces = fc.constantFrom(
  ...['5', '1.5', '100M', '10B', '1,000', 'GB', 'days', '/s', 'per user', '/', '*', '+', '-', '^', '(', ')', '%', '$'],
  ...[
    'users',
    'peak-rate',
    'links',
    'm',
    'x',
    'to',
    'in',
    'min(',
    'storage(',
    ',',
    '~',
    'nines',
    'ten',
    'a',
    'of',
    '2h',
    '²',
    '\u0000',
  ],
);

describe('any text at all', () => {
  test('of any characters ends in a value or a fault inside of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) =>
        expectSound(text, calculate(text, { scope })),
      ),
      { numRuns: 2_000 },
    );
  });

  test('of the pieces of the notation ends in a value or a fault inside of it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(pieces, fc.constantFrom('', ' ')), { maxLength: 14 }), (parts) => {
        const text = parts.flat().join('');
        expectSound(text, calculate(text, { scope }));
      }),
      { numRuns: 5_000 },
    );
  });

  test('is taken as a unit to convert into', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), pieces), (unit) => {
        const result = convert(quantity(1e9, BYTES), unit);
        if (result.ok) expect(Number.isFinite(result.value.value)).toBe(true);
        else expect(result.fault.end).toBeLessThanOrEqual(unit.length);
      }),
      { numRuns: 2_000 },
    );
  });
});
