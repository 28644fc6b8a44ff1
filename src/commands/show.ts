import type { Problem } from '../catalogue/schema.ts';
import type { Context } from '../context.ts';
import { EXIT, type ExitCode } from '../errors.ts';
import type { Block } from '../text/blocks.ts';
import { jsonText } from '../text/json-text.ts';
import { renderOutline } from '../text/outline.ts';
import { problemView, solutionView } from './problem-view.ts';
import { solutionBlocks } from './solution.ts';

export interface ShowOptions {
  readonly problem: string;
  /** Facts, estimates, model answers and the whole reference too. */
  readonly solution?: boolean | undefined;
  readonly problems?: string | undefined;
  readonly json?: boolean | undefined;
}

/** `sdi show`: the statement and what kind of problem it is. Without `solution` nothing that gives an answer away. */
export async function runShow(options: ShowOptions, context: Context): Promise<ExitCode> {
  const { out, store } = context;
  const { problem } = await store.content(options.problems).problem(options.problem);
  const solution = options.solution === true;
  if (options.json === true) {
    out.write(jsonText({ schemaVersion: 1, ...problemView(problem), ...(solution ? solutionView(problem) : {}) }));
    return EXIT.done;
  }
  out.write(renderOutline([...headBlocks(problem), ...(solution ? solutionBlocks(problem, out) : [])], out));
  if (!solution) context.err.write('\nThe facts and the reference are shown by --solution, best after an attempt.\n');
  return EXIT.done;
}

function headBlocks(problem: Problem): Block[] {
  const { level, ladder, difficulty, category, minutes, tags, companies, version, updated } = problem;
  const askedAt = companies.map(({ name, source }) => `${name} (${source})`).join(', ');
  return [
    { type: 'heading', level: 1, text: problem.title },
    {
      type: 'pairs',
      pairs: [
        ['Problem', problem.id],
        ['Level', `${level} (${ladder})`],
        ['Difficulty', difficulty],
        ['Category', category],
        ['Minutes', `${minutes.solving}, and ${minutes.reading} to read`],
        ['Tags', tags.join(', ')],
        ['Asked at', askedAt],
        ['Version', `${version}, ${updated}`],
      ],
    },
    { type: 'text', text: problem.statement },
  ];
}
