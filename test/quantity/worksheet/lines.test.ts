import { describe, expect, test } from 'vitest';
import { mistakeText } from '../../../src/quantity/worksheet/message.ts';
import { readWorksheet } from '../../../src/quantity/worksheet/worksheet.ts';

/** Verdicts of a text, or what slipped; `-` where there is nothing to hold against each other. */
function verdicts(text: string): string[] {
  return readWorksheet(text).workings.map(({ verdict, slip }) => slip ?? verdict ?? '-');
}

type Row = readonly [line: string, ...verdicts: string[]];

const RIGHT: readonly Row[] = [
  ['peak = 100M/min = 1.67M/s', 'agrees'],
  ['counters = 10k policies * 1M keys * 64 bytes = 640 GB', 'agrees'],
  ['640 GB / 50 GB = 12.8', 'agrees'],
  ['640 GB / 50 GB ≈ 13 shards', 'agrees'],
  ['Storage: 500M * 1 KB * 30 = 15 TB', 'agrees'],
  ['- 5e8/day = 5,787/s mean; peak 20k/s -> size for 25k', 'agrees'],
  ['* avg: 1e8/86400 ≈ 1.2k/s avg, 5k pk', 'agrees'],
  ['1. writes = 100M/day * 2 = 2.3K/s (average)', 'agrees'],
  ['2) bandwidth == 1.67M/s * 1.5 KB == 20 Gbps // both ways', 'agrees'],
  ['creates 100e6/d => 1.16 kps, burst 5 kps', 'agrees'],
  ['100M/min → 1.67M/s at busy hour. 5x spike → ~8.3M/s', 'agrees'],
  ['100M per min / 60 = ~1.7M requests/sec', 'agrees'],
  ['100,000,000 / 24 / 3600 = 1157 per sec.', 'agrees'],
  ['500M per day / 24 / 60 = 347K per minute, so = 347K/60 = 5.7K per sec ok.', 'agrees', 'agrees'],
  ['rows: 1e8*365*5 = 182B. x 500B = 91TB, x3 copies = 275TB', 'agrees', 'agrees', 'agrees'],
  ['code space: 62^6 = 57B < 182B no', 'agrees'],
  ['rec = 1 KB -> 500e6*1e3 = 0.5 TB/day -> *30 = 15 TB', 'agrees', 'agrees'],
  ['push 60% = 300M x 2 dev = 600M + 200M rest → 800M sends/d', 'agrees', 'agrees'],
  ['sms: 10% = 50M/d x $.01 = 500k/day = 15M/mo vs 2.5M budget → impossible', 'agrees', 'agrees'],
  ['inbox 5% = 25M/d x 90d = 2.3B rows', 'agrees'],
  ['prefs 50M x ~1KB = 50GB → fits in RAM', 'agrees'],
  ['hot set: say 20M codes/day clicked * 500B = 10GB, fits', 'agrees'],
  ['links: 182.5e9 rows (5y) @ 0.5 kB => ~91 TB logical', 'agrees'],
  ['Network = 1.7K x 1.5KB = 2.5 MB/s, nothing.', 'agrees'],
  ['Storage is 100 bytes * 500M = 50GB per day, 30 days = 1.5 TB.', 'agrees'],
  ['100M x 250 = 25 GB / day x 365 x 2 yrs = 18 TB.', 'agrees', 'agrees'],
  ['~80 bytes * 10B counters = ~800GB', 'agrees'],
  ['log(182.5e9) / log(62) = 6.27 -> ceil -> 7 chars', 'agrees'],
  ['100 million a day divided by 24 = 4.1M an hour, / 3600 = 1160 per second', 'agrees', 'agrees'],
  ['cost = 50M * $0.01 = 500K', 'agrees'],
  ['t = 1 TB / 10 Gbps = 800 s = 13 min', 'agrees', 'agrees'],
  ['cores = 1.67M/s * 0.1 ms = 167 cores', 'agrees'],
  ['**storage** = `500M * 2 KB` = 1 TB', 'agrees'],
  ['| storage | 500M * 2 KB = 1 TB |', 'agrees'],
  ['bytes := 182.5B * 500 bytes ~= 91 TB', 'agrees'],
  ['1 GB = 1000 MB', 'agrees'],
  ['15 TB = 500M * 30 * 1 KB', 'agrees'],
  ['total = 1 - 60% = 40%', 'agrees'],
  ['peak = 3 x 5.8K/s = 20K/s', 'rounded'],
  ['73 = 80', 'rounded'],
  ['32k/s / ~1.5k per conn → 25 conns', 'rounded'],
  ['year = 200M/day * 1000 bytes * 365 days = 66.4 TB', 'rounded'],
  ['counters = 10,000 policies × 1 M keys = 10 B', 'agrees'],
  ['memory = 10 B × 64 bytes = 640 GB', 'agrees'],
  ['visits: 200 B × 1 B/day × 1,825 days = 365 TB', 'agrees'],
  ['state = 16 B state + 24 B key hash + 40 B table overhead = 80 B', 'agrees'],
  ['hot = 30M*500b = 15gb', 'agrees'],
  ['creations: 100 million per day / 86,400 seconds = about 1,160 per second', 'agrees'],
  ['links = 200 B × 100M × 5y = 36 TB', 'agrees'],
  ['row = 20 × 5 = 100 bits', 'agrees'],
  ['λ = 10^8 / 60 = 1 666 667 per second', 'agrees'],
];

const WRONG: readonly Row[] = [
  [
    'history = 100M/min * 1KB * 30 days = 4.3 TB',
    'power-of-ten',
    'you wrote 4.3 TB, the expression gives 4.32 PB: 1,000 times more',
  ],
  ['100M/day = 1.16M/s', 'power-of-ten', 'the expression gives 1.16K/s: 1,000 times less'],
  ['creates 100M/day => 11.6K/s', 'power-of-ten', '10 times less'],
  ['10k * 1M * 64 = 640 MB', 'power-of-ten', 'you wrote 640 MB, the expression gives 640 GB: 1,000 times more'],
  ['100e6/86400 = 11.6K/s', 'power-of-ten', '10 times less'],
  ['1 GB = 1000 KB', 'power-of-ten', '1,000 times more'],
  [
    'bandwidth = 1.67M/s * 1.5 KB = 20 GB/s',
    'bits-for-bytes',
    'you wrote 20 GB/s, the expression gives 2.51 GB/s: 8 times less; a byte is 8 bits',
  ],
  ['bandwidth = 1.67M/s * 1.5 KB = 2.5 Gbps', 'bits-for-bytes', '8 times more'],
  ['bandwidth = 1.67M/s * 1.5 KB = 20 MB/s', 'bits-for-bytes', '125 times more'],
  ['writes = 100M/day * 1KB = 100 GB/s', 'time', '86,400 times less, the seconds of a day'],
  ['avg = 500M/day = 8.3M/s', 'time', '1,440 times less, the minutes of a day'],
  ['peak = 100M/min * 1 KB = 100 GB/s', 'time', '60 times less'],
  ['year: 50 GB/day * 1 year = 50 GB', 'time', '365 times more, the days of a year'],
  ['size = 1.67M/s * 1 KB = 1.67 GB', 'dimension', 'bytes per second, not bytes'],
  [
    'size = 100M/min * 1 KB = 1.67 GB',
    'dimension',
    'you wrote 1.67 GB, the expression gives 1.67 GB/s: bytes per second, not bytes',
  ],
  ['ratio = 640 GB / 50 GB = 12.8 GB', 'dimension', 'a plain number, not bytes'],
  ['t = 1 TB / 10 Gbps = 800/s', 'dimension', 'time, not a rate per second'],
  ['t = 1 TB / 10 Gbps = 100 s', 'arithmetic', 'you wrote 100 s, the expression gives 800 s'],
  ['avg = 500M a day / 86400 = 57,870 per second', 'power-of-ten', 'the expression gives 5.79K/s: 10 times less'],
  ['month: 500 GB a day * 30 = 1.5 TB', 'power-of-ten', 'the expression gives 15 TB: 10 times more'],
  ['links = 100M × 500B × 1825 = 9.1 TB', 'power-of-ten', 'the expression gives 91.3 TB: 10 times more'],
  ['memory = 10B keys * 64 = 64 GB', 'power-of-ten', 'the expression gives 640 GB: 10 times more'],
  ['links = 100M x 500 B x 5 years = 9 PB', 'power-of-ten', 'the expression gives 91.3 TB: 100 times less'],
  ['n = 5 * 7 = 57', 'arithmetic', 'you wrote 57, the expression gives 35'],
  ['cost = $0.01 * 50M = $3M', 'arithmetic', 'you wrote $3M, the expression gives $500K'],
  ['storage = 3.6 TB * 4 = 10 TB', 'arithmetic', 'you wrote 10 TB, the expression gives 14.4 TB'],
];

/** Prose, code and everything else of which one cannot be sure. */
const SILENT = [
  '',
  'We need about 100M requests per minute at 1 KB each.',
  'So 12+ shards and replicas.',
  'p99 <= 10 ms at 1.67M/s, i.e. 5 * 3 = 16 hops >= 2',
  'if (x == y * 3) return 5;',
  'if (count == 5 * 3 == 16) {',
  'for (let i = 0; i < 10 * 3; i++) total += 5 * i;',
  'const limit = 5 * 3 = 16;',
  'x => x * 2',
  'id = uuid()',
  'ttl = 3600',
  'key = "user:" + 5 * 3',
  'tokens = min(capacity, tokens + elapsed * rate)',
  'SELECT * FROM links WHERE age = 5 * 3 = 16',
  'http://example.com/?limit=20&offset=5*3=16',
  'GET /v1/links?page=5*3=16',
  '{"limit": 5, "window": 60 * 2 = 3}',
  'sed s/a=5*3=16/b/',
  'client -> lb -> api: HTTPS',
  'api -> 3 shards -> 9 replicas',
  'api => queue => 50 workers',
  '1M users → 5K rps',
  '1 row = 230 bytes',
  '1 record = id 16 + user 8 + status 1',
  'so example 1 = 2 calls',
  'push is 60% = the bulk of it',
  'SLA = 99.9% = 8.77 hours/year',
  '1 TB/day -> 3 TB/day with replicas',
  'peak 20k/s -> I would size for 25k',
  '10M rows, 64 bytes each = 640 MB',
  'half of 100M * 3 = 150M',
  'version 2 * 3 = 7',
  '/15 regions → 110k/s',
  'A = {1, 2, 3} = 6 * 2',
  'width == height * 2 != 5',
  'timeout=5s retries=3 backoff=2',
  'avg = 10^8 / 60 = 1 6666 67 per second',
  'λ = 10^8 / 60 = 1,67·10^6 /s',
  '+ 125M mail + 50M sms + 25M inbox → 800M sends/d',
  '2-4 events per message = 20k/s',
  'a slot of 48 B → 480 GB',
  '80/20 → 85% hit',
  '9 of 10 lookups never see it → 5k/s',
  'the 3rd * 2nd = 7',
  'SHA-256 = 5 rounds * what = 12?',
  '5 * unknown-thing = 12',
  'a = b = c = d',
  `${'x = 5 * 3 = 16 '.repeat(200)}`,
];

describe('a line of working that is right', () => {
  test.each(RIGHT.map((row) => [row[0], row.slice(1)] as const))('%s', (line, expected) => {
    expect(verdicts(line)).toEqual(expected);
  });
});

describe('a line of working that is wrong', () => {
  test.each(WRONG)('%s: %s', (line, slip = '', message = '') => {
    const [working] = readWorksheet(line).workings;
    expect(working?.slip ?? working?.verdict).toBe(slip);
    expect(working?.mistake === undefined ? '' : mistakeText(working.mistake)).toContain(message);
  });
});

describe('what is no working', () => {
  test.each(SILENT)('%s', (line) => {
    const { workings, unused } = readWorksheet(line);
    expect(workings.filter(({ stated }) => stated !== undefined)).toEqual([]);
    expect(workings.filter(({ mistake }) => mistake !== undefined)).toEqual([]);
    expect(unused).toEqual([]);
  });
});

test('the tables are as long as they should be', () => {
  expect(RIGHT.length + WRONG.length).toBeGreaterThanOrEqual(60);
  expect(SILENT.length).toBeGreaterThanOrEqual(25);
});
