import { expect, test } from 'vitest';
import { escapeMarkdown, fenceMarkdown, quoteMarkdown } from '../../src/text/markdown-text.ts';

test.each([
  ['plain words, (5) & more: 10 < 20?', 'plain words, (5) & more: 10 \\< 20?'],
  ["don't use_snake_case", "don't use_snake_case"],
  ['_emphasis_ and *strong*', '\\_emphasis\\_ and \\*strong\\*'],
  ['# heading', '\\# heading'],
  ['10. item', '10\\. item'],
  ['10 items', '10 items'],
  ['- item', '\\- item'],
  ['a - b', 'a - b'],
  ['&lt; and AT&T', '\\&lt; and AT&T'],
  ['[x](javascript:y)', '\\[x\\](javascript:y)'],
  ['<img src=x>', '\\<img src=x\\>'],
  ['a\\b', 'a\\\\b'],
])('%s becomes %s', (text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped);
});

test('a quote keeps its lines and its paragraphs', () => {
  expect(quoteMarkdown('one\ntwo\n\nthree')).toBe('> one  \n> two\n>\n> three');
});

test.each([
  ['x', '```text\nx\n```'],
  ['a ``` b', '````text\na ``` b\n````'],
  ['`````', '``````text\n`````\n``````'],
  ['', '```text\n\n```'],
])('the fence around %j is longer than what is in it', (text, fenced) => {
  expect(fenceMarkdown(text)).toBe(fenced);
});
