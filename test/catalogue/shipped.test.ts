import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkSource, diagnosticsOf } from '../../src/catalogue/content-check.ts';
import { jsonSchemaText } from '../../src/catalogue/json-schema.ts';
import { formatDiagnostic } from '../../src/text/diagnostic.ts';
import { plainTheme } from '../../src/text/theme.ts';

const root = new URL('../../', import.meta.url);
const KINDS = ['problem', 'template'] as const;

const sources = KINDS.flatMap((kind) =>
  readdirSync(new URL(`${kind}s/`, root))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => {
      const path = `${kind}s/${name}`;
      return { path, kind, taken: false, bytes: readFileSync(new URL(path, root)), fault: undefined };
    }),
);
const checked = sources.map(checkSource);

describe('shipped content', () => {
  test('has no fault', () => {
    const faults = diagnosticsOf(checked, []).map((fault) =>
      formatDiagnostic(fault, { theme: plainTheme, terminal: true }),
    );
    expect(faults.join('\n')).toBe('');
    expect(checked.length).toBeGreaterThan(0);
  });

  test('has the five templates', () => {
    const ids = checked.flatMap(({ kind, id }) => (kind === 'template' ? [id] : []));
    expect(ids).toEqual(['five-phase', 'framework', 'l6', 'l7', 'write-up']);
  });

  test.each(sources.map(({ path }) => path))('%s names its schema for editors', (path) => {
    const [first] = readFileSync(new URL(path, root), 'utf8').split('\n');
    expect(first).toBe('# yaml-language-server: $schema=./schema.json');
  });
});

test.each(KINDS)('the schema of a %s is the one in the folder; if not: npm run schemas', (kind) => {
  expect(readFileSync(new URL(`${kind}s/schema.json`, root), 'utf8')).toBe(jsonSchemaText(kind));
});
