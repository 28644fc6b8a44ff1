import { componentsOf } from '../diagram/components.ts';
import type { SessionState } from '../session/state.ts';
import { compilePhrases, type Phrases } from './compiled-signals.ts';
import { type DrawnDiagram, diagramsIn } from './drawn.ts';
import { OccurrenceFinder } from './occurrences.ts';
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
  const labels = [...new Set(diagrams.flatMap(({ graph }) => componentsOf(graph)).map(({ label }) => label))];
  const drawn = new Set(labels.flatMap((label) => wordsOf(label).map(({ stem }) => stem)));
  return {
    unexplained: labels.filter((label) => !isSpokenOf(label, corpus)),
    undrawn: storesIn(corpus).filter((name) => !wordsOf(name).some(({ stem }) => drawn.has(stem))),
  };
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
  const stems = wordsOf(label).map(({ stem }) => stem);
  const telling = stems.filter((stem) => !KINDS.has(stem));
  return telling.length === 0 ? stems.every((stem) => byStem.has(stem)) : telling.some((stem) => byStem.has(stem));
}

let storePhrases: readonly Phrases[] | undefined;

/** Names of products, as they were written, each once. */
function storesIn(corpus: Corpus): readonly string[] {
  storePhrases ??= STORE_CLASSES.map((name) => compilePhrases(`@${name}`));
  const finder = new OccurrenceFinder(corpus);
  const found = new Map<string, string>();
  for (const phrases of storePhrases) {
    const occurrences = finder.of(phrases);
    for (const sentence of occurrences.keys()) {
      for (const { from, to } of occurrences.get(sentence) ?? []) {
        const name = writtenAt(corpus, from, to);
        if (isProduct(name) && !startsSentence(corpus, from)) found.set(name.toLowerCase(), name);
      }
    }
  }
  return [...found.values()];
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
