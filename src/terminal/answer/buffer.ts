import type { Draft } from '../../context.ts';
import { boundaryAt } from './boundaries.ts';
import { type Change, type ChangeKind, remember } from './history.ts';
import { type Origin, type PastedStretch, type Splice, type Stretch, shiftPasted } from './pasted.ts';

/** The draft as it is edited. Every function makes a new one. */
export interface AnswerBuffer extends Draft {
  /** What came from the clipboard or a file, and so is never a command. */
  readonly pasted: readonly PastedStretch[];
  /** What Ctrl-Y puts back. */
  readonly cut: string;
  /** Whether the next cut adds to `cut`. */
  readonly cutsOn: boolean;
  /** The column that moves up and down aim at. */
  readonly goal: number | undefined;
  readonly past: Change | undefined;
  readonly future: Change | undefined;
}

const EMPTY: AnswerBuffer = {
  text: '',
  cursor: 0,
  pasted: [],
  cut: '',
  cutsOn: false,
  goal: undefined,
  past: undefined,
  future: undefined,
};

/** A buffer for a draft from elsewhere: nothing in it counts as typed. */
export function openBuffer(draft: Draft): AnswerBuffer {
  const { length } = draft.text;
  const pasted = length === 0 ? [] : [{ start: 0, end: length, origin: 'pasted' as const }];
  return { ...EMPTY, text: draft.text, cursor: boundaryAt(draft.text, draft.cursor), pasted };
}

export function moveTo(buffer: AnswerBuffer, cursor: number, goal?: number): AnswerBuffer {
  return { ...buffer, cursor, goal, cutsOn: false };
}

/** Text typed at the cursor. */
export function typeText(buffer: AnswerBuffer, text: string): AnswerBuffer {
  return change(buffer, { at: buffer.cursor, removed: '', inserted: text }, { kind: 'typing' });
}

/** Text pasted at the cursor, as it is. */
export function pasteText(buffer: AnswerBuffer, text: string, origin: Origin = 'pasted'): AnswerBuffer {
  return change(buffer, { at: buffer.cursor, removed: '', inserted: text }, { kind: 'other', origin });
}

/** Takes a stretch away; the cursor stands where it was. */
export function remove(buffer: AnswerBuffer, { start, end }: Stretch, kind: ChangeKind = 'erasing'): AnswerBuffer {
  return change(buffer, { at: start, removed: buffer.text.slice(start, end), inserted: '' }, { kind });
}

/** `remove` that keeps the stretch for Ctrl-Y; cuts in a row add up, in the order of the text. */
export function cut(buffer: AnswerBuffer, stretch: Stretch): AnswerBuffer {
  const taken = buffer.text.slice(stretch.start, stretch.end);
  if (taken === '') return buffer;
  const isBackward = stretch.start < buffer.cursor;
  const joined = isBackward ? taken + buffer.cut : buffer.cut + taken;
  return { ...remove(buffer, stretch, 'other'), cut: buffer.cutsOn ? joined : taken, cutsOn: true };
}

/** The draft set from outside; can be undone, and what is new in it counts as pasted unless it was typed before. */
export function replaceDraft(buffer: AnswerBuffer, draft: Draft, origin?: 'typed'): AnswerBuffer {
  const cursor = boundaryAt(draft.text, draft.cursor);
  if (draft.text === buffer.text) return moveTo(buffer, cursor);
  const manner: Manner = { kind: 'other', ...(origin === 'typed' ? {} : { origin: 'pasted' }) };
  return { ...change(buffer, difference(buffer.text, draft.text), manner), cursor };
}

/** Takes the last change back; the same buffer where there is none. */
export function undo(buffer: AnswerBuffer): AnswerBuffer {
  const last = buffer.past;
  if (last === undefined) return buffer;
  const text = spliced(buffer.text, { at: last.at, removed: last.inserted, inserted: last.removed });
  const future = { ...last, earlier: buffer.future };
  const { cursorBefore: cursor, pastedBefore: pasted, earlier: past } = last;
  return { ...buffer, text, cursor, pasted, past, future, goal: undefined, cutsOn: false };
}

/** Makes the change again that was undone last. */
export function redo(buffer: AnswerBuffer): AnswerBuffer {
  const next = buffer.future;
  if (next === undefined) return buffer;
  const past = { ...next, earlier: buffer.past };
  const { cursorAfter: cursor, pastedAfter: pasted, earlier: future } = next;
  return { ...buffer, text: spliced(buffer.text, next), cursor, pasted, past, future, goal: undefined, cutsOn: false };
}

interface Manner {
  readonly kind: ChangeKind;
  readonly origin?: Origin;
}

function change(buffer: AnswerBuffer, splice: Splice, { kind, origin }: Manner): AnswerBuffer {
  if (splice.removed === splice.inserted) return buffer;
  const text = spliced(buffer.text, splice);
  const cursor = splice.at + splice.inserted.length;
  const pasted = shiftPasted(buffer.pasted, splice, origin);
  const step = { ...splice, kind, cursorBefore: buffer.cursor, cursorAfter: cursor };
  const past = remember(buffer.past, { ...step, pastedBefore: buffer.pasted, pastedAfter: pasted });
  return { ...buffer, text, cursor, pasted, past, future: undefined, goal: undefined, cutsOn: false };
}

function spliced(text: string, { at, removed, inserted }: Splice): string {
  return text.slice(0, at) + inserted + text.slice(at + removed.length);
}

/** The one splice that makes `after` of `before`. */
function difference(before: string, after: string): Splice {
  const most = Math.min(before.length, after.length);
  let same = 0;
  while (same < most && before[same] === after[same]) same++;
  let tail = 0;
  while (tail < most - same && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return {
    at: same,
    removed: before.slice(same, before.length - tail),
    inserted: after.slice(same, after.length - tail),
  };
}
