import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ContentSource, entryOf } from '../src/catalogue/catalogue.ts';
import { checkSource, diagnosticsOf } from '../src/catalogue/content-check.ts';
import type { Problem, Template } from '../src/catalogue/schema.ts';
import type { BuiltInIndex } from '../src/store/content-index.ts';
import { formatDiagnostic } from '../src/text/diagnostic.ts';
import { plainTheme } from '../src/text/theme.ts';

/** Compiles `problems/` and `templates/` into the JSON that the program reads; throws with every fault of every file. */
export function writeContent(root: string, folder: string): void {
  const checked = [...sourcesIn(root, 'problem'), ...sourcesIn(root, 'template')].map(checkSource);
  const diagnostics = diagnosticsOf(checked, []);
  if (diagnostics.length > 0) {
    const lines = diagnostics.map((fault) => formatDiagnostic(fault, { theme: plainTheme, terminal: true }));
    throw `The content has faults:\n${lines.join('\n')}`;
  }
  const valuesOf = <T>(kind: ContentSource['kind']) =>
    checked.flatMap((source) => (source.ok && source.kind === kind ? [source.value as T] : []));
  const index: BuiltInIndex = {
    problems: valuesOf<Problem>('problem').map((problem) => ({
      entry: entryOf(problem, 'built-in'),
      hash: write(folder, 'problems', problem),
      weighed: copyWeights(root, folder, problem.id),
    })),
    templates: valuesOf<Template>('template').map((template) => {
      write(folder, 'templates', template);
      return template.id;
    }),
  };
  writeFileSync(join(folder, 'index.json'), JSON.stringify(index));
}

function sourcesIn(root: string, kind: ContentSource['kind']): ContentSource[] {
  const folder = `${kind}s`;
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.yaml'));
  return names.sort().map((name) => {
    const bytes = readFileSync(join(root, folder, name));
    return { path: `${folder}/${name}`, kind, taken: false, bytes, fault: undefined };
  });
}

/** The weights stand beside the problem, and are read when the first answer is judged. */
function copyWeights(root: string, folder: string, id: string): boolean {
  const path = join(root, 'problems/weights', `${id}.json`);
  if (!existsSync(path)) return false;
  mkdirSync(join(folder, 'weights'), { recursive: true });
  copyFileSync(path, join(folder, 'weights', `${id}.json`));
  return true;
}

/** Returns the hash by which a session knows its problem. */
function write(folder: string, kind: string, value: { readonly id: string }): string {
  const text = JSON.stringify(value);
  mkdirSync(join(folder, kind), { recursive: true });
  writeFileSync(join(folder, kind, `${value.id}.json`), text);
  return createHash('sha256').update(text).digest('hex');
}
