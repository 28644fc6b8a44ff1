import type { Context } from '../context.ts';
import type { SessionHeader } from '../session/header.ts';
import { builtInInterviewer } from './interviewer.ts';
import type { Panel } from './sitting.ts';

/** The built-in interviewer, and the weights of the very problem that the session was started with. */
export function builtInPanel({ problem }: SessionHeader, context: Context): Panel {
  let weights: { readonly of: ReturnType<Panel['weights']> } | undefined;
  return {
    interviewer: builtInInterviewer,
    weights: () => {
      weights ??= { of: context.store.content().weights(problem) };
      return weights.of;
    },
  };
}
