import type { Edge, Shape } from './graph.ts';
import { isDeadLetters, type NamedKind, namedKind } from './named-kinds.ts';

/** A component whose shape is not settled yet. */
interface Drafted {
  readonly id: string;
  /** Without the note behind it. */
  readonly name: string;
  /** As it was written, if it was. */
  readonly shape: Shape | undefined;
}

/** What a shape says, against what a name says. */
const MISFITS: Readonly<Partial<Record<Shape, readonly NamedKind[]>>> = {
  cache: ['actor', 'service', 'store', 'queue'],
  store: ['actor', 'service'],
};
/** Where more of a bracket's names are something else, or so many of all names stand in it, it only draws boxes. */
const MISFIT_SHARE = 1 / 2;
const NEARLY_ALL = { count: 3, share: 0.8 };

export interface SettledBrackets {
  readonly drafts: readonly Drafted[];
  /** The first component that a bracket was taken from, and the shape that it was. */
  readonly taken: readonly { readonly id: string; readonly shape: Shape }[];
}

/** Brackets that somebody draws boxes with make no caches and stores; a name outranks them. */
export function withoutBoxes(drafts: readonly Drafted[]): SettledBrackets {
  const taken: { id: string; shape: Shape }[] = [];
  const inner = drafts.filter(({ name, shape }) => shape !== undefined || namedKind(name) !== 'actor');
  const isBox = new Set<Drafted>();
  for (const shape of ['cache', 'store'] as const) {
    const own = inner.filter((draft) => draft.shape === shape);
    const misfits = own.filter(({ name }) => isMisfit(name, shape));
    const isNearlyAll = own.length >= NEARLY_ALL.count && own.length >= inner.length * NEARLY_ALL.share;
    const all = isNearlyAll || misfits.length > own.length * MISFIT_SHARE;
    for (const draft of all ? own : misfits) isBox.add(draft);
    const [first] = misfits.length > 0 ? misfits : all ? own : [];
    if (first !== undefined) taken.push({ id: first.id, shape });
  }
  return { drafts: drafts.map((draft) => (isBox.has(draft) ? { ...draft, shape: undefined } : draft)), taken };
}

export function isMisfit(name: string, shape: Shape): boolean {
  const kind = namedKind(name);
  return kind !== undefined && MISFITS[shape]?.includes(kind) === true;
}

/** The shape of each component: as written, or else as its name and the arrows at it tell. */
export function shapesOf(drafts: readonly Drafted[], edges: readonly Edge[], kind: 'flow' | 'sequence') {
  const queues = kind === 'flow' ? queuesOf(drafts, edges) : new Set<string>();
  const resting = new Set(drafts.filter(({ name, shape }) => isResting(shape ?? namedKind(name))).map(({ id }) => id));
  const called = new Set(edges.map(({ to }) => to));
  const readers = new Set(edges.filter(({ to }) => resting.has(to)).map(({ from }) => from));
  return new Map(
    drafts.map(({ id, name, shape }): [string, Shape] => {
      // `users` that is called, and reads a store, is a service.
      const isPerson = namedKind(name) === 'actor' && !(called.has(id) && readers.has(id));
      return [id, shape ?? (queues.has(id) ? 'queue' : isPerson ? 'actor' : 'box')];
    }),
  );
}

function isResting(kind: Shape | NamedKind | undefined): boolean {
  return kind === 'store' || kind === 'cache';
}

/** Whom messages are sent to and who may be a queue; at the other end of a queue stands somebody who is none. */
function queuesOf(drafts: readonly Drafted[], edges: readonly Edge[]): Set<string> {
  const names = new Map(drafts.map(({ id, name }) => [id, name]));
  const kindOf = (id: string) => namedKind(names.get(id) ?? '');
  const messages = edges.filter(({ style, heads }) => style === 'message' && heads !== 'none');
  const fed = new Set(messages.map(({ to }) => to));
  const calls = edges.filter(({ style, heads }) => style === 'call' && heads === 'to');
  const called = new Set(calls.map(({ to }) => to));
  // A queue is filled or polled by calls, and feeds by calls; who is called and calls is none.
  const servants = new Set(calls.map(({ from }) => from).filter((id) => called.has(id)));
  const feeders = new Set(
    messages.filter(({ to }) => kindOf(to) === 'queue' && !isDeadLetters(names.get(to) ?? '')).map(({ from }) => from),
  );
  const isNone = (id: string) => {
    const kind = kindOf(id);
    return kind === undefined ? !fed.has(id) || servants.has(id) || feeders.has(id) : kind !== 'queue';
  };
  const queues = new Set<string>();
  for (const { from, to } of messages) {
    const mayBe = kindOf(to) === undefined && !servants.has(to) && !feeders.has(to);
    if (kindOf(to) === 'queue' || (mayBe && isNone(from))) queues.add(to);
  }
  return queues;
}
