import type { SavedDraft } from '../../context.ts';
import { type DraftRecord, decodeDraft, encodeDraft } from '../../journal/draft.ts';
import type { Files } from '../files.ts';
import { orOn } from '../machine-fault.ts';
import { readOwnFile, replaceFile } from '../whole-file.ts';
import { asidePath, type Place } from './place.ts';

interface FoundDraft {
  readonly draft: DraftRecord | undefined;
  /** What was done about a damaged one, for the user. */
  readonly notice?: string;
}

/** The draft left behind. A damaged one is put aside: it must not stop the session. */
export function takeDraft(files: Files, place: Place): FoundDraft {
  const draft = readDraft(files, place);
  if (draft !== 'damaged') return { draft };
  const aside = asidePath(files, place, 'draft.damaged');
  files.rename(place.draft, aside);
  return { draft: undefined, notice: `The draft of ${place.id} was damaged and is left out; it is kept in ${aside}.` };
}

/** The draft as it stands on disk; undefined for none. */
export function readDraft(files: Files, { draft }: Place): DraftRecord | 'damaged' | undefined {
  const bytes = orOn<Uint8Array | undefined>(
    ['ENOENT'],
    () => readOwnFile(files, draft),
    () => undefined,
  );
  return bytes === undefined ? undefined : (decodeDraft(bytes) ?? 'damaged');
}

/** `after` is the sequence number of the candidate's last turn. On disk when it returns. */
export function writeDraft(files: Files, place: Place, draft: SavedDraft, after: number): void {
  replaceFile(files, place.draft, new TextEncoder().encode(encodeDraft({ ...draft, after })));
}
