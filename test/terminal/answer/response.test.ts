import { describe, expect, test } from 'vitest';
import { burst, key, paste, text, type } from './typing.ts';

const enter = key('enter');
const send = key('ctrl-d');

describe('Enter', () => {
  test.each([
    ['/next', { name: 'next', argument: '' }],
    ['/ask  how many? ', { name: 'ask', argument: 'how many?' }],
  ])('runs %j', (line, command) => {
    const { inputs, shown } = type([text('one'), enter, text(line), enter]);
    expect(inputs).toEqual([{ type: 'command', line, ...command }]);
    expect(shown).toBe('one\n|');
  });

  test('runs a command from the middle of its line and of the draft', () => {
    const { inputs, shown } = type([text('/next'), key('left'), key('left'), enter, text('x')], { draft: 'a\n' });
    expect(inputs).toHaveLength(1);
    expect(shown).toBe('a\nx|');
  });

  test.each([['/api/v1/users'], ['// comment'], [' /next'], ['/nextt'], ['/next\t'], ['see /next'], ['/NEXT']])(
    'keeps %j as text',
    (line) => {
      const { inputs, shown } = type([text(line), enter]);
      expect(inputs).toEqual([]);
      expect(shown).toBe(`${line}\n|`);
    },
  );

  test('tells that a word is no command', () => {
    expect(type([text('/nxet'), enter]).last.notice).toBe('There is no command /nxet; it stays as text.');
    expect(type([text('/api/v1'), enter]).last.notice).toBeUndefined();
  });

  test('runs nothing that was pasted, but a pasted argument', () => {
    expect(type([paste('/next'), enter]).inputs).toEqual([]);
    expect(type([paste('/ne'), text('xt'), enter]).inputs).toEqual([]);
    expect(type([text('/ask '), paste('how many?'), enter]).inputs).toHaveLength(1);
  });

  test('runs a line that came in a burst and was finished by hand', () => {
    expect(type([burst('one\n/next'), enter]).inputs).toHaveLength(1);
    expect(type([burst('one\n/next\n')]).inputs).toEqual([]);
  });

  test('runs nothing in a draft that was left behind', () => {
    expect(type([enter], { draft: '/next' }).inputs).toEqual([]);
  });

  test('runs nothing before the box is ready', () => {
    const { inputs, shown } = type([text('/next'), enter], { isReady: false });
    expect(inputs).toEqual([]);
    expect(shown).toBe('/next\n|');
  });
});

describe('Ctrl-D', () => {
  test('sends the text exactly as it was typed, and leaves it', () => {
    const { inputs, shown } = type([text('  one '), enter, enter, send]);
    expect(inputs).toEqual([{ type: 'send', text: '  one \n\n' }]);
    expect(shown).toBe('  one \n\n|');
  });

  test('runs a command typed on the last line', () => {
    const { inputs, shown } = type([text('one'), enter, text('/next'), send]);
    expect(inputs).toMatchObject([{ type: 'command', name: 'next' }]);
    expect(shown).toBe('one\n|');
  });

  test('sends commands that were pasted, came in a burst, or stand before the last line', () => {
    expect(type([paste('/next'), send]).inputs).toEqual([{ type: 'send', text: '/next' }]);
    expect(type([burst('a\n/next'), send]).inputs).toEqual([{ type: 'send', text: 'a\n/next' }]);
    const strokes = [text('/next'), key('newline'), text('more'), key('up'), send];
    expect(type(strokes).inputs).toEqual([{ type: 'send', text: '/next\nmore' }]);
  });

  test.each(['', '  \n '])('says that there is nothing in %j', (draft) => {
    const { inputs, last } = type([send], { draft });
    expect(inputs).toEqual([]);
    expect(last.notice).toBe('Nothing to send; /next moves on.');
  });

  test('sends nothing before the box is ready', () => {
    const { inputs, last, shown } = type([text('early'), send], { isReady: false });
    expect(inputs).toEqual([]);
    expect(last.notice).toContain('typed ahead');
    expect(shown).toBe('early|');
  });
});

test.each([
  ['/ne', '/next |', undefined],
  ['/n', '/n|', '/next  /note'],
  ['/', '/|', '/next  /note  /ask  /brief  /edit'],
  ['/x', '/x    |', undefined],
  ['a /ne', 'a /ne    |', undefined],
  ['', '    |', undefined],
])('Tab after %j makes %j', (typed, shown, notice) => {
  const result = type([text(typed), key('tab')].filter((stroke) => stroke.type !== 'text' || stroke.text !== ''));
  expect(result.shown).toBe(shown);
  expect(result.last.notice).toBe(notice);
});

test('Ctrl-G edits, once the box is ready', () => {
  const { inputs, shown } = type([key('ctrl-g')], { draft: 'ab' });
  expect(inputs).toEqual([{ type: 'command', name: 'edit', argument: '', line: '' }]);
  expect(shown).toBe('ab|');
  expect(type([key('ctrl-g')], { isReady: false }).inputs).toEqual([]);
});

test.each([
  ['ctrl-c', { action: 'interrupt' }],
  ['ctrl-z', { action: 'stop' }],
  ['ctrl-l', { action: 'redraw' }],
  ['pageup', { scroll: 'page-up' }],
  ['shift-down', { scroll: 'row-down' }],
])('%s asks for %j and leaves the draft', (chord, asked) => {
  const { last, shown } = type([key(chord)], { draft: 'ab' });
  expect(last).toMatchObject(asked);
  expect(shown).toBe('ab|');
});
