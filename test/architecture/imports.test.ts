import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../src/', import.meta.url));

/** Folders in which nothing touches the machine: no clock, no stream, no file, no terminal. */
const PURE = ['catalogue', 'session', 'journal', 'assessment', 'lexicon', 'quantity', 'diagram', 'transcript', 'text'];

/** Which folder, or file of the top level, may import which. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'main.ts': ['cli.ts', 'node-context.ts', 'node-streams.ts', 'context.ts', 'errors.ts', 'text'],
  'cli.ts': ['command-table.ts', 'commands', 'context.ts', 'errors.ts'],
  'command-table.ts': ['commands', 'command-examples.ts', 'context.ts', 'errors.ts'],
  'command-examples.ts': [],
  'context.ts': ['catalogue', 'session', 'lexicon', 'text', 'errors.ts'],
  'errors.ts': [],
  'node-streams.ts': ['context.ts', 'text'],
  'node-context.ts': ['terminal', 'store', 'text', 'context.ts'],
  commands: [
    'interview',
    'transcript',
    'assessment',
    'journal',
    'session',
    'catalogue',
    'quantity',
    'diagram',
    'text',
    'context.ts',
    'errors.ts',
  ],
  interview: [
    'transcript',
    'assessment',
    'session',
    'catalogue',
    'lexicon',
    'quantity',
    'diagram',
    'text',
    'context.ts',
    'errors.ts',
  ],
  terminal: ['session', 'text', 'context.ts', 'errors.ts'],
  store: ['journal', 'session', 'catalogue', 'lexicon', 'text', 'context.ts', 'errors.ts'],
  transcript: ['assessment', 'session', 'catalogue', 'quantity', 'diagram', 'text', 'errors.ts'],
  assessment: ['session', 'catalogue', 'lexicon', 'quantity', 'diagram', 'text', 'errors.ts'],
  lexicon: ['text'],
  session: ['catalogue', 'quantity', 'text', 'errors.ts'],
  catalogue: ['lexicon', 'quantity', 'diagram', 'text', 'errors.ts'],
  quantity: ['text'],
  diagram: ['text'],
  journal: ['session', 'errors.ts'],
  text: ['errors.ts'],
};

/** Libraries that a pure folder may use: they compute, and touch nothing. */
const PURE_LIBRARIES = /^(yaml|zod|crc-32|fast-string-width|date-fns\/.+)$/;

interface Import {
  readonly from: string;
  readonly to: string;
  readonly isType: boolean;
  readonly isLazy: boolean;
}

const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

const imports: readonly Import[] = sources.flatMap(({ path, text }) => [
  ...[...text.matchAll(/^(?:import|export)\s+(type\s)?[^;]*?from\s+'([^']+)'/gm)].map((match) => ({
    from: path,
    to: match[2] ?? '',
    isType: match[1] !== undefined,
    isLazy: false,
  })),
  ...[...text.matchAll(/import\('([^']+)'\)/g)].map((match) => ({
    from: path,
    to: match[1] ?? '',
    isType: false,
    isLazy: true,
  })),
]);

function placeOf(path: string): string {
  return path.split(sep)[0] ?? path;
}

function targetOf({ from, to }: Import): string {
  return placeOf(relative(root, normalize(join(root, dirname(from), to))));
}

describe('the architecture', () => {
  test('has source files, and finds their imports', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(imports.length).toBeGreaterThan(sources.length);
  });

  test('lets each folder import only what it may', () => {
    const wrong = imports
      .filter((each) => each.to.startsWith('.'))
      .filter(
        (each) => placeOf(each.from) !== targetOf(each) && !MAY_IMPORT[placeOf(each.from)]?.includes(targetOf(each)),
      )
      .map((each) => `${each.from} -> ${each.to}`);
    expect(wrong).toEqual([]);
  });

  test('keeps the pure folders free of the machine', () => {
    const pure = sources.filter(({ path }) => PURE.includes(placeOf(path)));
    const touched = pure.filter(({ text }) =>
      /\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b|Math\.random|\bprocess\.|\bconsole\.|setTimeout|setImmediate/.test(
        text,
      ),
    );
    expect(touched.map(({ path }) => path)).toEqual([]);
    const libraries = imports.filter(
      (each) => PURE.includes(placeOf(each.from)) && !each.to.startsWith('.') && !PURE_LIBRARIES.test(each.to),
    );
    expect(libraries.map((each) => `${each.from} -> ${each.to}`)).toEqual([]);
  });

  test('has one door to the disk and one to the raw terminal', () => {
    const wrong = imports.filter(
      (each) =>
        (/^node:fs/.test(each.to) && !['store', 'terminal'].includes(placeOf(each.from))) ||
        (/^node:(readline|tty)/.test(each.to) && placeOf(each.from) !== 'terminal'),
    );
    expect(wrong.map((each) => `${each.from} -> ${each.to}`)).toEqual([]);
  });

  test('imports every command lazily, and the heavy libraries only where YAML is read', () => {
    const eager = imports.filter(
      (each) => ['cli.ts', 'command-table.ts'].includes(each.from) && each.to.startsWith('./commands/') && !each.isLazy,
    );
    expect(eager.map((each) => each.to)).toEqual([]);
    const zod = imports.filter((each) => each.to === 'zod' && !each.isType).map((each) => placeOf(each.from));
    expect(new Set(zod)).toEqual(new Set(['catalogue']));
  });

  test('never ends the process from inside', () => {
    expect(sources.filter(({ text }) => /process\.exit(Code)?\b/.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test('keeps files small: none above 300 lines', () => {
    const long = sources
      .filter(({ text }) => text.split('\n').length > 301)
      .map(({ path, text }) => `${path}: ${text.split('\n').length}`);
    expect(long).toEqual([]);
  });
});
