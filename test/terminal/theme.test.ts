import { expect, test } from 'vitest';
import { makeTheme } from '../../src/terminal/theme.ts';

test.each([
  ['a terminal', {}, true, true],
  ['a file', {}, false, false],
  ['NO_COLOR', { NO_COLOR: '1' }, true, false],
  ['an empty NO_COLOR', { NO_COLOR: '' }, true, true],
  ['a dumb terminal', { TERM: 'dumb' }, true, false],
  ['a dumb terminal and FORCE_COLOR', { TERM: 'dumb', FORCE_COLOR: '1' }, true, false],
  ['a file and FORCE_COLOR', { FORCE_COLOR: '1' }, false, true],
  ['FORCE_COLOR above NO_COLOR', { FORCE_COLOR: '1', NO_COLOR: '1' }, true, true],
  ['FORCE_COLOR of 0', { FORCE_COLOR: '0' }, true, false],
])('%s', async (_, environment, isTerminal, isColoured) => {
  const theme = await makeTheme(environment, isTerminal);
  expect(theme.alarm('x')).toBe(isColoured ? '\x1b[31mx\x1b[39m' : 'x');
});
