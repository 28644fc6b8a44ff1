import type { DiagramNode, Graph } from '../diagram/graph.ts';
import { namedKind } from '../diagram/named-kinds.ts';
import { nameKey } from '../diagram/notation/names.ts';
import type { SessionState } from '../session/state.ts';
import { compilePhrases, type Phrases } from './compiled-signals.ts';
import { type DrawnDiagram, diagramsIn } from './drawn.ts';
import { isSameProduct, spokenOf, tellingWords } from './drawn-names.ts';
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

const IN_MEMORY = 'in-memory-store';
/** Products that one would draw; kinds of stores are spoken of in general, too. */
const STORE_CLASSES = [
  IN_MEMORY,
  'key-value-store',
  'document-store',
  'relational-database',
  'object-store',
  'columnar-store',
  'time-series-store',
];
const CACHE = /\bcaches?\b/i;
const CALLER = /\b(?:client|producer|publisher|front ?end)s?$/i;
const STORE = /(?:\bdatabase|db|\bstore|\bstorage)s?$/i;
const KIND_OF_STORE = /\b(?:stores?|storage|databases?|dbs?|cache|sql|nosql|kv|kvs|olap|columnar|rdbms|tsdb|counter)$/i;
const THOUGHT_OF = new Set(
  'if could might later future eventually considered alternative alternatively option options unlike versus vs'.split(
    ' ',
  ),
);

/** Undefined where nothing was drawn. */
export function checkDrawings(state: SessionState): DrawingsReport | undefined {
  const answers = state.turns.filter((turn) => turn.kind === 'answer' && !turn.withdrawn);
  const diagrams = answers.flatMap(({ text }) => diagramsIn(text));
  if (diagrams.length === 0) return undefined;
  const prose = answers.map(({ phase, text }) => ({ phase, text: withoutDiagrams(text, diagramsIn(text)) }));
  const corpus = readCorpus(prose, stemOf);
  const graphs = diagrams.map(({ graph }) => graph);
  const labels = inOneSpelling(graphs.flatMap(({ nodes }) => nodes).map(({ label }) => label));
  const called = new Set(graphs.flatMap(calledIn).map(nameKey));
  const plain = new Set(graphs.flatMap((graph) => selfExplaining(graph, called)).map(nameKey));
  const spoken = spokenOf(labels, corpus);
  return {
    unexplained: labels.filter((label) => !plain.has(nameKey(label)) && !spoken.has(label)),
    undrawn: undrawnStores(corpus, graphs, labels),
  };
}

/** Each component once, as it was written first. */
function inOneSpelling(labels: readonly string[]): readonly string[] {
  const first = new Map<string, string>();
  for (const label of labels) if (!first.has(nameKey(label))) first.set(nameKey(label), label);
  return [...first.values()];
}

function calledIn({ nodes, edges }: Graph): string[] {
  const called = new Set(edges.flatMap(({ from, to, heads }) => (heads === 'to' ? [to] : [from, to])));
  return nodes.filter(({ id }) => called.has(id)).map(({ label }) => label);
}

/** Whoever calls from outside, and what an arrow with a label says the use of; `called` is who is called in any diagram. */
function selfExplaining({ nodes, edges }: Graph, called: ReadonlySet<string>): string[] {
  const labelled = new Set(edges.flatMap(({ from, to, label }) => (label === undefined ? [] : [from, to])));
  const isCaller = ({ label, shape }: DiagramNode) =>
    shape === 'box' && !called.has(nameKey(label)) && (namedKind(label) === undefined || CALLER.test(label));
  return nodes
    .filter((node) => node.shape === 'actor' || isCaller(node) || labelled.has(node.id))
    .map(({ label }) => label);
}

/** By drawn store, cache or queue: the words that tell which one it is. */
function tellingStems(graphs: readonly Graph[]): readonly (readonly string[])[] {
  const resting = graphs.flatMap(({ nodes }) => nodes.filter(({ shape }) => shape !== 'box' && shape !== 'actor'));
  const telling = resting.map(({ label }) => tellingWords(label).map(({ stem }) => stem));
  return telling.filter((stems) => stems.length > 0);
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

/** A product that is named, and the class of stores that it is in. */
interface NamedStore {
  readonly name: string;
  readonly of: string;
  /** The word it was named by first. */
  readonly at: number;
}

let storePhrases: readonly { readonly of: string; readonly phrases: Phrases }[] | undefined;

function phrasesOfStores() {
  storePhrases ??= STORE_CLASSES.map((of) => ({ of, phrases: compilePhrases(`@${of}`) }));
  return storePhrases;
}

/** A store that is drawn by no product's name may be the next product that is named. */
function undrawnStores(corpus: Corpus, graphs: readonly Graph[], labels: readonly string[]): string[] {
  const words = labels.flatMap((label) => wordsOf(label).map(({ word }) => word));
  const products = productsIn(labels);
  const nodes = graphs.flatMap((graph) => graph.nodes);
  const unnamed = labels.flatMap((label) => nodes.find((node) => !products.has(label) && node.label === label) ?? []);
  const caches = unnamed.filter(({ label, shape }) => shape === 'cache' || CACHE.test(label));
  const stores = unnamed.filter((node) => !caches.includes(node) && (node.shape === 'store' || STORE.test(node.label)));
  const undrawn = storesIn(corpus, tellingStems(graphs)).filter(
    ({ name }) => !wordsOf(name).some(({ word }) => words.some((drawn) => isSameProduct(word, drawn))),
  );
  const inMemory = undrawn.filter(({ of }) => of === IN_MEMORY);
  const others = undrawn.filter(({ of }) => of !== IN_MEMORY);
  return [...inMemory.slice(caches.length), ...others.slice(stores.length)].map(({ name }) => name);
}

/** The labels in which a store has its product's name. */
function productsIn(labels: readonly string[]): ReadonlySet<string> {
  const corpus = readCorpus(
    labels.map((text) => ({ phase: '', text })),
    stemOf,
  );
  const finder = new OccurrenceFinder(corpus);
  const found = phrasesOfStores().flatMap(({ phrases }) => finder.stretches(phrases).flat());
  const named = found.filter(({ from, to }) => !KIND_OF_STORE.test(writtenAt(corpus, from, to)));
  return new Set(named.map(({ from }) => labels[corpus.sentences[corpus.sentenceOf[from] ?? 0]?.turn ?? -1] ?? ''));
}

/** Products that are neither turned down nor only thought of, each once and in order; "the links db is DynamoDB" names what is drawn. */
function storesIn(corpus: Corpus, drawn: readonly (readonly string[])[]): readonly NamedStore[] {
  const finder = new OccurrenceFinder(corpus);
  const polarity = new PolarityReader(corpus);
  const found = new Map<string, NamedStore>();
  for (const { of, phrases } of phrasesOfStores()) {
    const occurrences = finder.of(phrases);
    for (const sentence of occurrences.keys()) {
      if (isOnlyThoughtOf(corpus, sentence) || isDrawnOtherwise(corpus, sentence, drawn)) continue;
      for (const { from, to } of occurrences.get(sentence) ?? []) {
        const name = writtenAt(corpus, from, to);
        if (!isProduct(name) || startsSentence(corpus, from) || polarity.isRejected({ from, to })) continue;
        if (polarity.of({ from, to }, []) === 'negated') continue;
        const at = Math.min(from, found.get(name.toLowerCase())?.at ?? from);
        found.set(name.toLowerCase(), { name, of, at });
      }
    }
  }
  return [...found.values()].sort((a, b) => a.at - b.at);
}

/** "Later we could move to Cassandra" draws nothing yet. */
function isOnlyThoughtOf({ words, sentences }: Corpus, index: number): boolean {
  const { from, to } = sentences[index] ?? { from: 0, to: 0 };
  return words.slice(from, to).some(({ word }) => THOUGHT_OF.has(word));
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
