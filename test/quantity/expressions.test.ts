import { expect, test } from 'vitest';
import { calculate } from '../../src/quantity/calculate.ts';
import { nameKey } from '../../src/quantity/notation/names.ts';
import { quantity, type Scope } from '../../src/quantity/quantity.ts';

const DAY = 24 * 60 * 60;
const scope: Scope = new Map([
  ['peak-rate', quantity(1_500)],
  ['peak', quantity(7)],
  ['headroom', { ...quantity(0.2), share: true }],
  ['hot links', quantity(20e6)],
  ['rows_5y', quantity(182.5e9)],
  ['hot', quantity(3)],
  ['DAU', quantity(1e8)],
]);

type Row = [text: string, value: number, dimension: string, shown?: string];

/** Each value is worked out by hand as a product of plain numbers, in bytes, seconds, dollars or counts. */
const TABLE: Row[] = [
  // What is counted for a time
  ['$0.023 per GB-month * 100 TB * 1 month', 2_300, 'money', '$2.3K'],
  ['$0.0000166667 per GB-second * 512 MB * 200 ms * 10M', 17.0667008, 'money', '$17.07'],
  ['100 GB-months * $0.02/GB-month', 2, 'money', '$2'],
  ['48 node-hours / 24 hours', 2, 'count'],
  ['100 GB-months in GB-hours', 72_000, 'bytes*time', '72,000 GB-hours'],
  ['5 GB-1GB', 4e9, 'bytes', '4 GB'],
  ['1K w/s * 100 bytes', 100_000, 'bandwidth', '100 KB/s'],
  ['5K r/s - 1K r/s', 4_000, 'rate', '4K reads/s'],
  ['60 q/min', 1, 'rate', '1 query/s'],
  ['2 w', 14 * DAY, 'time', '14 days'],
  ['100 pods * 512Mi', 100 * 512 * 1024 ** 2, 'bytes', '53.7 GB'],
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
  ['10⁻³', 0.001, 'count'],
  ['10⁻⁶ s', 1e-6, 'time', '1 µs'],
  ['½ * 4', 2, 'count'],
  ['1½ TB', 1.5e12, 'bytes', '1.5 TB'],
  ['5. * 3', 15, 'count'],
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
  ['1.2 MM users * 1 KB', 1.2e9, 'bytes', '1.2 GB'],
  ['100 mln', 100_000_000, 'count', '100M'],
  ['2 bil', 2_000_000_000, 'count', '2B'],
  ['5-million users', 5_000_000, 'count', '5M users'],
  ['half of 5 GB', 2.5e9, 'bytes'],
  ['quarter of 8 TB', 2e12, 'bytes', '2 TB'],
  ['a quarter of 8 TB', 2e12, 'bytes'],
  ['two thirds of 9 TB', 6e12, 'bytes', '6 TB'],
  ['2 thirds of 9 TB', 6e12, 'bytes'],
  ['2 quarters of 1 TB/day', 180e12, 'bytes', '180 TB'],
  ['half of peak', 3.5, 'count'],
  ['100M+ users', 100_000_000, 'count', '100M users'],
  // Signs and brackets
  ['2 * 3 + 4', 10, 'count'],
  ['2 + 3 * 4', 14, 'count'],
  ['(2 + 3) * 4', 20, 'count'],
  ['2 x 3 × 4 · 5', 120, 'count'],
  ['2x3', 6, 'count'],
  ['2KB x1M', 2e9, 'bytes', '2 GB'],
  ['100 GB x3replicas', 300e9, 'bytes'],
  ['100M users x2KB', 200e9, 'bytes'],
  ['(5)x1KB', 5_000, 'bytes'],
  ['100Mx2KB', 200e9, 'bytes'],
  ['10Kx1KB', 10e6, 'bytes'],
  ['1M*2KBx3', 6e9, 'bytes'],
  ['5 GBx3', 15e9, 'bytes'],
  ['2KBx 3', 6_000, 'bytes'],
  ['1e3x2', 2_000, 'count'],
  ['3 ∗ 4 • 5', 60, 'count'],
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
  ['100 servers + 20% headroom', 120, 'count', '120 servers'],
  ['12 + 20% spare', 14.4, 'count', '14.4'],
  ['100 - 20% discount', 80, 'count', '80'],
  ['20K/s + 30% headroom', 26_000, 'rate', '26K/s'],
  ['1 TB + 20% overhead', 1.2e12, 'bytes', '1.2 TB'],
  ['30 TB * 3 + 20% overhead', 108e12, 'bytes', '108 TB'],
  ['100 servers + (20%)', 120, 'count', '120 servers'],
  ['100 servers + (15 + 5)% reserve', 120, 'count'],
  ['100 servers + headroom', 120, 'count', '120 servers'],
  ['100 + -20%', 80, 'count'],
  ['0.5 nodes + 20%', 0.6, 'count', '0.6 nodes'],
  ['100 + headroom', 120, 'count', '120'],
  ['60% * 2 + headroom + headroom', 1.6, 'count'],
  ['headroom + 60% * 2 + headroom', 1.6, 'count'],
  ['60% * 500M + headroom', 360_000_000, 'count', '360M'],
  ['0.5 + 20%', 0.7, 'count'],
  ['1 + 20%', 1.2, 'count', '1.2'],
  ['99.99% uptime', 0.9999, 'count', '99.99%'],
  ['99.9% * 99.95%', 0.999 * 0.9995, 'count', '99.85%'],
  ['1 - (1-99.9%)^2', 0.999999, 'count', '99.9999%'],
  ['1 - (1 - 3 nines)^2', 0.999999, 'count', '99.9999%'],
  ['1 - (1-0.999)^2', 0.999999, 'count', '0.999999'],
  ['1 - 0.001^2', 0.999999, 'count', '0.999999'],
  ['0.999 * 0.9999', 0.999 * 0.9999, 'count', '0.9989'],
  ['99.9% of 1 year', 0.999 * 365 * DAY, 'time', '364.6 days'],
  ['99.99% of 10B requests', 9.999e9, 'count', '9.999B requests'],
  ['1 - 8 nines', 1e-8, 'count'],
  ['1 - 0.999999999', 1e-9, 'count'],
  ['(1 - 9 nines) * 1 year', 1e-9 * 365 * DAY, 'time'],
  ['(1 - 99.9999999%) * 1 year', 1e-9 * 365 * DAY, 'time'],
  ['(1 - 11 nines) * 10B objects', 0.1, 'count'],
  ['(1 - (1 - (1 - 5 nines)^2)) * 1 year', 1e-10 * 365 * DAY, 'time'],
  ['downtime(11 nines)', 1e-11 * 365 * DAY, 'time'],
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
  ['100 MiBps', 100 * 1024 ** 2, 'bandwidth'],
  ['1 Gibps', 1024 ** 3 / 8, 'bandwidth'],
  ['1 Gib', 1024 ** 3 / 8, 'bytes'],
  ['64-byte keys * 10M', 640e6, 'bytes', '640 MB'],
  ['128-bit UUID * 1B', 16e9, 'bytes'],
  ['4-KB pages * 1M', 4e9, 'bytes'],
  ['64 GB of RAM * 3', 192e9, 'bytes', '192 GB'],
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
  ['100M/DAY * 2 KB * 30 DAYS', 6e12, 'bytes', '6 TB'],
  ['5 YEARS', 5 * 365 * DAY, 'time', '5 years'],
  ['5 Yrs', 5 * 365 * DAY, 'time'],
  ['100 MS', 0.1, 'time', '100 ms'],
  ['1 Mo', 30 * DAY, 'time'],
  ['half an hour', 1_800, 'time', '30 min'],
  ['1 TB/day * 30-day', 30e12, 'bytes'],
  ['30-day retention * 1TB/day', 30e12, 'bytes', '30 TB'],
  ['6 weeks of logs * 1 TB/day', 42e12, 'bytes', '42 TB'],
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
  ['10M events daily * 1 KB', 1e10 / DAY, 'bandwidth', '116 KB/s'],
  ['1B events daily', 1e9 / DAY, 'rate', '11.6K events/s'],
  ['5K jobs weekly', 5_000 / (7 * DAY), 'rate'],
  ['100M daily active users', 1e8, 'count', '100M daily active users'],
  ['60 tpm', 1, 'rate', '1/s'],
  ['60 fps * 2 MB', 120e6, 'bandwidth', '120 MB/s'],
  ['100 Hz', 100, 'rate', '100/s'],
  ['3 times a day * 1M users', 3e6 / DAY, 'rate'],
  ['3 times per day', 3 / DAY, 'rate', '3/day'],
  ['once per minute * 1M hosts', 1e6 / 60, 'rate', '16.7K hosts/s'],
  ['twice a day', 2 / DAY, 'rate'],
  ['1M hosts every 10 s', 1e5, 'rate', '100K hosts/s'],
  ['20K/s (on average) * 2', 40_000, 'rate', '40K/s'],
  ['100M/min (on average)', 1e8 / 60, 'rate', '1.67M/s'],
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
  ['2 TB / 64 GB servers', 31.25, 'count', '31.3'],
  ['10 PB / 16 TB drives * 3', 1_875, 'count', '1,875'],
  ['80% hit rate * 10K/s', 8_000, 'rate', '8K/s'],
  ['70% utilization * 10K rps', 7_000, 'rate', '7K/s'],
  ['30 s timeout * 5K/s', 150_000, 'count', '150K'],
  ['3-way replication * 1 TB', 3e12, 'bytes', '3 TB'],
  ['3-node cluster', 3, 'count', '3 nodes'],
  ['2M in-app notifications', 2e6, 'count', '2M in-app notifications'],
  ['10K sign-in requests/s', 10_000, 'rate', '10K sign-in requests/s'],
  ['3 on-call engineers', 3, 'count', '3 on-call engineers'],
  ['1M two-factor logins', 1e6, 'count', '1M two-factor logins'],
  ['1M day-old links', 1e6, 'count', '1M day-old links'],
  ['10 per-user limits * 1M users', 1e7, 'count', '10M'],
  ['10 HTTP/2 connections * 3', 30, 'count', '30 http/2 connections'],
  ['10M (users) * 5KB', 50e9, 'bytes', '50 GB'],
  ['10M users (active) * 5', 50e6, 'count', '50M users'],
  ['5 requests/user (on average) * 2 users', 10, 'count', '10 requests'],
  // Money
  ['$0.01 * 500M/day * 10%', 500_000 / DAY, 'money/time', '$15M/month'],
  ['15M dollars', 15e6, 'money', '$15M'],
  ['5 cents', 0.05, 'money', '$0.05'],
  ['$5M USD', 5e6, 'money', '$5M'],
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
  ['99.9% in nines', 3, '3 nines'],
  ['99.95% to nines', -Math.log10(0.0005), '3.301 nines'],
  ['1 - (1-99.9%)^2 in %', 99.9999, '99.9999%'],
  ['5 GB to B', 5e9, '5,000,000,000 B'],
  ['5 GB/s to B/s', 5e9, '5,000,000,000 B/s'],
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
  ['1M * 16B key', '"16B" is read as 16 billion; write "16 bytes" for bytes'],
  ['500M/day * 100B payload', '100 bytes'],
  ['10M users * 16B ids', '16 bytes'],
  ['1 Gib', 'gibibits (GiB is a gibibyte)'],
  ['1 gib', 'gibibytes'],
  ['1.2 MM', '1.2 million'],
  ['100M+ users', '"100M+" is read as 100M'],
  ['0.5 + 20%', '20% is read as 0.2, and not as a share of what'],
  ['60% peak', '"peak" only says what "60%" is; write "of" to multiply by it'],
  ['0.5 nodes + 20%', 'share of what stands in front'],
  ['3 users + 4 shards', 'unlike things are added: users and shards'],
  ['100 GB + 20%', 'share'],
])('%s says how it was read', (text, message) => {
  const result = calculate(text, { scope });
  expect(result.ok && result.value.notes.map((note) => note.message)).toEqual([expect.stringContaining(message)]);
});

test.each([
  ...['64 bytes', '10B users', '182.5B links', '10B DAU', '8B people', '100M requests/day', '2 KB + 3 KB'],
  ...['3 policies + 1 policy', '5 GB', '2 KB headers + 3 KB bodies', '1 - 60%', '99.9% + 0.05%', '100 MS', '30 DAYS'],
])('%s needs no note', (text) => {
  expect(calculate(text)).toMatchObject({ ok: true, value: { notes: [] } });
});

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
  ['100M/day * 2 KB * 30 dys', 'dys', 'days'],
  ['100M/day * 2 KB * 30 das', 'das', 'days'],
  ['100M/day * 2 KB * 30 dayss', 'dayss', 'days'],
  ['2 megabite', 'megabite', 'megabyte'],
  ['100M/secound', 'secound', 'second'],
  ['10 Gpbs', 'Gpbs', 'Gbps'],
  ['100M/day * 2 KBB * 30 days', 'KBB', 'KB'],
  ['3 weks * 2', 'weks', 'weeks'],
  ['100M * 2 kilobyts', 'kilobyts', 'kilob'],
])('%s has a note on the unit that is meant', (text, word, unit) => {
  const result = calculate(text);
  if (!result.ok) throw new Error(result.fault.message);
  const [note, ...rest] = result.value.notes;
  expect(note?.message).toContain(`the unit is written ${unit}`);
  expect(text.slice(note?.start, note?.end)).toBe(word);
  expect(rest).toEqual([]);
});

test.each([
  ...['5 users * 3 keys', '10 things', '3 hits/day', '2 sites', '5 GB / disk', '10 main records', '9 bins', '3 kits'],
  ...['10 sessions', '5 hosts', '2 sectors', '4 mints', '6 types', '3 DBs', '10 GIS', '5 nights', '9 minors'],
])('%s has none', (text) => {
  expect(calculate(text)).toMatchObject({ value: { notes: [] } });
});
