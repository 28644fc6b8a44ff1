import { nearest } from '../../text/nearest.ts';
import type { ContentFile } from '../content-file.ts';
import type { Fault } from '../faults/fault.ts';

/** A fault in one file that only shows beside the others. */
export interface CatalogueFault {
  readonly content: ContentFile;
  readonly fault: Fault;
}

/** What must hold between files, the built-in ones first; `problemIds` are those of problems beside them. */
export function catalogueFaults(files: readonly ContentFile[], problemIds: readonly string[]): CatalogueFault[] {
  return [...repeatedIds(files), ...unknownRelated(files, problemIds)];
}

function repeatedIds(files: readonly ContentFile[]): CatalogueFault[] {
  const first = new Map<string, string>();
  return files.flatMap((content): CatalogueFault[] => {
    const { kind, file, id, taken } = content;
    if (id === undefined) return [];
    const before = taken ? `a built-in ${kind}` : first.get(`${kind} ${id}`);
    if (before === undefined) {
      first.set(`${kind} ${id}`, file);
      return [];
    }
    const message = `the id "${id}" is that of ${before} too`;
    return [{ content, fault: { path: ['id'], message, hint: 'Choose another id and rename the file.' } }];
  });
}

function unknownRelated(files: readonly ContentFile[], problemIds: readonly string[]): CatalogueFault[] {
  const own = files.flatMap(({ kind, id }) => (kind === 'problem' && id !== undefined ? [id] : []));
  const ids = [...new Set([...problemIds, ...own])];
  return files.flatMap((content) =>
    content.related.flatMap(({ id, path }): CatalogueFault[] => {
      if (ids.includes(id)) return [];
      const near = nearest(id, ids);
      const hint = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : 'Take the line out, or add the problem.';
      return [{ content, fault: { path, message: `there is no problem "${id}"`, hint } }];
    }),
  );
}
