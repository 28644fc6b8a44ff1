import { describe, expect, test } from 'vitest';
import { width } from '../../src/text/width.ts';
import { wrap } from '../../src/text/wrap.ts';
import { fc } from '../harness/properties.ts';

describe('wrap', () => {
  test.each([
    ['breaks between words', 'one two three', 8, ['one two', 'three']],
    ['keeps a row that fits exactly', 'one two', 7, ['one two']],
    ['keeps blank lines', 'a\n\nb', 10, ['a', '', 'b']],
    ['keeps indentation for all rows of a line', '  one two three', 9, ['  one two', '  three']],
    ['lets an item of a list hang by its dash', '- one two three', 9, ['- one two', '  three']],
    ['lets an item further in hang', '  • one two', 8, ['  • one', '    two']],
    ['lets a numbered item hang', '10. one two', 8, ['10. one', '    two']],
    ['leaves a dash alone where there is no room', '- ab', 2, ['-', 'ab']],
    ['breaks a word that is too long', 'abcdefgh', 3, ['abc', 'def', 'gh']],
    ['puts a long word on rows of its own', 'a bcdefgh', 4, ['a', 'bcde', 'fgh']],
    ['parts CJK anywhere', '日本語日本語', 5, ['日本', '語日', '本語']],
    ['never parts a grapheme', '👨‍👩‍👧👨‍👩‍👧', 1, ['👨‍👩‍👧', '👨‍👩‍👧']],
    ['lives with a single column', 'ab', 1, ['a', 'b']],
    ['lives with no column at all', 'ab', 0, ['a', 'b']],
    ['lets a space fall away at the end of a row', 'abc def', 3, ['abc', 'def']],
  ])('%s', (_, text, columns, rows) => {
    expect(wrap(text, columns)).toEqual(rows);
  });

  test('no row is wider than the box, and no letter is lost', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ab c日é\n') }),
        fc.integer({ min: 2, max: 12 }),
        (text, columns) => {
          const rows = wrap(text, columns);
          for (const row of rows) expect(width(row)).toBeLessThanOrEqual(columns);
          expect(rows.join('').replaceAll(' ', '')).toBe(text.replaceAll(/[ \n]/g, ''));
        },
      ),
    );
  });
});
