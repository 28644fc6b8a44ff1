import { expect, test } from 'vitest';
import { nearest } from '../../src/text/nearest.ts';

const problems = ['rate-limiter', 'chat', 'url-shortener', 'notification-service', 'news-feed'];

test.each([
  ['rate-limitter', ['rate-limiter']],
  ['rate-limtier', ['rate-limiter']],
  ['Rate-Limiter', ['rate-limiter']],
  ['limiter', ['rate-limiter']],
  ['caht', ['chat']],
  ['chta', ['chat']],
  ['shortener', ['url-shortener']],
  ['elevator', []],
  ['', []],
  ['x'.repeat(300), []],
])('suggests for %j %j', (typed, expected) => {
  expect(nearest(typed, problems)).toEqual(expected);
});

test('puts the nearest first and stops at three', () => {
  expect(nearest('aaaa', ['aaab', 'aaaa', 'aaac', 'aaad'])).toEqual(['aaaa', 'aaab', 'aaac']);
});
