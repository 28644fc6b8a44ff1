import type { PastedStretch, Splice } from './pasted.ts';

/** What a change was made by; changes of one kind next to each other are undone together. */
export type ChangeKind = 'typing' | 'erasing' | 'other';

/** One change that can be undone, and the one before it. */
export interface Change extends Splice {
  readonly kind: ChangeKind;
  readonly cursorBefore: number;
  readonly cursorAfter: number;
  readonly pastedBefore: readonly PastedStretch[];
  readonly pastedAfter: readonly PastedStretch[];
  readonly earlier: Change | undefined;
}

/** The history with one change more. Typing joins by words, erasing as long as it goes on. */
export function remember(earlier: Change | undefined, change: Omit<Change, 'earlier'>): Change {
  const joined = earlier === undefined ? undefined : join(earlier, change);
  if (earlier === undefined || joined === undefined) return { ...change, earlier };
  return {
    ...joined,
    kind: change.kind,
    cursorBefore: earlier.cursorBefore,
    cursorAfter: change.cursorAfter,
    pastedBefore: earlier.pastedBefore,
    pastedAfter: change.pastedAfter,
    earlier: earlier.earlier,
  };
}

function join(earlier: Change, change: Splice & { readonly kind: ChangeKind }): Splice | undefined {
  if (earlier.kind !== change.kind) return undefined;
  if (change.kind === 'typing') return joinTyping(earlier, change);
  return change.kind === 'erasing' ? joinErasing(earlier, change) : undefined;
}

function joinTyping(earlier: Splice, change: Splice): Splice | undefined {
  const isNext = change.removed === '' && change.at === earlier.at + earlier.inserted.length;
  const beginsWord = /\s$/.test(earlier.inserted) && /^\S/.test(change.inserted);
  return isNext && !beginsWord ? { ...earlier, inserted: earlier.inserted + change.inserted } : undefined;
}

function joinErasing(earlier: Splice, change: Splice): Splice | undefined {
  if (change.at === earlier.at) return { ...earlier, removed: earlier.removed + change.removed };
  const isBefore = change.at + change.removed.length === earlier.at;
  return isBefore ? { ...change, removed: change.removed + earlier.removed } : undefined;
}
