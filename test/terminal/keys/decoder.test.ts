import { describe, expect, test } from 'vitest';
import { KeyDecoder } from '../../../src/terminal/keys/decoder.ts';
import type { Stroke } from '../../../src/terminal/keys/stroke.ts';
import { fc } from '../../harness/properties.ts';

const encode = (text: string) => new TextEncoder().encode(text);

function decodeAll(...chunks: readonly (string | Uint8Array)[]): readonly Stroke[] {
  const decoder = new KeyDecoder();
  const strokes = chunks.flatMap((chunk) => decoder.decode(typeof chunk === 'string' ? encode(chunk) : chunk));
  return [...strokes, ...decoder.end()];
}

const key = (chord: string, byHand = true): Stroke => ({ type: 'key', chord, byHand });
const text = (typed: string): Stroke => ({ type: 'text', text: typed });
const burst = (pasted: string): Stroke => ({ type: 'burst', text: pasted });
const paste = (pasted: string): Stroke => ({ type: 'paste', text: pasted });

describe('keys', () => {
  test.each([
    ['letters', 'abc', [text('abc')]],
    ['Enter', '\r', [key('enter')]],
    ['Ctrl-J', '\n', [key('newline')]],
    ['a line and its Enter', '/next\r', [text('/next'), key('enter')]],
    ['CRLF', 'a\r\n', [text('a'), key('enter')]],
    ['Ctrl-D', 'a\x04', [text('a'), key('ctrl-d')]],
    ['Ctrl-_', '\x1f', [key('ctrl-_')]],
    ['arrows', '\x1b[A\x1bOB\x1b[1;5D\x1b[1;2A', [key('up'), key('down'), key('ctrl-left'), key('shift-up')]],
    ['PageUp, Delete, Home', '\x1b[5~\x1b[3~\x1b[H', [key('pageup'), key('delete'), key('home')]],
    ['Alt-B, Alt-Backspace, Alt-_', '\x1bb\x1b\x7f\x1b_', [key('alt-b'), key('alt-backspace'), key('alt-_')]],
    ['capitals and emoji', 'Aé日😀', [text('Aé日😀')]],
  ])('%s', (_, typed, strokes) => {
    expect(decodeAll(typed)).toEqual(strokes);
  });

  test('a CRLF parted by chunks is one newline', () => {
    expect(decodeAll('a\r', '\nb')).toEqual([text('a'), key('enter'), text('b')]);
  });

  test('escape sequences and UTF-8 may be parted anywhere', () => {
    const bytes = encode('é😀\x1b[1;5D日\x1b[A');
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length), { maxLength: 8 }), (cuts) => {
        const ends = [...cuts, bytes.length].sort((a, b) => a - b);
        const parts = ends.map((end, index) => bytes.slice(ends[index - 1] ?? 0, end));
        const strokes = decodeAll(...parts);
        const typed = strokes.map((each) => (each.type === 'text' ? each.text : each.type === 'key' ? each.chord : ''));
        expect(typed.join('')).toBe('é😀ctrl-left日up');
      }),
    );
  });
});

describe('bracketed paste', () => {
  test.each([
    ['LF', 'one\n/next\n'],
    ['CR', 'one\r/next\r'],
    ['CRLF', 'one\r\n/next\r\n'],
  ])('is text whole, with %s', (_, pasted) => {
    expect(decodeAll(`\x1b[200~${pasted}\x1b[201~`)).toEqual([paste('one\n/next\n')]);
  });

  test('keeps control characters and unfinished escape sequences', () => {
    const pasted = 'a\x01\x03\x04\x1b[31m\t\x7f\x1b[';
    expect(decodeAll(`x\x1b[200~${pasted}\x1b[201~y`)).toEqual([text('x'), paste(pasted), text('y')]);
  });

  test('may be parted anywhere', () => {
    const bytes = encode('a\x1b[200~é\r\n😀\x1b\x1b[201~b');
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length), { maxLength: 10 }), (cuts) => {
        const ends = [...cuts, bytes.length].sort((a, b) => a - b);
        const parts = ends.map((end, index) => bytes.slice(ends[index - 1] ?? 0, end));
        expect(decodeAll(...parts)).toEqual([text('a'), paste('é\n😀\x1b'), text('b')]);
      }),
    );
  });

  test('whose end never comes is kept, and Ctrl-C gets out of it', () => {
    expect(decodeAll('\x1b[200~abc')).toEqual([paste('abc')]);
    expect(decodeAll('\x1b[200~abc', '\x03')).toEqual([paste('abc'), key('ctrl-c')]);
  });
});

describe('a paste without brackets', () => {
  test.each([
    ['two line breaks', 'one\r/next\r', [burst('one\n/next\n')]],
    ['text behind a line break', '/next\rmore', [burst('/next\nmore')]],
    ['CRLF', 'one\r\n/next\r\n', [burst('one\n/next\n')]],
    ['a tab', 'a\tb\rc', [burst('a\tb\nc')]],
    ['Ctrl-D within', 'a\rb\x04c', [burst('a\nb\x04c')]],
  ])('is text: %s', (_, typed, strokes) => {
    expect(decodeAll(typed)).toEqual(strokes);
  });

  test('may be followed by a Ctrl-D in the same chunk, which is not by hand', () => {
    expect(decodeAll('a\rb\r\x04')).toEqual([burst('a\nb\n'), key('ctrl-d', false)]);
  });

  test('is over after a pause', async () => {
    const decoder = new KeyDecoder();
    decoder.decode(encode(`${'x'.repeat(600)}\r\r`));
    for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve));
    expect(decoder.decode(encode('/next\r'))).toEqual([text('/next'), key('enter')]);
  });

  test('that the terminal cut into chunks goes on in the next one', () => {
    const long = `${'x'.repeat(600)}\r\r`;
    expect(decodeAll(long, '/next\r')).toEqual([burst(`${'x'.repeat(600)}\n\n`), burst('/next\n')]);
  });
});
