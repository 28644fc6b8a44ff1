import type { Diagnostic } from '../errors.ts';
import type { ContentSource } from './catalogue.ts';
import { type Parsed, parseProblem, parseTemplate } from './content-file.ts';
import { catalogueFaults } from './rules/catalogue-rules.ts';
import type { Problem, Template } from './schema.ts';

/** A source after parsing. */
export type CheckedSource = Parsed<Problem> | Parsed<Template>;

/** Never throws; a source that could not be read has that as its one fault. */
export function checkSource({ path, kind, taken, bytes, fault }: ContentSource): CheckedSource {
  if (bytes === undefined) {
    const diagnostics = [{ file: path, line: 1, column: 1, message: fault ?? 'the file cannot be read' }];
    return { ok: false, kind, taken, file: path, id: undefined, related: [], document: undefined, diagnostics };
  }
  return kind === 'problem' ? parseProblem({ path, taken, bytes }) : parseTemplate({ path, taken, bytes });
}

/** Every fault of every file and between them, file by file. `problemIds`: what there is beside these files. */
export function diagnosticsOf(checked: readonly CheckedSource[], problemIds: readonly string[]): Diagnostic[] {
  const between = catalogueFaults(checked, problemIds);
  return checked.flatMap((source) => {
    const own = source.ok ? [] : source.diagnostics;
    const faults = between.filter(({ content }) => content === source).map(({ fault }) => fault);
    return [...own, ...(source.document?.diagnostics(faults) ?? [])];
  });
}
