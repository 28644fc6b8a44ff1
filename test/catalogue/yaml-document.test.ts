import { describe, expect, test } from 'vitest';
import { CONTENT_LIMIT, parseYaml } from '../../src/catalogue/yaml-document.ts';
import { timesYardstick } from '../harness/speed.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const parse = (text: string | Uint8Array) => parseYaml(typeof text === 'string' ? encode(text) : text, 'a.yaml');

function faultsOf(text: string | Uint8Array): string[] {
  const parsed = parse(text);
  return parsed.ok ? [] : parsed.diagnostics.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

/** The text repeated up to the largest size that is read. */
function filled(part: (index: number) => string, start = ''): string {
  let text = start;
  for (let index = 0; ; index++) {
    const next = part(index);
    if (text.length + next.length > CONTENT_LIMIT) return text;
    text += next;
  }
}

describe('accepts plain data', () => {
  test.each([
    ['a: 1\n', { a: 1 }],
    ['\ufeffa: 1\r\nb: "x"\r\n', { a: 1, b: 'x' }],
    ['---\na: [1, two, true, ~]\n...\n', { a: [1, 'two', true, null] }],
    ['a: |\n  two\n  lines\n', { a: 'two\nlines\n' }],
    ['updated: 2026-01-31\nyes: no\n', { updated: '2026-01-31', yes: 'no' }],
    ['', null],
    ['# nothing\n', null],
  ])('%j', (text, value) => {
    expect(parse(text)).toMatchObject({ ok: true, document: { value } });
  });
});

describe('refuses with the place (faults 21, 24, 25)', () => {
  const named = ([text, message]: readonly (string | Uint8Array)[]) => ({ text: text ?? '', message });

  test.each(
    [
      ['a: &x [1]\nb: *x\n', '1:4 this is an anchor (&name), which is not read here'],
      ['a: 1\nb: *x\n', '2:4 this is an alias (*name), which is not read here'],
      ['a: &a [*a]\n', '1:4 this is an anchor (&name), which is not read here'],
      ['a: !!js/function x\n', '1:4 this is a tag (!name), which is not read here'],
      ['a: !x 1\n', '1:4 this is a tag (!name), which is not read here'],
      ['a:\n  <<: {b: 1}\n', '2:3 merge keys (<<) are not read here'],
      ['%YAML 1.1\n---\na: yes\n', '1:1 this is a directive (%…), which is not read here'],
      ['a: 1\n---\nb: 2\n', '2:1 a second document begins here'],
      ['a: 1\n...\nb: 2\n', '3:1 a second document begins here'],
      ['a: 1\nb: 2\na: 3\n', '3:1 the key "a" stands here a second time'],
      ['x: {a: 1, a: 2}\n', '1:11 the key "a" stands here a second time'],
      ['\u00e9: 1\ne\u0301: 2\n', '2:1 the key "é" stands here a second time'],
      ['1: a\n"1": b\n', '2:1 the key "1" stands here a second time'],
      ['a:\n  __proto__: {x: 1}\n', '2:3 __proto__ cannot be a key'],
      ['constructor: 1\n', '1:1 constructor cannot be a key'],
      ['{prototype: 1}\n', '1:2 prototype cannot be a key'],
      ['a: "\\x1b[31m"\n', '1:4 an escape in this text stands for the control character U+001B'],
      ['a: [x, "\\0"]\n', '1:8 an escape in this text stands for the control character U+0000'],
      ['a: "\\ud800"\n', '1:4 an escape in this text stands for the control character U+D800'],
      ['"a\\x9b": 1\n', '1:1 the key holds the character U+009B'],
      ['a: b\u001b]0;x\u0007\n', '1:5 the control character U+001B stands here'],
      ['a: "\u009b"\n', '1:5 the control character U+009B stands here'],
      ['a: 1\rb: 2\n', '1:5 the control character U+000D stands here'],
      [Uint8Array.of(0x61, 0x3a, 0x20, 0xff), '1:4 this is not UTF-8'],
      [Uint8Array.of(0x61, 0x0a, 0xc3, 0xa9, 0xc3), '2:2 this is not UTF-8'],
      [Uint8Array.of(0xff, 0xfe, 0x61, 0x00), '1:1 the file is UTF-16'],
      [Uint8Array.of(0x61, 0x00, 0x3a, 0x00), '1:1 the file is UTF-16'],
      [new Uint8Array(CONTENT_LIMIT + 1).fill(0x61), '1:1 the file has 257 KiB; at most 256 KiB are read'],
    ].map(named),
  )('$message', ({ text, message }) => {
    expect(faultsOf(text)[0]).toBe(message);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  test.each(
    [
      ['a: b: c\n', '1:4 there is a second ": " on this line'],
      ['a: @b\n', '1:4 text cannot begin with this character'],
      ['a:\n\tb: 1\n', '2:1 a tab is used to indent'],
      ['a: "b\nc: 1\n', '3:1 a closing " is missing'],
      ['a: [b\nc: 1\n', '2:1 a bracket opened above is not closed before this line'],
      ['a: "\\q"\n', '1:5 this backslash escape means nothing'],
      ['a: b\n}\n', '2:1 no bracket is open that this one could close'],
      ['? [a]\n: 2\n', '1:3 a key must be a word'],
      ['a: {b}, c: d\n', '1:7 this does not fit what stands before it'],
    ].map(named),
  )('$message', ({ text, message }) => {
    expect(faultsOf(text)).toEqual([message]);
  });
});

test('tells all faults of a file, up to a number that can still be read', () => {
  expect(faultsOf('a: 1\na: 2\nb: "\\0"\n')).toHaveLength(2);
  const many = faultsOf(filled((index) => `k${index % 10}: ${'v'.repeat(60)}\n`));
  expect(many).toHaveLength(200);
  expect(many.at(-1)).toMatch(/and \d+ more faults from here on/);
});

test('the size limit is the caller’s', () => {
  expect(parseYaml(encode('a: 1234\n'), 'a.yaml', 4)).toMatchObject({ ok: false });
  expect(parseYaml(new Uint8Array(0), 'a.yaml', 4)).toMatchObject({ ok: true });
});

describe('places', () => {
  const parsed = parse('title: x\nlist:\n  - a: 1\n    b: [2, 3]\n');
  if (!parsed.ok) throw new Error('the text is good');
  const { document } = parsed;

  test.each([
    [[], 'value', 1, 1],
    [['title'], 'value', 1, 8],
    [['title'], 'key', 1, 1],
    [['list', 0, 'b', 1], 'value', 4, 12],
    [['list', 0, 'c'], 'value', 3, 5],
    [['list', 1], 'value', 2, 1],
    [['nothing', 'here'], 'key', 1, 1],
  ] as const)('%j %s', (path, on, line, column) => {
    expect(document.at(path, on)).toEqual({ line, column });
  });

  test('come with the line and in the order of the file', () => {
    const faults = [
      { path: ['list', 0, 'b'], message: 'two' },
      { path: ['title'], message: 'one', hint: 'Do.' },
    ];
    expect(document.diagnostics(faults)).toEqual([
      { file: 'a.yaml', line: 1, column: 8, message: 'one', hint: 'Do.', source: 'title: x' },
      { file: 'a.yaml', line: 4, column: 8, message: 'two', source: '    b: [2, 3]' },
    ]);
  });
});

describe('bombs', () => {
  const deep = (open: string) => open.repeat(5000);
  const staircase = (step: string) => Array.from({ length: 700 }, (_, indent) => ' '.repeat(indent) + step).join('\n');

  test('nesting of 5,000 levels is a plain error, for file after file (fault 22)', () => {
    const texts = ['[', '{', '{a: ', '- ', '? ', ': ', 'a: ', '[{a: '].map(deep);
    for (const text of [...texts, ...texts, staircase('a:'), staircase('-'), `${deep('[')}${deep(']')}`]) {
      expect(faultsOf(text).join()).toMatch(/^\d+:\d+ the nesting is too deep$/);
    }
  });

  test('a hundred levels that the scan lets pass are no danger to the parser', () => {
    const flow = `${'['.repeat(95)}${']'.repeat(95)}`;
    const block = Array.from({ length: 45 }, (_, indent) => `${' '.repeat(2 * indent)}- a:`).join('\n');
    for (const text of [flow, block]) expect(parse(text).ok).toBe(true);
  });

  test.each([
    ['aliases', `a: &a [x]\n${filled((index) => `b${index}: [*a, *a]\n`)}`.slice(0, CONTENT_LIMIT)],
    ['brackets', '['.repeat(CONTENT_LIMIT)],
    ['tags', filled(() => '- !x\n')],
    ['documents', filled(() => '--- a\n')],
    ['commas', `[${','.repeat(CONTENT_LIMIT - 2)}]`],
    ['items', `[${'1,'.repeat(CONTENT_LIMIT / 2 - 1)}]`],
    ['closing brackets', filled(() => '}\n')],
    ['empty items', filled(() => '- \n')],
  ])('256 KiB of %s are refused at once', (_, text) => {
    expect(parse(text).ok).toBe(false);
    expect(timesYardstick(() => parse(text), 8)).toBeLessThan(8);
  });

  test('256 KiB of distinct keys take no long time (fault 23)', () => {
    for (const text of [filled((index) => `key-number-${index}-of-many: v\n`), filled((index) => `${index}: \n`)]) {
      expect(timesYardstick(() => parse(text), 80)).toBeLessThan(80);
    }
    expect(parse(filled((index) => `key-number-${index}-of-many-more-keys: v\n`)).ok).toBe(true);
  });
});
