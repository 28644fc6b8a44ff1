import { join } from 'node:path';
import type { CatalogueEntry } from '../catalogue/catalogue.ts';
import type { Problem, Template } from '../catalogue/schema.ts';
import type { Weights } from '../lexicon/weights.ts';
import { type Files, OPEN } from './files.ts';
import { attempt } from './machine-fault.ts';
import { readAll, withOpen } from './whole-file.ts';

/** What the build writes to `content/index.json`; the problems and templates stand beside it, one file each. */
export interface BuiltInIndex {
  readonly problems: readonly {
    readonly entry: CatalogueEntry;
    readonly hash: string;
    /** Whether there are weights for its points. */
    readonly weighed: boolean;
  }[];
  /** Their ids. */
  readonly templates: readonly string[];
}

/** The content that was compiled by the build, read file by file as it is asked for. */
export interface BuiltInContent {
  readonly index: BuiltInIndex;
  /** The id must be one of the index. */
  problem(id: string): Problem;
  /** As `problem`. */
  template(id: string): Template;
  /** Of a problem that the index says is weighed. */
  weights(id: string): Weights;
}

/** `folder` is the `content` folder of a build. Nothing is validated again: the build has. */
export function openBuiltIn(files: Files, folder: string): BuiltInContent {
  let index: BuiltInIndex | undefined;
  const read = <T>(name: string): T => {
    const bytes = attempt({ failed: "sdi's own content can't be read" }, () =>
      withOpen(files, join(folder, name), OPEN.read, (descriptor) => readAll(files, descriptor)),
    );
    return JSON.parse(new TextDecoder().decode(bytes)) as T;
  };
  return {
    get index() {
      index ??= read<BuiltInIndex>('index.json');
      return index;
    },
    problem: (id) => read<Problem>(`problems/${id}.json`),
    template: (id) => read<Template>(`templates/${id}.json`),
    weights: (id) => read<Weights>(`weights/${id}.json`),
  };
}
