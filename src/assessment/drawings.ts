import type { Graph } from '../diagram/graph.ts';
import type { SessionState } from '../session/state.ts';
import { compilePhrases, type Phrases } from './compiled-signals.ts';
import { type DrawnDiagram, diagramsIn } from './drawn.ts';
import { OccurrenceFinder } from './occurrences.ts';
import { PolarityReader } from './polarity/polarity.ts';
import { type Corpus, readCorpus } from './text/corpus.ts';
import { stemOf } from './text/stem.ts';
import { wordsOf } from './text/tokens.ts';

/** What was drawn beside what was said. */
export interface DrawingsReport {
  /** Components of the diagrams of which the answers say nothing. */
  readonly unexplained: readonly string[];
  /** Stores by their product name of which the answers speak and that no diagram has. */
  readonly undrawn: readonly string[];
}

/** Products that one would draw; kinds of stores are spoken of in general, too. */
const STORE_CLASSES = [
  'in-memory-store',
  'key-value-store',
  'document-store',
  'relational-database',
  'object-store',
  'columnar-store',
  'time-series-store',
];

/** Undefined where nothing was drawn. */
export function checkDrawings(state: SessionState): DrawingsReport | undefined {
  const answers = state.turns.filter((turn) => turn.kind === 'answer' && !turn.withdrawn);
  const diagrams = answers.flatMap(({ text }) => diagramsIn(text));
  if (diagrams.length === 0) return undefined;
  const prose = answers.map(({ phase, text }) => ({ phase, text: withoutDiagrams(text, diagramsIn(text)) }));
  const corpus = readCorpus(prose, stemOf);
  const graphs = diagrams.map(({ graph }) => graph);
  const labels = [...new Set(graphs.flatMap(({ nodes }) => nodes).map(({ label }) => label))];
  const drawn = new Set(labels.flatMap((label) => wordsOf(label).map(({ stem }) => stem)));
  const plain = new Set(graphs.flatMap(selfExplaining));
  return {
    unexplained: labels.filter((label) => !plain.has(label) && !isSpokenOf(label, corpus)),
    undrawn: storesIn(corpus, tellingStems(graphs)).filter(
      (name) => !wordsOf(name).some(({ stem }) => drawn.has(stem)),
    ),
  };
}

/** Whoever calls from outside, and what an arrow with a label says the use of. */
function selfExplaining({ nodes, edges }: Graph): string[] {
  const labelled = new Set(edges.flatMap(({ from, to, label }) => (label === undefined ? [] : [from, to])));
  return nodes.filter(({ id, shape }) => shape === 'actor' || labelled.has(id)).map(({ label }) => label);
}

/** By drawn store, cache or queue: the words that tell which one it is. */
function tellingStems(graphs: readonly Graph[]): readonly (readonly string[])[] {
  const resting = graphs.flatMap(({ nodes }) => nodes.filter(({ shape }) => shape !== 'box' && shape !== 'actor'));
  return resting.map(({ label }) => telling(label)).filter((stems) => stems.length > 0);
}

function withoutDiagrams(text: string, diagrams: readonly DrawnDiagram[]): string {
  let rest = '';
  let from = 0;
  for (const { start, end } of diagrams) {
    rest += `${text.slice(from, start)}\n\n`;
    from = end;
  }
  return rest + text.slice(from);
}

/** What many components are; it tells none of them. */
const KINDS = new Set('service store worker server cache queue db database node cluster'.split(' ').map(stemOf));

/** A component is spoken of where a word is that tells which one it is. */
function isSpokenOf(label: string, { byStem }: Corpus): boolean {
  const own = telling(label);
  if (own.length > 0) return own.some((stem) => byStem.has(stem));
  return wordsOf(label).every(({ stem }) => byStem.has(stem));
}

function telling(label: string): readonly string[] {
  return wordsOf(label)
    .map(({ stem }) => stem)
    .filter((stem) => !KINDS.has(stem));
}

let storePhrases: readonly Phrases[] | undefined;

/** Names of products that are not turned down, as they were written, each once; "the links db is DynamoDB" names what is drawn. */
function storesIn(corpus: Corpus, drawn: readonly (readonly string[])[]): readonly string[] {
  storePhrases ??= STORE_CLASSES.map((name) => compilePhrases(`@${name}`));
  const finder = new OccurrenceFinder(corpus);
  const polarity = new PolarityReader(corpus);
  const found = new Map<string, string>();
  for (const phrases of storePhrases) {
    const occurrences = finder.of(phrases);
    for (const sentence of occurrences.keys()) {
      for (const { from, to } of occurrences.get(sentence) ?? []) {
        const name = writtenAt(corpus, from, to);
        if (!isProduct(name) || startsSentence(corpus, from) || polarity.isRejected({ from, to })) continue;
        if (polarity.of({ from, to }, []) === 'negated' || isDrawnOtherwise(corpus, sentence, drawn)) continue;
        found.set(name.toLowerCase(), name);
      }
    }
  }
  return [...found.values()];
}

/** Whether a sentence speaks of a store that is drawn by another name. */
function isDrawnOtherwise(corpus: Corpus, index: number, drawn: readonly (readonly string[])[]): boolean {
  const { from, to } = corpus.sentences[index] ?? { from: 0, to: 0 };
  const said = new Set(corpus.words.slice(from, to).map(({ stem }) => stem));
  return drawn.some((stems) => stems.every((stem) => said.has(stem)));
}

function writtenAt({ answers, words, sentences, sentenceOf }: Corpus, from: number, to: number): string {
  const turn = sentences[sentenceOf[from] ?? 0]?.turn ?? 0;
  return answers[turn]?.text.slice(words[from]?.start, words[to - 1]?.end) ?? '';
}

/** "Redis", "S3" and "DynamoDB" are; "SQL" and "key-value store" are kinds. */
function isProduct(name: string): boolean {
  return /^\p{Lu}/u.test(name) && /[\p{Ll}\p{N}]/u.test(name) && !/\s(?:store|database|db)$/iu.test(name);
}

/** A capital letter there tells no name. */
function startsSentence({ sentences, sentenceOf }: Corpus, at: number): boolean {
  return sentences[sentenceOf[at] ?? 0]?.from === at;
}
