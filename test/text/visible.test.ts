import { describe, expect, test } from 'vitest';
import { visible, visibleLine } from '../../src/text/visible.ts';
import { fc } from '../harness/properties.ts';

describe('visible', () => {
  test.each([
    ['two\nlines', 'two\nlines'],
    ['a\tb', 'a    b'],
    ['\x1b[31mred', '\\u{1b}[31mred'],
    ['\x9b31m\x07\x7f', '\\u{9b}31m\\u{7}\\u{7f}'],
    ['a\r\nb', 'a\\u{d}\nb'],
    ['\ud800x', '\\u{d800}x'],
    ['user\u202eexe', 'user\\u{202e}exe'],
    ['zero\u200bwidth\ufeff', 'zero\\u{200b}width\\u{feff}'],
    ['soft\u00adhyphen', 'soft\\u{ad}hyphen'],
    ['a\u200db', 'a\\u{200d}b'],
    ['a\ufe0f', 'a\\u{fe0f}'],
    ['\u{e0041}', '\\u{e0041}'],
    ['\u2028\u2029', '\\u{2028}\\u{2029}'],
    ['\u3164', '\\u{3164}'],
    ['\uffff', '\\u{ffff}'],
  ])('%j is shown as %j', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  test.each([['👨‍👩‍👧‍👦 ❤️ 1️⃣ 👍🏽 🇩🇪'], ['🏴󠁧󠁢󠁳󠁣󠁴󠁿'], ['می‌خواهم'], ['क्‍ष'], ['日本語 déjà → 😀']])(
    '%j stays as it is',
    (text) => {
      expect(visible(text)).toBe(text);
    },
  );

  test('no control character ever comes through', () => {
    const control = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visible(text)).not.toMatch(control);
        expect(() => encodeURIComponent(visible(text))).not.toThrow();
      }),
    );
  });
});

test('visibleLine has no line break', () => {
  expect(visibleLine('one\ntwo\r\nthree\rfour')).toBe('one two three\\u{d}four');
});
