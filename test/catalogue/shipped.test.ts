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

/** Worked out by hand from the inputs, in bytes, seconds, dollars and counts. */
const DAY = 86_400;
describe('estimates come to what a pocket calculator gives', () => {
  test.each([
    ['rate-limiter', 'peak-rate', 100e6 / 60],
    ['rate-limiter', 'counter-memory', 10_000 * 1e6 * 64],
    ['rate-limiter', 'stored-memory', 10_000 * 1e6 * 180],
    ['rate-limiter', 'shards', 43],
    ['rate-limiter', 'full-history', 800_000 * 1000 * 30 * DAY],
    ['rate-limiter', 'policy-set', 40e6 + 200e6],
    ['notification-system', 'average-rate', 500e6 / DAY],
    ['notification-system', 'provider-sends', (300e6 * 2 + 125e6 + 50e6 + 25e6) / DAY],
    ['notification-system', 'delivery-log', 500e6 * 30 * 1000],
    ['notification-system', 'analytics-raw', 500e6 * 365 * 500],
    ['notification-system', 'sms-month', 50e6 * 30 * 0.01],
    ['url-shortener', 'create-rate', 100e6 / DAY],
    ['url-shortener', 'links-kept', 100e6 * 5 * 365],
    ['url-shortener', 'code-fill', 182.5e9 / 62 ** 7],
    ['url-shortener', 'click-storage', 1e9 * 5 * 365 * 200],
  ])('%s: %s', (name, id, amount) => {
    const parsed = checked.find((source) => source.kind === 'problem' && source.id === name);
    const value = parsed?.ok === true && 'capacity' in parsed.value ? parsed.value : undefined;
    const found = value?.capacity.estimates.find((estimate) => estimate.id === id)?.amount ?? 0;
    expect(found / amount).toBeCloseTo(1, 9);
  });

  test('no text has a quote left in it', () => {
    for (const parsed of checked) expect(JSON.stringify(parsed.ok ? parsed.value : '')).not.toContain('{{');
  });
});

test.each(KINDS)('the schema of a %s is the one in the folder; if not: npm run schemas', (kind) => {
  expect(readFileSync(new URL(`${kind}s/schema.json`, root), 'utf8')).toBe(jsonSchemaText(kind));
});
