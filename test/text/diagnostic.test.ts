import { expect, test } from 'vitest';
import { formatDiagnostic } from '../../src/text/diagnostic.ts';
import { plainTheme } from '../../src/text/theme.ts';
import { width } from '../../src/text/width.ts';

const fault = {
  file: 'a.yaml',
  line: 2,
  column: 8,
  message: 'level must be L6',
  hint: 'Write L6.',
  source: 'level: L5',
};
const format = (changes: Partial<typeof fault> = {}, terminal = true) =>
  formatDiagnostic({ ...fault, ...changes }, { theme: plainTheme, terminal });

test('one line for files and pipes', () => {
  expect(format({}, false)).toBe('a.yaml:2:8: level must be L6 (Write L6.)');
});

test('a caret below the fault in a terminal', () => {
  expect(format()).toBe('a.yaml:2:8: level must be L6 (Write L6.)\n  level: L5\n         ^');
});

test.each([
  ['wide characters', '限流: L5', 5],
  ['an emoji of several parts', '👩‍💻: L5', 8],
  ['a combining mark', 'e\u0301: L5', 5],
  ['a tab', '\ta: L5', 5],
  ['what is not shown', 'a\u202e\u200bb: L5', 7],
  ['an escape', '\u001b[31mab: L5', 10],
])('the caret stands below the value after %s', (_, source, column) => {
  const [, shown = '', caret = ''] = format({ source, column }).split('\n');
  expect(shown.endsWith('L5')).toBe(true);
  expect(width(caret)).toBe(width(shown) - 1);
  expect(shown).not.toMatch(/\p{Cc}|\u202e/u);
});

test('a long line is cut around the fault', () => {
  const [, shown = '', caret = ''] = format({ source: `${'a'.repeat(5000)}X${'b'.repeat(5000)}`, column: 5001 }).split(
    '\n',
  );
  expect(shown.length).toBeLessThan(80);
  expect(shown[caret.length - 1]).toBe('X');
  expect(shown).toMatch(/^ {2}…a+Xb+…$/);
});

test('nothing that a terminal obeys gets through, nor a line break', () => {
  const text = format({ file: 'a\u001b[2J\n.yaml', message: 'x\u009b\ny', hint: '\u0007' });
  expect(text.split('\n')).toHaveLength(3);
  expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
});
