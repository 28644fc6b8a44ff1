import type { Problem } from './schema.ts';
import type { Difficulty, Level } from './words.ts';

/** What a list of problems needs to know of one; the built-in ones stand ready-made in an index. */
export interface CatalogueEntry {
  readonly id: string;
  readonly title: string;
  readonly level: Level;
  readonly difficulty: Difficulty;
  readonly category: string;
  readonly tags: readonly string[];
  readonly companies: readonly string[];
  readonly minutes: number;
  readonly version: string;
  readonly origin: 'built-in' | 'own';
}

/** A file of content before it is parsed, or why it could not be read. */
export interface ContentSource {
  /** As the user would name it. */
  readonly path: string;
  readonly kind: 'problem' | 'template';
  /** Whether another, built-in one of its kind has its name, and so its id. */
  readonly taken: boolean;
  readonly bytes: Uint8Array | undefined;
  readonly fault: string | undefined;
}

export function entryOf(problem: Problem, origin: CatalogueEntry['origin']): CatalogueEntry {
  return {
    id: problem.id,
    title: problem.title,
    level: problem.level,
    difficulty: problem.difficulty,
    category: problem.category,
    tags: problem.tags,
    companies: problem.companies.map((company) => company.name),
    minutes: problem.minutes.solving,
    version: problem.version,
    origin,
  };
}
