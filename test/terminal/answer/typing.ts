import type { CommandWord, PromptInput } from '../../../src/context.ts';
import { type AnswerBuffer, openBuffer } from '../../../src/terminal/answer/buffer.ts';
import { AnswerLayout } from '../../../src/terminal/answer/layout.ts';
import { type Response, respondTo } from '../../../src/terminal/answer/response.ts';
import type { Stroke } from '../../../src/terminal/keys/stroke.ts';

const COMMANDS: readonly CommandWord[] = ['next', 'note', 'ask', 'brief', 'edit'].map((name) => ({
  name,
  argument: '',
  does: '',
}));

export const text = (typed: string): Stroke => ({ type: 'text', text: typed });
export const paste = (pasted: string): Stroke => ({ type: 'paste', text: pasted });
export const burst = (pasted: string): Stroke => ({ type: 'burst', text: pasted });
export const key = (chord: string, byHand = true): Stroke => ({ type: 'key', chord, byHand });

export interface Typed {
  readonly buffer: AnswerBuffer;
  /** The draft with `|` where the cursor stands. */
  readonly shown: string;
  readonly last: Response;
  readonly inputs: readonly PromptInput[];
}

interface Box {
  readonly draft?: string;
  readonly columns?: number;
  readonly isReady?: boolean;
}

/** What an answer box makes of strokes. */
export function type(strokes: readonly Stroke[], { draft = '', columns = 40, isReady = true }: Box = {}): Typed {
  const layout = new AnswerLayout();
  let last: Response = { buffer: openBuffer({ text: draft, cursor: draft.length }) };
  const inputs: PromptInput[] = [];
  for (const stroke of strokes) {
    const { buffer } = last;
    const rows = () => layout.rows(buffer.text, columns);
    last = respondTo(stroke, buffer, { commands: COMMANDS, isReady, rows });
    if (last.input !== undefined) inputs.push(last.input);
  }
  const { buffer } = last;
  const shown = `${buffer.text.slice(0, buffer.cursor)}|${buffer.text.slice(buffer.cursor)}`;
  return { buffer, shown, last, inputs };
}
