import { expect, test } from 'vitest';
import { renderTable, shorten } from '../../src/text/table.ts';
import { plainTheme } from '../../src/text/theme.ts';
import { width } from '../../src/text/width.ts';

const columns = [{ title: 'Id' }, { title: 'Title', least: 12 }, { title: 'Min', align: 'right' }] as const;
const wide = { columns: Number.POSITIVE_INFINITY, theme: plainTheme };

test('columns are as wide as what stands in them', () => {
  const rows = [
    ['a', 'Short', '5'],
    ['long-id', 'A title', '120'],
  ];
  expect(renderTable(columns, rows, wide)).toBe(
    ['Id       Title    Min', 'a        Short      5', 'long-id  A title  120', ''].join('\n'),
  );
});

test('no line ends with a space, and missing cells are empty', () => {
  expect(renderTable([{ title: 'A' }, { title: 'B' }], [['x'], ['y', 'z']], wide)).toBe('A  B\nx\ny  z\n');
});

test('wide characters count by the columns they take', () => {
  const rows = [
    ['a', '日本語', '5'],
    ['b', '👨‍👩‍👧‍👦 e\u0301', '5'],
  ];
  const ends = renderTable(columns, rows, wide)
    .trimEnd()
    .split('\n')
    .map((line) => width(line));
  expect(new Set(ends).size).toBe(1);
});

test('the flexible column is shortened to fit', () => {
  const table = renderTable(columns, [['a', 'A title that is far too long for this', '5']], { ...wide, columns: 30 });
  expect(table).toBe(['Id  Title                  Min', 'a   A title that is far…     5', ''].join('\n'));
});

test('controls in a cell never reach the terminal, and a line break does not end the row', () => {
  expect(renderTable([{ title: 'A' }], [['a\x1b[31m\nb']], wide)).toBe('A\na\\u{1b}[31m b\n');
});

test.each([
  ['abcdef', 6, 'abcdef'],
  ['abcdef', 4, 'abc…'],
  ['ab cdef', 4, 'ab…'],
  ['日本語', 4, '日…'],
  ['👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 3, '👨‍👩‍👧‍👦…'],
])('%s in %i columns is %s', (text, room, short) => {
  expect(shorten(text, room)).toBe(short);
});
