import { expect, test } from 'vitest';
import { figureIn } from '../../src/catalogue/rules/statement-figures.ts';

test.each([
  ['Serve 100 million users a day.', '100 million'],
  ['About 5K writes', '5K'],
  ['a 64 KB value', '64 KB'],
  ['within 200 ms', '200 ms'],
  ['99.99% of the time', '99.99%'],
  ['kept for 30 days', '30 days'],
  ['a 30-day window', '30-day'],
  ['10,000 of them', '10,000'],
  ['50000 of them', '50000'],
  ['ten million of them', 'ten million'],
  ['500/s at most', '500/s'],
  ['3 per second', '3 per second'],
  ['two billion and 5 GB', 'two billion'],
])('%s gives %s away', (statement, figure) => {
  expect(figureIn(statement)).toBe(figure);
});

test.each([
  'Answer 429 when a caller is over the limit.',
  'Millions of people use it, in several regions, 24/7.',
  'Shorten links as S3 and HTTP/2 allow; 3 services call it.',
  'Design it for one team first.',
  'In 2026 we want to open it to the public.',
])('%s gives nothing away', (statement) => {
  expect(figureIn(statement)).toBeUndefined();
});
