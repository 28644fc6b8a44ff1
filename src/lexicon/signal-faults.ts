import { nearest } from '../text/nearest.ts';
import { isLexiconName, lexiconNames } from './lexicon.ts';
import { type Alternative, choicesOf, type Group, type Signals } from './signal.ts';

/** What is wrong with signals; `path` leads from them to the value. */
export interface SignalFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly hint: string;
}

/** What a schema cannot see of signals: empty choices, unknown classes, numbers and counts that nothing can meet. */
export function signalFaults({ any, unless = [] }: Signals): SignalFault[] {
  return [
    ...any.flatMap((alternative, index) => alternativeFaults(alternative, ['any', index])),
    ...unless.flatMap((group, index) => choiceFaults(group, ['unless', index])),
  ];
}

function alternativeFaults(alternative: Alternative, path: SignalFault['path']): SignalFault[] {
  const faults = alternative.flatMap((group, index) => groupFaults(group, [...path, index]));
  const [first] = alternative;
  if (typeof first !== 'object' || !('optional' in first)) return faults;
  const hint = 'Write first what the point is about, and what may stand beside it behind that.';
  return [...faults, { path: [...path, 0], message: 'the first group of an alternative is needed', hint }];
}

function groupFaults(group: Group, path: SignalFault['path']): SignalFault[] {
  if (typeof group === 'string') return choiceFaults(group, path);
  if ('shape' in group) return [];
  if ('optional' in group) return choiceFaults(group.optional, [...path, 'optional']);
  if ('number' in group) {
    const { factor, atMost, atLeast, context } = group.number;
    const faults = context === undefined ? [] : choiceFaults(context, [...path, 'number', 'context']);
    const sides = [factor, atMost, atLeast].filter((side) => side !== undefined).length;
    if (sides <= 1) return faults;
    const hint = 'A number is meant within a factor, or at most, or at least.';
    return [...faults, { path: [...path, 'number'], message: 'only one of factor, atMost and atLeast can hold', hint }];
  }
  const faults = group.of.flatMap((each, index) => choiceFaults(each, [...path, 'of', index]));
  if (group.atLeast <= group.of.length) return faults;
  const message = `atLeast asks for ${group.atLeast} of ${group.of.length} groups`;
  return [...faults, { path: [...path, 'atLeast'], message, hint: 'Ask for fewer, or add groups.' }];
}

function choiceFaults(group: string, path: SignalFault['path']): SignalFault[] {
  return choicesOf(group).flatMap((choice): SignalFault[] => {
    if (/^[@*\s]*$/.test(choice)) {
      return [{ path, message: 'a choice of this group is empty', hint: 'Write a word on each side of the |.' }];
    }
    const name = choice.startsWith('@') ? choice.slice(1) : undefined;
    if (name !== undefined && !isLexiconName(name)) {
      const near = nearest(name, lexiconNames());
      const hint = near.length > 0 ? `Did you mean @${near.join(' or @')}?` : 'Write the words themselves.';
      return [{ path, message: `the lexicon has no class "@${name}"`, hint }];
    }
    if (/[^|]@|(?<![\d*])\*[^\s*]/.test(choice)) {
      const hint = 'An @ begins a choice, and a * ends a word.';
      return [{ path, message: `"${choice}" is no choice`, hint }];
    }
    return [];
  });
}
