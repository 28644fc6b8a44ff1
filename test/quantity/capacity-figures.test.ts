import { describe, expect, test } from 'vitest';
import { calculate } from '../../src/quantity/calculate.ts';

/** Capacity figures of the study notes that the problems go back to, as sdi shows them. */
const FIGURES = [
  // Rate limiter
  ['peak rate', '100M/min', '1.67M/s'],
  ['live counters', '10K * 1M', '10B'],
  ['memory of the counters', '10B * 64 bytes', '640 GB'],
  ['memory from policies and keys', '10K policies * 1M active keys * 64 bytes', '640 GB'],
  ['busy cores', '1.67M RPS * 0.1ms', '167'],
  ['network', '1.67M/s * (1KB + 0.5KB) in GB/s', '2.505 GB/s'],
  // Notification system
  ['average rate', '500M/day', '5.79K/s'],
  ['preferences', '50M users * 5KB', '250 GB'],
  ['templates', '10K templates * 50KB', '500 MB'],
  ['delivery log', '500M/day * 30 days * 1KB', '15 TB'],
  ['analytics', '500M/day * 365 days * 0.5KB in TB', '91.25 TB'],
  ['push', '60% * 500M', '300M'],
  ['email', '25% * 500M', '125M'],
  ['SMS', '10% * 500M', '50M'],
  ['in-app', '5% * 500M', '25M'],
  // URL shortener
  ['creations', '100M/day', '1.16K/s'],
  ['redirects', '1B/day', '11.6K/s'],
  ['links', '100M/day * 5 years * 500 bytes in TB', '91.25 TB'],
  ['clicks', '1B/day * 5 years * 200 bytes', '365 TB'],
  ['users', '10M users * 10KB', '100 GB'],
  ['a viral link', '1M clicks/min', '16.7K clicks/s'],
  // The shorter problems
  ['tasks', '10M tasks/day', '116 tasks/s'],
  ['flag evaluations', '1B/day', '11.6K/s'],
  ['metrics in a burst', '1M metrics/s * 10', '10M metrics/s'],
  ['new sessions', '100K sessions/min', '1.67K sessions/s'],
  ['uploads', '10TB/day', '116 MB/s'],
  ['new queries', '10M/day', '116/s'],
  ['events', '10B events/day', '116K events/s'],
  ['durability of eleven nines', '11 nines', '99.999999999%'],
  ['posts', '500M posts/day', '5.79K posts/s'],
  ['messages', '1B messages/day', '11.6K messages/s'],
  // The framework's sample
  ['writes a day', '100M * 2', '200M'],
  ['writes', '100M * 2 / (24 * 3600)', '2.31K'],
  ['peak writes', 'peak-rate(200M/day, 3)', '6.94K/s'],
  ['reads', '200M/day * 100', '231K/s'],
  ['peak reads', '200M/day * 100 * 3', '694K/s'],
  ['storage a day', '200M * 1000 bytes', '200 GB'],
  ['servers without headroom', 'servers(10000/s, 1000/s, 100%)', '10'],
  ['servers, all twice', '2 * servers(10000/s, 1000/s, 100%)', '20'],
  ['writes of a mixed load', 'write-rate(10K/s, 9)', '1K/s'],
  ['reads of a mixed load', 'read-rate(10K/s, 9)', '9K/s'],
  ['storage with overhead and replicas', 'stored-size(1M, 1KB, 3, 10%)', '3.3 GB'],
  ['network out', 'bandwidth(231K/s, 5KB)', '1.16 GB/s'],
] as const;

/** Figures of the notes that are wrong, with what is right. */
const WRONG = [
  ['history at the average rate', '4.3 TB', '800K/s * 1KB * 30 days', '2.07 PB'],
  ['history at the peak', '4.3 TB', '100M requests/min * 1KB * 30 days', '4.32 PB'],
  ['spike of the rate limiter', '5', '1.67M/s / 800K/s in %', '208.8%'],
  ['spike of the notifications', '10', '20K/s / (500M/day)', '3.46'],
  ['spike of the activity tracker', '10', '500K/s / (10B/day)', '4.32'],
  ['peak of the redirects', '5', '50K/s / (1B/day)', '4.32'],
  ['life of six characters, in days', '1825', '62^6 / (100M/day) in days', '568 days'],
  ['codes left by a counter shifted by eight bits', '1825', '62^7 / 2^8 / (100M/day) in days', '137.6 days'],
  ['going out, two devices a user', '20K/s', '20K/s * (300M * 2 + 200M) / 500M', '32K/s'],
  ['cores with headroom and a zone lost', '167', 'ceil(167 / 60% * 3 / 2)', '418'],
  ['memory of policies and assignments', '100 GB', '10K * 4KB + 1M * 200 bytes', '240 MB'],
  ['storage of a year, called TB', '66.4 TB', '200M/day * 1000 bytes * 1 year', '73 TB'],
  ['downtime of 99.9% in a year of 365 days', '8.77 hours', 'downtime(99.9%, 365 days)', '8.76 hours'],
  ['users of the flag service: more than there are people', '1M', '10K apps * 1M users/app', '10B users'],
  ['servers run at 70%', '10', 'servers(10000/s, 1000/s)', '15'],
] as const;

const shown = (text: string): string => {
  const result = calculate(text);
  return result.ok ? result.value.text : result.fault.message;
};

describe('the capacity figures of the notes', () => {
  test.each(FIGURES)('%s: %s = %s', (_, expression, figure) => {
    expect(shown(expression)).toBe(figure);
  });
});

describe('the wrong ones among them', () => {
  test.each(WRONG)('%s is not %s: %s = %s', (_, noted, expression, right) => {
    expect(shown(expression)).toBe(right);
    const [was, is] = [calculate(noted), calculate(expression)];
    if (!was.ok || !is.ok) throw new Error('both have a value');
    const ratio = was.value.quantity.value / is.value.quantity.value;
    const isOtherUnit = was.value.dimension !== is.value.dimension;
    expect(isOtherUnit || Math.abs(ratio - 1) > 0.001).toBe(true);
  });
});
