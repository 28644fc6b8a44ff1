import { describe, expect, test } from 'vitest';
import { boundaryAt } from '../../../src/terminal/answer/boundaries.ts';
import { openBuffer, redo, replaceDraft, undo } from '../../../src/terminal/answer/buffer.ts';
import type { Stroke } from '../../../src/terminal/keys/stroke.ts';
import { fc } from '../../harness/properties.ts';
import { burst, key, paste, text, type } from './typing.ts';

const keys = (...chords: readonly string[]) => chords.map((chord) => key(chord));

describe('editing keys', () => {
  test.each([
    ['left and right', 'ab', ['left', 'left', 'right'], 'a|b'],
    ['Ctrl-B and Ctrl-F', 'ab', ['ctrl-b', 'ctrl-b', 'ctrl-f'], 'a|b'],
    ['Ctrl-A and Ctrl-E', 'ab cd', ['ctrl-a', 'ctrl-e', 'ctrl-a'], '|ab cd'],
    ['up keeps the column', 'abcd\nx\nabcd', ['up', 'up'], 'abcd|\nx\nabcd'],
    ['up from the first row', 'ab', ['up'], '|ab'],
    ['down from the last row', 'ab', ['home', 'down'], 'ab|'],
    ['Ctrl-P and Ctrl-N', 'ab\ncd', ['ctrl-p', 'ctrl-n'], 'ab\ncd|'],
    ['words', 'one two three', ['ctrl-left', 'alt-b', 'alt-f'], 'one two| three'],
    ['Ctrl-Home and Ctrl-End', 'ab\ncd', ['ctrl-home'], '|ab\ncd'],
    ['backspace', 'ab', ['backspace'], 'a|'],
    ['backspace at the start', 'ab', ['ctrl-home', 'backspace'], '|ab'],
    ['backspace joins lines', 'a\nb', ['home', 'backspace'], 'a|b'],
    ['delete', 'ab', ['home', 'delete'], '|b'],
    ['delete joins lines', 'a\nb', ['ctrl-home', 'right', 'delete'], 'a|b'],
    ['Ctrl-W', 'one two', ['ctrl-w'], 'one |'],
    ['Alt-Backspace', 'one two', ['alt-backspace'], 'one |'],
    ['Alt-D', 'one two', ['home', 'alt-d'], '| two'],
    ['Ctrl-U', 'a\none two', ['ctrl-u'], 'a\n|'],
    ['Ctrl-K', 'one\ntwo', ['ctrl-home', 'ctrl-k'], '|\ntwo'],
    ['Ctrl-K at the end joins lines', 'one\ntwo', ['ctrl-home', 'ctrl-k', 'ctrl-k'], '|two'],
    ['Ctrl-Y puts back what was cut', 'one two', ['ctrl-w', 'ctrl-y'], 'one two|'],
    ['Ctrl-Y twice', 'one', ['ctrl-u', 'ctrl-y', 'ctrl-y'], 'oneone|'],
    ['cuts in a row add up', 'one two', ['ctrl-w', 'ctrl-w', 'ctrl-y'], 'one two|'],
    ['cuts forward add up', 'one\ntwo', ['ctrl-home', 'ctrl-k', 'ctrl-k', 'ctrl-y'], 'one\n|two'],
    ['a move parts cuts', 'one two', ['ctrl-w', 'left', 'right', 'ctrl-w', 'ctrl-y'], 'one |'],
    ['joined emoji go whole', 'a👨‍👩‍👧', ['backspace'], 'a|'],
    ['a combining mark goes with its letter', 'ae\u0301', ['backspace'], 'a|'],
    ['the cursor goes by graphemes', 'a👍🏽b', ['left', 'left'], 'a|👍🏽b'],
    ['an unknown key does nothing', 'ab', ['f5', 'ctrl-q', 'escape'], 'ab|'],
  ])('%s', (_, draft, chords, shown) => {
    expect(type(keys(...chords), { draft }).shown).toBe(shown);
  });

  test('Home and End go by rows of the box', () => {
    expect(type(keys('home'), { draft: 'one two three', columns: 8 }).shown).toBe('one two |three');
    expect(type(keys('up', 'end'), { draft: 'one two three', columns: 8 }).shown).toBe('one two| three');
  });
});

describe('undo', () => {
  test.each([
    ['typing goes back by words', [text('one '), text('t'), text('w'), text('o'), key('ctrl-_')], 'one |'],
    ['erasing goes back as a whole', [text('one'), ...keys('backspace', 'backspace', 'ctrl-_')], 'one|'],
    ['a paste goes back as a whole', [text('a'), paste('b c\nd'), key('ctrl-_')], 'a|'],
    ['redo makes it again', [text('one '), text('two'), ...keys('ctrl-_', 'alt-_')], 'one two|'],
    ['undo of nothing', keys('ctrl-_'), '|'],
  ])('%s', (_, strokes, shown) => {
    expect(type(strokes).shown).toBe(shown);
  });

  test('brings back a draft that was replaced', () => {
    const buffer = openBuffer({ text: 'my long answer', cursor: 3 });
    expect(undo(replaceDraft(buffer, { text: '', cursor: 0 }))).toMatchObject({ text: 'my long answer', cursor: 3 });
  });
});

const anyStroke: fc.Arbitrary<Stroke> = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }).map(text),
  fc.string({ unit: fc.constantFrom('a', ' ', '\n', '/', 'é', '日', '😀', '\u0301', '\x1b', '\t') }).map(paste),
  fc.string({ unit: fc.constantFrom('a', '\n') }).map(burst),
  fc
    .constantFrom(
      ...['left', 'right', 'up', 'down', 'home', 'end', 'backspace', 'delete', 'ctrl-k', 'ctrl-u', 'ctrl-w', 'ctrl-y'],
      ...['ctrl-left', 'ctrl-right', 'ctrl-home', 'ctrl-end', 'alt-d', 'enter', 'newline', 'tab'],
    )
    .map((chord) => key(chord)),
);

describe('any strokes', () => {
  test('leave the cursor within the text, and the pasted stretches too', () => {
    fc.assert(
      fc.property(fc.array(anyStroke, { maxLength: 40 }), fc.integer({ min: 1, max: 20 }), (strokes, columns) => {
        const { text: all, cursor, pasted } = type(strokes, { columns }).buffer;
        expect(cursor).toBeGreaterThanOrEqual(0);
        expect(cursor).toBeLessThanOrEqual(all.length);
        for (const { start, end } of pasted) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(all.length);
        }
      }),
    );
  });

  test('can be undone to the beginning and made again to the end', () => {
    fc.assert(
      fc.property(fc.array(anyStroke, { maxLength: 40 }), (strokes) => {
        const end = type(strokes).buffer;
        let buffer = end;
        while (buffer.past !== undefined) buffer = undo(buffer);
        expect(buffer).toMatchObject({ text: '', pasted: [] });
        while (buffer.future !== undefined) buffer = redo(buffer);
        expect(buffer).toMatchObject({ text: end.text, pasted: end.pasted });
      }),
    );
  });

  test('never part a grapheme by a move', () => {
    const moves = fc.constantFrom('left', 'right', 'up', 'down', 'home', 'end', 'ctrl-left', 'ctrl-right');
    const draft = fc.string({ unit: fc.constantFrom('a', ' ', '\n', 'e\u0301', '👨‍👩‍👧', '日', '\x1b') });
    fc.assert(
      fc.property(draft, fc.array(moves, { maxLength: 20 }), fc.integer({ min: 1, max: 9 }), (all, chords, columns) => {
        const { cursor } = type(keys(...chords), { draft: all, columns }).buffer;
        expect(boundaryAt(all, cursor)).toBe(cursor);
      }),
    );
  });
});
