import { describe, expect, test } from 'vitest';
import { quantitiesOf } from '../../src/assessment/numbers/quantities.ts';
import { wordsOf } from '../../src/assessment/text/tokens.ts';

const READ: readonly (readonly [string, string, number])[] = [
  ['100M/min', 'rate', 1_666_667],
  ['100 million per minute', 'rate', 1_666_667],
  ['1.67M rps', 'rate', 1.67e6],
  ['around 1.7 million each second', 'rate', 1.7e6],
  ['110 thousand lookups per second', 'rate', 110_000],
  ['50k rps', 'rate', 50_000],
  ['50 krps', 'rate', 50_000],
  ['1.67 Mqps', 'rate', 1.67e6],
  ['5 mil a second', 'rate', 5e6],
  ['1.7K requests per second', 'rate', 1700],
  ['1,160 writes/s', 'rate', 1160],
  ['1B clicks a day', 'rate', 11_574],
  ['a hundred million a minute', 'rate', 1_666_667],
  ['640GB', 'bytes', 640e9],
  ['640 gigabytes', 'bytes', 640e9],
  ['a terabyte', 'bytes', 1e12],
  ['64 bytes', 'bytes', 64],
  ['80B each', 'bytes', 80],
  ['16 KiB', 'bytes', 16_384],
  ['2.5 GB/s', 'bytes/s', 2.5e9],
  ['20 Gbit/s', 'bytes/s', 2.5e9],
  ['20 gbps', 'bytes/s', 2.5e9],
  ['5 kBps', 'bytes/s', 5_000],
  ['2 zettabytes', 'bytes', 2e21],
  ['5 MBS', 'bytes', 5e6],
  ['40 usec', 'time', 4e-5],
  ['10 ms', 'time', 0.01],
  ['under 10ms', 'time', 0.01],
  ['five minutes', 'time', 300],
  ['5m', 'time', 300],
  ['5 years', 'time', 157_680_000],
  ['single-digit milliseconds', 'time', 0.009],
  ['99.99%', 'ratio', 0.9999],
  ['four nines', 'ratio', 0.9999],
  ['4 9s', 'ratio', 0.9999],
  ['4x9', 'ratio', 0.9999],
  ['52 min/yr', 'ratio', 0.9999],
  ['52 minutes of downtime in a whole year', 'ratio', 0.9999],
  ['five percent', 'ratio', 0.05],
  ['ten thousand million', 'count', 1e10],
  ['1e10', 'count', 1e10],
  ['half a million', 'count', 500_000],
  ['twenty-five', 'count', 25],
  ['10B', 'count', 1e10],
  ['62^7', 'count', 62 ** 7],
  ['10k rules x 1M clients', 'count', 1e10],
  ['a dozen', 'count', 12],
  ['$40', 'money', 40],
  ['5x', 'times', 5],
  ['5 constructors', 'count', 5],
];

function readings(text: string): { dimension: string; value: number }[] {
  return quantitiesOf(text, wordsOf(text)).flatMap((quantity) => quantity.readings);
}

describe('a number with its unit', () => {
  test.each(READ)('%s is a %s of %d', (text, dimension, value) => {
    const values = readings(text).flatMap((reading) => (reading.dimension === dimension ? [reading.value] : []));
    expect(values.some((each) => Math.abs(each / value - 1) < 0.002)).toBe(true);
  });

  test.each(['p99', '11:59:59', 'base62', 'k8s', 'S3'])('%s is no number', (text) => {
    expect(readings(text)).toEqual([]);
  });

  test('knows the side that is meant', () => {
    const side = (text: string) => quantitiesOf(text, wordsOf(text))[0]?.side;
    expect(side('under 10 ms')).toBe('under');
    expect(side('p99 > 8ms')).toBe('over');
    expect(side('about 10 ms')).toBeUndefined();
  });

  test.each([
    ['500M a day is 5.8 per second', [5.8]],
    ['100 million checks a minute, which is about 6 million per second', [6e6]],
    ['500M a day over 86400 seconds is 58 a second', [58]],
    ['500M a day, and the peak is 20K per second', [5787, 20_000]],
  ])('what is given does not count beside its result: %s', (text, wanted) => {
    const rates = readings(text).flatMap(({ dimension, value }) =>
      dimension === 'rate' ? [Math.round(value * 10) / 10] : [],
    );
    expect(rates.map((rate) => (rate > 1000 ? Math.round(rate) : rate))).toEqual(wanted);
  });

  test('what is given a minute does not count where a rate per second is worked out of it', () => {
    const rates = readings('100M / min -> 100,000,000 / 60,000 = about 1.7K requests per second');
    expect(rates.filter(({ dimension }) => dimension === 'rate').map(({ value }) => value)).toEqual([1700]);
  });
});
