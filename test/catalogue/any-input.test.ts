import { describe, expect, test } from 'vitest';
import { parseProblem, parseTemplate } from '../../src/catalogue/content-file.ts';
import { problemStub } from '../../src/catalogue/stubs/problem-stub.ts';
import { templateStub } from '../../src/catalogue/stubs/template-stub.ts';
import { fc } from '../harness/properties.ts';

const problem = problemStub({ id: 'a', schema: './schema.json', updated: '2026-11-22' });
const template = templateStub({ id: 'a', schema: './schema.json' });
const encoder = new TextEncoder();

/** What must hold of any input: a value, or faults with a place and nothing that a terminal obeys. */
function survives(bytes: Uint8Array): void {
  for (const parse of [parseProblem, parseTemplate]) {
    const parsed = parse({ path: 'a.yaml', taken: false, bytes });
    if (parsed.ok) continue;
    expect(parsed.diagnostics.length).toBeGreaterThan(0);
    for (const { line, column, message, hint } of parsed.diagnostics) {
      expect(line).toBeGreaterThan(0);
      expect(column).toBeGreaterThan(0);
      expect(`${message}${hint}`).not.toMatch(/\p{Cc}/u);
    }
  }
}

const scrap = fc.oneof(
  fc.constantFrom('- ', '? ', ': ', 'a: ', '[', ']', '{', '}', ', ', '"', "'", '|\n', '>\n', '\n', '  ', '\t', '# '),
  fc.constantFrom(
    '*a',
    '&a ',
    '!x ',
    '%',
    '---\n',
    '...\n',
    '<<: ',
    '.nan',
    '~',
    '\\x1b',
    '\u001b',
    '\u00e9',
    '\ud83d',
  ),
  fc.constantFrom('__proto__: ', 'constructor: ', 'toString: ', 'id: ', 'points:\n', 'minutes: ', '1e999', '-1'),
  fc.string({ unit: 'binary', maxLength: 4 }),
);

describe('no input makes the parser throw', () => {
  test('bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), survives), { numRuns: 200 });
  });

  test('scraps of YAML', () => {
    const text = fc.array(scrap, { maxLength: 60 }).map((parts) => encoder.encode(parts.join('')));
    fc.assert(fc.property(text, survives), { numRuns: 300 });
  });

  test('a few scraps, thousands of times', () => {
    const text = fc
      .tuple(fc.array(scrap, { minLength: 1, maxLength: 4 }), fc.integer({ min: 500, max: 6000 }))
      .map(([parts, times]) => encoder.encode(parts.join('').repeat(times)).slice(0, 60_000));
    fc.assert(fc.property(text, survives), { numRuns: 40 });
  });

  test.each([
    ['problem', problem],
    ['template', template],
  ])('a good %s with scraps put in and lines taken out', (_, good) => {
    const lines = good.split('\n');
    const change = fc.tuple(fc.nat({ max: lines.length - 1 }), fc.nat({ max: 30 }), fc.option(scrap));
    const text = fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
      const changed = [...lines];
      for (const [at, column, put] of changes) {
        const line = changed[at] ?? '';
        changed[at] = put === null ? '' : line.slice(0, column) + put + line.slice(column);
      }
      return encoder.encode(changed.join('\n'));
    });
    fc.assert(fc.property(text, survives), { numRuns: 60 });
  });

  test.each([
    ['formula: requests * peak-factor', 'formula'],
    ['unit: /s', 'unit'],
    ['overview: The design in a few sentences.', 'overview'],
  ])('a good problem with any text in place of %s', (from, field) => {
    const sign = fc.constantFrom(
      '{{',
      '}}',
      'requests',
      'peak-factor',
      '*',
      '/',
      '(',
      ')',
      ' in ',
      'TB',
      '/s',
      '1e308',
      '^',
      '-',
      '%',
    );
    const text = fc.array(fc.oneof(sign, fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 30 });
    const file = text.map((parts) => problem.replace(from, () => `${field}: ${JSON.stringify(parts.join(''))}`));
    fc.assert(
      fc.property(
        file.map((each) => encoder.encode(each)),
        survives,
      ),
      { numRuns: 150 },
    );
  });
});
