import { expect, test } from 'vitest';
import { calculate } from '../../src/quantity/calculate.ts';
import { nameKey } from '../../src/quantity/notation/names.ts';
import { quantity, type Scope } from '../../src/quantity/quantity.ts';

const DAY = 24 * 60 * 60;
const scope: Scope = new Map([
  ['peak-rate', quantity(1_500)],
  ['peak', quantity(7)],
  ['hot links', quantity(20e6)],
  ['rows_5y', quantity(182.5e9)],
  ['hot', quantity(3)],
  ['DAU', quantity(1e8)],
]);

type Row = [text: string, value: number, dimension: string, shown?: string];

/** Each value is worked out by hand as a product of plain numbers, in bytes, seconds, dollars or counts. */
const TABLE: Row[] = [
  // Numbers
  ['42', 42, 'count', '42'],
  ['1,000,000', 1_000_000, 'count', '1M'],
  ['10_000', 10_000, 'count', '10,000'],
  ["1'000'000", 1_000_000, 'count'],
  ['56 800 235 584', 56_800_235_584, 'count', '56.8B'],
  ['1e9', 1_000_000_000, 'count', '1B'],
  ['1.5E3', 1_500, 'count'],
  ['1e3KB', 1e6, 'bytes', '1 MB'],
  ['1e9users', 1e9, 'count'],
  ['2e-3', 0.002, 'count', '0.002'],
  ['.5', 0.5, 'count'],
  ['1,234.5', 1_234.5, 'count'],
  ['10^9', 1_000_000_000, 'count'],
  ['10⁹', 1_000_000_000, 'count'],
  ['2**10', 1_024, 'count', '1,024'],
  ['2^3^2', 512, 'count'],
  ['62^7', 3_521_614_606_208, 'count', '3.52T'],
  ['-2^2', -4, 'count'],
  ['(-2)^2', 4, 'count'],
  ['10^-3', 0.001, 'count'],
  ['10K^2', 100_000_000, 'count'],
  // Magnitudes
  ['100K', 100_000, 'count'],
  ['100k', 100_000, 'count'],
  ['1.67M', 1_670_000, 'count', '1.67M'],
  ['10B', 10_000_000_000, 'count', '10B'],
  ['3.5T', 3_500_000_000_000, 'count'],
  ['2bn', 2_000_000_000, 'count'],
  ['5 mn', 5_000_000, 'count'],
  ['100 million', 100_000_000, 'count'],
  ['2 thousand million', 2_000_000_000, 'count'],
  ['1 trillion', 1_000_000_000_000, 'count'],
  ['ten million', 10_000_000, 'count'],
  ['twenty-five thousand', 25_000, 'count'],
  ['forty two', 42, 'count'],
  ['half a million', 500_000, 'count'],
  ['a billion', 1_000_000_000, 'count'],
  ['three hundred', 300, 'count'],
  ['2 dozen', 24, 'count'],
  ['3 lakh', 300_000, 'count'],
  // Signs and brackets
  ['2 * 3 + 4', 10, 'count'],
  ['2 + 3 * 4', 14, 'count'],
  ['(2 + 3) * 4', 20, 'count'],
  ['2 x 3 × 4 · 5', 120, 'count'],
  ['2x3', 6, 'count'],
  ['100 ÷ 8', 12.5, 'count'],
  ['100 / 5 / 2', 10, 'count'],
  ['10 − 3', 7, 'count'],
  ['10 – 3', 7, 'count'],
  ['--5', 5, 'count'],
  ['3 times 4', 12, 'count'],
  ['12 divided by 4', 3, 'count'],
  ['2 plus 3 minus 1', 4, 'count'],
  ['~100K * 2', 200_000, 'count'],
  ['≈ 5 x about 3', 15, 'count'],
  ['2x', 2, 'count'],
  // Shares
  ['60%', 0.6, 'count', '60%'],
  ['99.95%', 0.9995, 'count', '99.95%'],
  ['60% * 500M', 300_000_000, 'count', '300M'],
  ['60% of 500M', 300_000_000, 'count'],
  ['3 nines', 0.999, 'count', '99.9%'],
  ['four nines', 0.9999, 'count', '99.99%'],
  ['11 9s', 0.99999999999, 'count', '99.999999999%'],
  ['(1 - 3 nines) * 1 year', 0.001 * 365 * DAY, 'time', '8.76 hours'],
  ['100 - 10%', 90, 'count'],
  ['100 GB + 20%', 120e9, 'bytes', '120 GB'],
  ['10% + 90% / 20', 0.145, 'count'],
  ['1 - 60%', 0.4, 'count'],
  // Bytes and bits
  ['64 bytes', 64, 'bytes', '64 bytes'],
  ['1 KB', 1_000, 'bytes', '1 KB'],
  ['1 KiB', 1_024, 'bytes'],
  ['5MB', 5_000_000, 'bytes'],
  ['500 kb', 500_000, 'bytes'],
  ['8 Kb', 1_000, 'bytes'],
  ['8 Mbit', 1_000_000, 'bytes', '1 MB'],
  ['16 bits', 2, 'bytes'],
  ['2 GiB', 2 * 1_073_741_824, 'bytes'],
  ['1 TiB', 1_099_511_627_776, 'bytes', '1.1 TB'],
  ['3 petabytes', 3e15, 'bytes'],
  ['2 kilobytes', 2_000, 'bytes'],
  ['10^9 bytes', 1e9, 'bytes'],
  ['2^32 bytes', 4_294_967_296, 'bytes', '4.29 GB'],
  ['16 gigs', 16e9, 'bytes'],
  ['10 Gbps', 1_250_000_000, 'bandwidth', '1.25 GB/s'],
  ['800 Mbps', 100_000_000, 'bandwidth'],
  ['20 MBps', 20_000_000, 'bandwidth'],
  ['10 MB/s', 10_000_000, 'bandwidth', '10 MB/s'],
  ['1 Gb/s', 125_000_000, 'bandwidth'],
  // Time
  ['30 days', 30 * DAY, 'time', '30 days'],
  ['1 month', 30 * DAY, 'time'],
  ['5 years', 5 * 365 * DAY, 'time', '5 years'],
  ['1.5h', 5_400, 'time', '1.5 hours'],
  ['2h30m', 9_000, 'time', '2.5 hours'],
  ['1 day 12 hours', 36 * 3_600, 'time'],
  ['250 ms', 0.25, 'time', '250 ms'],
  ['5 µs', 5e-6, 'time', '5 µs'],
  ['3 weeks', 21 * DAY, 'time'],
  ['90 min + 30 min', 7_200, 'time'],
  // Rates
  ['100M/min', 100e6 / 60, 'rate', '1.67M/s'],
  ['100M per day', 1e8 / DAY, 'rate', '1.16K/s'],
  ['100M a day', 1e8 / DAY, 'rate'],
  ['1.67M rps', 1_670_000, 'rate'],
  ['20K writes/s', 20_000, 'rate', '20K writes/s'],
  ['1.16 kps', 1_160, 'rate'],
  ['600 rpm', 10, 'rate', '10/s'],
  ['3/day', 3 / DAY, 'rate', '3/day'],
  ['10 / 2 s', 5, 'rate'],
  ['5 requests/user/day', 5 / DAY, 'rate', '5 requests/user/day'],
  ['5 requests per user per day * 100M users', 5e8 / DAY, 'rate', '5.79K requests/s'],
  ['1.67M/s / 800K/s', 1.67e6 / 8e5, 'count', '2.09'],
  ['500 / (2 / s)', 250, 'time'],
  // Capacity
  ['100M/min * 1KB * 30 days', 100e6 * 1e3 * 30 * 24 * 60, 'bytes', '4.32 PB'],
  ['500M/day * 2KB * 30 days', 30e12, 'bytes', '30 TB'],
  ['10k policies * 1M keys * 64 bytes', 640e9, 'bytes', '640 GB'],
  ['640 GB / 50 GB', 12.8, 'count', '12.8'],
  ['10 GB / 100 MB/s', 100, 'time', '100 s'],
  ['1 TB / 10 Gbps', 800, 'time'],
  ['1.67M RPS × 0.1ms', 167, 'count', '167'],
  ['10k policies / 100 policies', 100, 'count', '100'],
  ['40 bytes/row * 1M rows', 40e6, 'bytes', '40 MB'],
  ['2 KB each * 5M', 10e9, 'bytes'],
  ['10 GB per user * 3 users', 30e9, 'bytes', '30 GB'],
  // Money
  ['$0.01 * 500M/day * 10%', 500_000 / DAY, 'money/time', '$15M/month'],
  ['15M dollars', 15e6, 'money', '$15M'],
  ['5 cents', 0.05, 'money', '$0.05'],
  ['USD 0.5M/day', 5e5 / DAY, 'money/time'],
  ['$5 per million requests * 3B requests', 15_000, 'money', '$15K'],
  ['$0.023/GB/month * 100 TB * 1 year', 0.023 * 100_000 * (365 / 30), 'money', '$28K'],
  // Functions
  ['ceil(12.1)', 13, 'count'],
  ['floor(12.9)', 12, 'count'],
  ['round(2.5)', 3, 'count'],
  ['sqrt(144)', 12, 'count'],
  ['log2(1024)', 10, 'count'],
  ['log(10^6) / log(10)', 6, 'count'],
  ['min(3 GB, 500 MB)', 500e6, 'bytes'],
  ['max(100, 200, 150)', 200, 'count'],
  ['ceil(7000 / (1000 * 0.7))', 10, 'count'],
  // Names
  ['peak-rate * 2', 3_000, 'count'],
  ['peak - 2', 5, 'count'],
  ['peak -2', 5, 'count'],
  ['hot links * 500 bytes', 10e9, 'bytes', '10 GB'],
  ['Hot  Links * 500 bytes', 10e9, 'bytes'],
  ['hot * 2', 6, 'count'],
  ['rows_5y * 500', 182.5e9 * 500, 'count'],
  ['dau * 2', 2e8, 'count'],
  ['2 days', 2 * DAY, 'time'],
];

test('the table is as long as it should be', () => {
  expect(TABLE.length).toBeGreaterThanOrEqual(120);
});

test.each<Row>(TABLE)('%s', (text, value, dimension, shown) => {
  const result = calculate(text, { scope });
  expect(result).toMatchObject({ ok: true });
  if (!result.ok) return;
  expect(Math.abs(result.value.value - value)).toBeLessThanOrEqual(1e-9 * Math.abs(value));
  expect(result.value.dimension).toBe(dimension);
  if (shown !== undefined) expect(result.value.text).toBe(shown);
});

test.each([
  ['4.32 PB in TiB', 4.32e15 / 1024 ** 4, '3,929 TiB'],
  ['100M/day in /s', 1e8 / DAY, '1,157/s'],
  ['1.67M/s to requests/min', 1.67e6 * 60, '100,200,000 requests/min'],
  ['2.5 GB/s to Gbps', 20, '20 Gbps'],
  ['1 TB to GB', 1_000, '1,000 GB'],
  ['90 s as min', 1.5, '1.5 min'],
  ['0.9995 to %', 99.95, '99.95%'],
  ['5M to K', 5_000, '5,000K'],
  ['$500K/day to $/month', 15e6, '$15,000,000/month'],
  ['2 hours in days', 1 / 12, '0.08333 days'],
])('%s is converted', (text, value, shown) => {
  const result = calculate(text);
  expect(result.ok && result.value.text).toBe(shown);
  expect(result.ok && result.value.value).toBeCloseTo(value, 9);
});

test.each([
  ['10B', '10 billion'],
  ['100 B', '100 bytes'],
  ['64b', '64 bits'],
  ['5m users', '5 million'],
  ['500 kb', 'kilobytes'],
  ['500 Mb', 'megabits'],
  ['10G', '10 billion'],
  ['3 users + 4 shards', 'unlike things are added: users and shards'],
  ['100 GB + 20%', 'share'],
])('%s says how it was read', (text, message) => {
  const result = calculate(text, { scope });
  expect(result.ok && result.value.notes.map((note) => note.message)).toEqual([expect.stringContaining(message)]);
});

test.each(['64 bytes', '10B users', '100M requests/day', '2 KB + 3 KB', '3 policies + 1 policy', '5 GB'])(
  '%s needs no note',
  (text) => {
    expect(calculate(text)).toMatchObject({ ok: true, value: { notes: [] } });
  },
);

test('a name that was defined comes before the unit of the same name, and says so', () => {
  const day = new Map([['day', quantity(80_000)]]);
  const note = { message: expect.stringContaining('not the unit') };
  expect(calculate('100M/day', { scope: day })).toMatchObject({
    value: { value: 1_250, dimension: 'count', notes: [note] },
  });
  expect(calculate('2 days', { scope: day })).toMatchObject({
    value: { value: 2 * DAY, dimension: 'time', notes: [] },
  });
});

test('remembers that a number was approximate', () => {
  expect(calculate('~5 * 3')).toMatchObject({ value: { isApproximate: true } });
  expect(calculate('5 * 3')).toMatchObject({ value: { isApproximate: false } });
});

test('a result is a value to go on with', () => {
  const first = calculate('100M/day * 1 KB');
  if (!first.ok) throw new Error(first.fault.message);
  const next = new Map([[nameKey('Daily  Volume'), first.value.quantity]]);
  expect(calculate('daily volume * 30 days', { scope: next })).toMatchObject({ value: { text: '3 TB' } });
});

test('a unit in the text comes before one that was asked for beside it', () => {
  expect(calculate('1 TB in GB', { to: 'MB' })).toMatchObject({ value: { text: '1,000 GB', unit: 'GB' } });
  expect(calculate('1 TB', { to: 'MB' })).toMatchObject({ value: { text: '1,000,000 MB', unit: 'MB', value: 1e6 } });
});

test.each([
  ['100M/day * 2 KB * 30 dyas', 'dyas', 'days'],
  ['5 GB * 3 horus', 'horus', 'hours'],
  ['10 gigabtyes * 2', 'gigabtyes', 'gigabytes'],
])('%s has a note on the unit that is meant', (text, word, unit) => {
  const result = calculate(text);
  if (!result.ok) throw new Error(result.fault.message);
  const [note, ...rest] = result.value.notes;
  expect(note?.message).toContain(`the unit is written ${unit}`);
  expect(text.slice(note?.start, note?.end)).toBe(word);
  expect(rest).toEqual([]);
});

test.each(['5 users * 3 keys', '10 things', '3 hits/day', '2 sites', '5 GB / disk'])('%s has none', (text) => {
  expect(calculate(text)).toMatchObject({ value: { notes: [] } });
});
