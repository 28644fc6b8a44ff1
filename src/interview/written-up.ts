import type { Context } from '../context.ts';
import { renderMarkdown } from '../transcript/markdown.ts';
import { renderDebrief } from '../transcript/terminal.ts';
import { transcribe } from '../transcript/transcript.ts';
import type { Sitting } from './sitting.ts';

/** The transcript beside the journal is derived from it; without it nothing is lost. */
export function saveTranscript({ session, record }: Sitting, context: Context): void {
  try {
    session.saveTranscript(renderMarkdown(transcribe(record)));
  } catch {
    context.err.write(`The transcript could not be written; the journal is whole: sdi export ${session.id}\n`);
  }
}

/** What the candidate is told at the end. */
export function debriefText({ record }: Sitting, { out }: Context): string {
  return renderDebrief(transcribe(record), { theme: out.theme, columns: out.columns });
}
