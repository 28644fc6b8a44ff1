import type { Files } from './files.ts';
import type { ProcessFacts } from './process-facts.ts';

/** What the store knows of the machine it runs on; a test gives its own. */
export interface Machine {
  readonly files: Files;
  readonly facts: ProcessFacts;
  /** Since 1970; only ever shown. */
  readonly wallMs: () => number;
}
