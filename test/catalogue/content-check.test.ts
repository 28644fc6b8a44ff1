import { expect, test } from 'vitest';
import { checkSource, diagnosticsOf } from '../../src/catalogue/content-check.ts';
import { problemStub } from '../../src/catalogue/stubs/problem-stub.ts';
import { templateStub } from '../../src/catalogue/stubs/template-stub.ts';

const encode = (text: string) => new TextEncoder().encode(text);

function source(path: string, text: string, taken = false) {
  return checkSource({ path, kind: 'problem', taken, bytes: encode(text), fault: undefined });
}

const stub = (id: string) => problemStub({ id, schema: './schema.json', updated: '2026-11-22' });
const told = (...args: Parameters<typeof diagnosticsOf>) =>
  diagnosticsOf(...args).map(({ file, line, message, hint }) => `${file}:${line} ${message} (${hint})`);

test('two files may not have one id; a template and a problem may', () => {
  const template = checkSource({
    path: 'a.yaml',
    kind: 'template',
    taken: false,
    bytes: encode(templateStub({ id: 'a', schema: '' })),
    fault: undefined,
  });
  expect(told([source('x/a.yaml', stub('a')), source('y/a.yaml', stub('a')), template], [])).toEqual([
    'y/a.yaml:3 the id "a" is that of x/a.yaml too (Choose another id and rename the file.)',
  ]);
});

test('an own file may not have the id of a built-in one', () => {
  expect(told([source('a.yaml', stub('a'), true)], ['a'])).toEqual([
    'a.yaml:3 the id "a" is that of a built-in problem too (Choose another id and rename the file.)',
  ]);
});

test('what is related must be there, among the files or beside them', () => {
  const related = (id: string) => stub('a').replace('related: []', `related: [{ problem: ${id}, title: B, how: so }]`);
  expect(told([source('a.yaml', related('b')), source('b.yaml', stub('b'))], [])).toEqual([]);
  expect(told([source('a.yaml', related('b'))], ['b'])).toEqual([]);
  expect(told([source('a.yaml', related('rate-limter'))], ['rate-limiter'])[0]).toMatch(
    /there is no problem "rate-limter" \(Did you mean rate-limiter\?\)$/,
  );
});

test('faults between files are found in files that have faults of their own', () => {
  const bad = stub('a')
    .replace('level: L6 ', 'level: L5 ')
    .replace('related: []', 'related: [{ problem: b, title: B, how: so }]');
  expect(told([source('a.yaml', bad)], []).map((line) => line.replace(/ \(.*/, ''))).toEqual([
    'a.yaml:6 level must be L6 or L7, not "L5"',
    expect.stringMatching(/^a\.yaml:\d+ there is no problem "b"$/),
  ]);
});

test('a file that could not be read has one fault', () => {
  const unread = checkSource({
    path: 'a.yaml',
    kind: 'problem',
    taken: false,
    bytes: undefined,
    fault: 'a.yaml is no regular file.',
  });
  expect(told([unread], [])).toEqual(['a.yaml:1 a.yaml is no regular file. (undefined)']);
});
