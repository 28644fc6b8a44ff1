import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { BYTES } from '../../../src/quantity/dimension.ts';
import { quantity } from '../../../src/quantity/quantity.ts';
import { readWorksheet, type WorksheetOptions } from '../../../src/quantity/worksheet/worksheet.ts';
import { fc } from '../../harness/properties.ts';
import { timesYardstick } from '../../harness/speed.ts';

const lines = (...parts: string[]) => parts.join('\n');

const verdicts = (text: string, options?: WorksheetOptions) =>
  readWorksheet(text, options).workings.map(({ name, verdict }) => [name, verdict]);

const unused = (text: string, laterText = '') =>
  readWorksheet(text, { laterText }).unused.map(({ name, result }) => name ?? result.text);

describe('names', () => {
  test('of earlier lines are used in later ones', () => {
    const text = lines(
      'peak = 100M/min = 1.67M/s',
      'Request size = 1 KB',
      'some prose between them',
      'bandwidth = peak * request size = 1.67 GB/s',
      'hot links: 20M * 500 bytes = 10 GB',
      'caches = hot links / 5 GB = 2',
    );
    expect(verdicts(text)).toEqual([
      ['peak', 'agrees'],
      ['request size', undefined],
      ['bandwidth', 'agrees'],
      ['hot links', 'agrees'],
      ['caches', 'agrees'],
    ]);
  });

  test('stand for the rate that was worked out by hand', () => {
    const text = lines('posts = 120M/day', 'write rate = posts / 86400 = 1.4K/s', 'peak = write rate * 3 = 4.2K/s');
    expect(verdicts(text)).toEqual([
      ['posts', undefined],
      ['write rate', 'agrees'],
      ['peak', 'agrees'],
    ]);
  });

  test('hold plain numbers too, though those are no working', () => {
    const text = lines('replicas = 3', 'size = 2 TB * replicas = 6 TB');
    expect(verdicts(text)).toEqual([['size', 'agrees']]);
  });

  test('keep the unit that only the result has', () => {
    const text = lines('reads = 1e9 / 86400 = 11.6K/s', 'a day = reads * 1 KB * 1 day = 1 TB');
    expect(verdicts(text)).toEqual([
      ['reads', 'agrees'],
      [undefined, 'agrees'],
    ]);
  });

  test('go on with what the candidate wrote, so that one mistake is told once', () => {
    const text = lines('history = 100M/min * 1KB * 30 days = 4.3 TB', 'disks = history / 1 TB = 4.3');
    expect(verdicts(text)).toEqual([
      ['history', 'wrong'],
      ['disks', 'agrees'],
    ]);
  });

  test('that are units too are not held against a unit', () => {
    expect(verdicts(lines('s = 8 + 16 + 32 = 56 B', 'log = 60,000/s * 3600 s * 8 B = 1.7 GB'))).toEqual([
      ['s', 'agrees'],
      ['log', undefined],
    ]);
  });

  test('may be given from outside', () => {
    const scope = new Map([['Counter size', quantity(64, BYTES)]]);
    expect(verdicts('memory = 10B * counter size = 640 GB', { scope })).toEqual([['memory', 'agrees']]);
    expect(verdicts('memory = 10B * counter size = 640 GB')).toEqual([]);
  });

  test.each([
    ['given with a colon', ['DAU: 100M', 'posts: 2 per user per day', 'writes: DAU * posts = 2.3K/s'], 'agrees'],
    ['given behind a bullet', ['size = 1 KB', '- rate: 10K/s', 'bw = size * rate = 10 GB/s'], 'wrong'],
    ['that an equation has too', ['size = 1 KB', 'size: 5 MB at most', 'size: 5 MB', '3 * size = 3 KB'], 'agrees'],
    ['whose sum has a colon', ['DAU: 100M', 'writes: DAU * 2/day', 'bw = writes * 1 KB * 1 day = 200 GB'], 'agrees'],
    ['of a row of a table', ['| size | 1 KB |', '| rate | 10K/s |', 'bw = size * rate = 10 MB/s'], 'agrees'],
  ])('%s are used', (_, given, verdict) => {
    expect(verdicts(lines(...given)).at(-1)?.[1]).toBe(verdict);
  });

  test('given as a factor, or in the middle of a line, are none', () => {
    expect(verdicts(lines('peak: 3x average', '2 * peak = 7M'))).toEqual([]);
    expect(verdicts(lines('Figures, rate: 10K/s', '2 * rate = 7M'))).toEqual([]);
  });

  test('are handed back with their values', () => {
    const { scope } = readWorksheet(lines('peak = 100M/min = 1.67M/s', 'size = 2 KB'));
    expect([...scope].map(([name, { value }]) => [name, Math.round(value)])).toEqual([
      ['peak', 1_666_667],
      ['size', 2_000],
    ]);
  });
});

describe('places', () => {
  test('quote the text exactly, wherever it stands', () => {
    const text = lines(
      'Let me think.',
      '  - **storage**: `500M * 2 KB` = 2 TB, which is a lot (x3)',
      'links: 10M rows (5y) @ 0.5 kB => ~5 GB logical; again 3 * 4 = 12.',
    );
    const parts = text.split('\n');
    const { workings } = readWorksheet(text);
    expect(workings.map(({ expression, stated }) => [expression.text, stated?.text])).toEqual([
      ['500M * 2 KB', '2 TB'],
      ['10M rows (5y) @ 0.5 kB', '~5 GB logical'],
      ['3 * 4', '12'],
    ]);
    for (const { expression, stated } of workings) {
      for (const passage of [expression, stated]) {
        expect(parts[(passage?.line ?? 0) - 1]?.slice(passage?.start, passage?.end)).toBe(passage?.text);
      }
    }
  });

  test('hold for any text', () => {
    const pieces = fc.constantFrom(
      ...[
        '5',
        '100M',
        '10B',
        '2 KB',
        '30 days',
        '/s',
        ' = ',
        ' -> ',
        ' ≈ ',
        ' * ',
        ' x ',
        ', ',
        '. ',
        ': ',
        '; ',
        '(5y)',
        '\n',
        '- ',
      ],
      ...['peak', 'users', 'so', ' per day', '`', '**', '\u0000', '🙂', '%', '$', '=', '~', '|', '# ', '\r\n'],
    );
    const texts = fc.oneof(
      fc.array(pieces, { maxLength: 25 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 80 }),
    );
    fc.assert(
      fc.property(texts, fc.string({ maxLength: 20 }), (text, laterText) => {
        const sheet = readWorksheet(text, { laterText });
        const passages = [
          ...sheet.workings.flatMap(({ expression, stated }) =>
            stated === undefined ? [expression] : [expression, stated],
          ),
          ...sheet.unused.map(({ result }) => result),
        ];
        for (const { line, start, end, text: quoted, quantity: value } of passages) {
          expect(Number.isFinite(value.value)).toBe(true);
          expect(
            text
              .split('\n')
              [line - 1]?.slice(start, end)
              .replace(/`|\*\*|\r/g, (mark) => ' '.repeat(mark.length)),
          ).toBe(quoted.replace(/`|\*\*|\r/g, (mark) => ' '.repeat(mark.length)));
        }
      }),
      { numRuns: 4_000 },
    );
  });
});

describe('a result that nothing was made of', () => {
  test('is listed', () => {
    expect(
      unused(lines('history = 5 TB * 3 = 15 TB', 'peak = 2 * 3 = 6', 'shards = 4 * 5 = 20'), 'We use 20 shards.'),
    ).toEqual(['history', 'peak']);
  });

  test.each([
    ['its name in an expression', lines('total = 2 TB * 3 = 6 TB', 'disks = total / 2 TB = 3, to be bought')],
    [
      'its value in an expression',
      lines('10k * 1M * 64 bytes = 640 GB', 'shards = 640 GB / 50 GB = 13 in each region, or so'),
    ],
    ['its name in a sentence', lines('total = 2 TB * 3 = 6 TB', 'The total does not fit one machine.')],
    ['its value in a sentence', lines('2 TB * 3 = 6 TB', 'About 6.1 TB do not fit one machine.')],
    ['a conclusion in its line', '2 TB * 3 = 6 TB, so four disks\nend = 2 * 3 = 6'],
    ['its number in a sum', lines('out = 1.7M/s * 0.5KB = 0.85 GB/s', 'sum of both = 1.7 + 0.85, roughly 2.55')],
    ['its number in a call', lines('hot = 200e6 * 500 = 100GB', 'nodes = ceil(100/64/0.7), that is three')],
    ['its number without the magnitude', lines('sends = 600M + 200M = 800M/day', '20K * 800/500 is the peak')],
    ['the number of its other unit', lines('net = 1.7M/s * 1KB = 1.7 GB/s = 13.6 Gbps', 'sum = 1.7 + 0.85, roughly')],
    ['a further sum in its line', 'total = 10M * 5 KB = 50 GB, RF=3 → 150 GB, too much\nend = 2 * 3 = 6'],
    ['a step that goes on in brackets', 'total = 10M * 5 KB = 50 GB (x3 = 150 GB), too much\nend = 2 * 3 = 6'],
    ['what a step that goes on from it is used by', 'total = 10M * 5 KB = 50 GB (x3 = 150 GB)\ntotal fits'],
  ])('is used by %s', (_, text) => {
    expect(unused(lines(text, 'end = 70 * 30 = 2100'))).toEqual([]);
  });

  test('is no longer listed once later answers mention it', () => {
    const text = 'memory = 10B * 64 bytes = 640 GB';
    expect(unused(text, 'Redis in three zones.')).toEqual(['memory']);
    expect(unused(text, 'Redis holds 640 GB in three zones.')).toEqual([]);
    expect(unused(text, 'The memory is spread over shards.')).toEqual([]);
  });

  test('is what the working was for, where it is the last one', () => {
    expect(unused('memory = 10B * 64 bytes = 640 GB')).toEqual([]);
  });

  test('is not an assumption that was only stated', () => {
    expect(unused(lines('size = 2 KB', 'kept = 30 days', 'n = 3 * 4 = 12'))).toEqual([]);
  });
});

test('is not told of a text with more numbers than anybody reads', () => {
  const text = lines('total = 2 GB * 3 = 6 GB', 'end = 70 * 30 = 2100');
  expect(unused(text)).toEqual(['total']);
  expect(unused(lines(text, '5m '.repeat(5_000)))).toEqual([]);
});

test('says how a wrong line was read', () => {
  const [working] = readWorksheet('memory = 10B * 3 = 90B').workings;
  expect(working?.notes.join(' ')).toContain('10 billion');
});

test('says in which units digits agree', () => {
  expect(readWorksheet('200M/day * 1000 bytes * 365 days = 66.4 TB').workings[0]?.notes).toEqual([
    'the digits are those of TiB',
  ]);
});

test('takes no long time on a long answer', () => {
  const answer = lines(
    ...Array.from({ length: 400 }, (_, index) => `value ${index} = ${index} * 100M/day * 1 KB = 5 GB, so we see`),
  );
  expect(readWorksheet(answer).workings).toHaveLength(400);
  expect(timesYardstick(() => readWorksheet(answer), 100)).toBeLessThan(100);
});

/** What candidates wrote about other things than capacity. */
function otherAnswers(): string[] {
  const folder = fileURLToPath(new URL('../../corpus/tuning/', import.meta.url));
  const sets = [
    'notification-system.a',
    'notification-system.b',
    'rate-limiter.given',
    'url-shortener.a',
    'url-shortener.b',
  ];
  return sets.flatMap((set) => {
    const { candidates } = JSON.parse(readFileSync(`${folder}${set}.json`, 'utf8')) as {
      candidates: { answers: Record<string, string | string[]> }[];
    };
    return candidates.flatMap(({ answers }) => Object.values(answers).flat());
  });
}

test('finds nothing wrong in what real answers say, whose sums are right', () => {
  const answers = otherAnswers();
  expect(answers.length).toBeGreaterThan(100);
  const found = answers.flatMap((answer) => readWorksheet(answer).workings);
  expect(found.filter(({ verdict }) => verdict === 'agrees').length).toBeGreaterThan(40);
  expect(found.filter(({ verdict }) => verdict === 'wrong').map(({ mistake }) => mistake)).toEqual([]);
});
