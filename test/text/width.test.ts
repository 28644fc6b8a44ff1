import { describe, expect, test } from 'vitest';
import { graphemes, width } from '../../src/text/width.ts';

describe('width', () => {
  test.each([
    ['', 0],
    ['plain ASCII', 11],
    ['déjà vu – naïve → done', 22],
    ['日本語', 6],
    ['e\u0301', 1],
    ['😀', 2],
    ['👨‍👩‍👧‍👦', 2],
    ['👍🏽', 2],
    ['🇩🇪', 2],
    ['✌️', 2],
    ['\u1112\u1161\u11ab', 2],
    ['ｆｕｌｌ', 8],
    ['한글', 4],
  ])('%j takes %i columns', (text, columns) => {
    expect(width(text)).toBe(columns);
  });
});

describe('graphemes', () => {
  test('keeps joined emoji and combining marks whole', () => {
    expect(Array.from(graphemes('a👨‍👩‍👧e\u0301'), (each) => each.segment)).toEqual(['a', '👨‍👩‍👧', 'e\u0301']);
  });

  test('counts places in code units', () => {
    expect(Array.from(graphemes('😀a'), (each) => each.index)).toEqual([0, 2]);
    expect(Array.from(graphemes('日a'), (each) => each.index)).toEqual([0, 1]);
  });
});
