import { describe, expect, test } from 'vitest';
import { AnswerLayout, cursorAt, placeOf } from '../../../src/terminal/answer/layout.ts';
import { width } from '../../../src/text/width.ts';
import { fc } from '../../harness/properties.ts';
import { timesYardstick } from '../../harness/speed.ts';

const rowsOf = (text: string, columns: number) => new AnswerLayout().rows(text, columns);
const shownOf = (text: string, columns: number) => rowsOf(text, columns).map((row) => row.shown);

describe('layout', () => {
  test.each([
    ['one two three', 8, ['one two ', 'three']],
    ['abcdefgh', 3, ['abc', 'def', 'gh']],
    ['one two', 3, ['one ', 'two']],
    ['a\n\nb', 9, ['a', '', 'b']],
    ['日本語', 4, ['日本', '語']],
    ['a\tb', 20, ['a    b']],
    ['\x1b[1m', 20, ['\\u{1b}[1m']],
    ['', 5, ['']],
  ])('of %j in %i columns', (text, columns, rows) => {
    expect(shownOf(text, columns)).toEqual(rows);
  });

  test.each([
    ['at the end of a full row stands in the next', 'one two three', 8, 8, { row: 1, column: 0 }],
    ['at the end of the text', 'one two three', 8, 13, { row: 1, column: 5 }],
    ['behind wide characters', '日本語', 10, 2, { row: 0, column: 4 }],
    ['behind a control character', 'a\x1bb', 20, 2, { row: 0, column: 7 }],
    ['on an empty line', 'a\n\nb', 9, 2, { row: 1, column: 0 }],
  ])('the cursor %s', (_, text, columns, cursor, place) => {
    expect(placeOf(rowsOf(text, columns), cursor)).toEqual(place);
  });

  const anyText = fc.string({
    unit: fc.constantFrom('a', 'b', ' ', '\n', 'e\u0301', '日', '👨‍👩‍👧', '\t', '\x1b', '\u202e'),
  });

  test('loses nothing, overlaps nowhere, and fits', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 15 }), (text, columns) => {
        const rows = rowsOf(text, columns);
        let at = 0;
        for (const row of rows) {
          expect(row.start).toBe(at);
          at = row.end + (text[row.end] === '\n' && row.isLast ? 1 : 0);
          const isOnePiece = row.pieces.length === 1;
          expect(isOnePiece || width(row.shown) <= columns + 1).toBe(true);
        }
        expect(at).toBe(text.length);
      }),
    );
  });

  test('finds a place again by its row and column', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 15 }), fc.nat(), (text, columns, any) => {
        const rows = rowsOf(text, columns);
        const boundaries = rows
          .flatMap((row) => row.pieces.map((piece) => row.lineAt + piece.start))
          .concat(text.length);
        const cursor = boundaries[any % boundaries.length] ?? 0;
        const { row, column } = placeOf(rows, cursor);
        const found = rows[row];
        expect(found).toBeDefined();
        if (found !== undefined) expect(cursorAt(found, column)).toBe(cursor);
      }),
    );
  });

  test('is the same whether lines were laid out before or not', () => {
    const layout = new AnswerLayout();
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 15 }), (text, columns) => {
        expect(layout.rows(text, columns)).toEqual(rowsOf(text, columns));
      }),
    );
  });

  test('takes no noticeable time for a key in 20,000 characters', () => {
    const lines = Array.from({ length: 250 }, (_, index) => `${index}: ${'some words of an answer '.repeat(3)}end`);
    const layout = new AnswerLayout();
    let text = lines.join('\n');
    expect(text.length).toBeGreaterThan(19_000);
    layout.rows(text, 76);
    const typeKeys = () => {
      for (let key = 0; key < 50; key++) {
        text = `${text.slice(0, 10_000)}x${text.slice(10_000)}`;
        placeOf(layout.rows(text, 76), 10_001);
      }
    };
    expect(timesYardstick(typeKeys, 20)).toBeLessThan(20);
  });
});
