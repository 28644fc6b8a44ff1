import type { Graph } from '../diagram/graph.ts';
import { connectedParts } from '../diagram/layout/parts.ts';
import { nameKey } from '../diagram/notation/names.ts';
import { readNotation } from '../diagram/notation/read-notation.ts';

/**
 * What a line of an answer is. `likely` is one arrow between names that need be no components, `noted` may be a note with
 * an arrow in it: both are drawn where they hang together with others. `loose` has names that stand in diagrams only
 * beside better ones, `frame` opens or ends a group, or names its members.
 */
type LineKind = 'drawn' | 'likely' | 'noted' | 'loose' | 'frame' | 'broken' | 'blank' | 'text';

export interface JudgedLine {
  readonly kind: LineKind;
  /** What it draws, as `nameKey` writes it; empty where it draws nothing. */
  readonly names: readonly string[];
  /** As much of it as is drawn: without its full stop and what stands behind that. */
  readonly text: string;
  readonly hasRemark: boolean;
}

export const MERMAID = /^\s*(?:sequenceDiagram|(?:flowchart|graph)(?:\s+(?:TB|TD|BT|RL|LR))?)\s*(?:;|$)/;
const ARROW = /[-–—]>|=>|~>|<[-=]|[←→↔⇐⇒⇔⇢⇄➔➜⟵-⟺]/;
const ARROWS = /<?[-–—=~.]{0,8}>|<[-=]{1,8}|[←→↔⇐⇒⇔⇢⇄➔➜⟵-⟺]/g;
const GROUP =
  /^\s*(?:region|availability zone|zone|az|group|vpc|cell|cluster|data ?cent(?:er|re)|dc|subnet|network|site|cloud|tier|domain|namespace|shard|pod|rack)\s[^:]{1,40}:/i;
const BULLET = /^\s*(?:[-*+•–]|\d{1,3}[.)])\s+/;
const TITLE = /^\s*[^:<>=←-⇿]{1,60}?:\s/;
/** A title that tells of a drawing; behind any other, one arrow may be a note. */
const DRAWING = /\b(?:path|flow|diagram|architecture|design|pipeline|topology|picture)s?$/i;
/** A longer line is prose. */
const LONGEST_LINE = 500;
/** Names of components are short; longer ones are sentences with an arrow in them. A chain of arrows is seldom one. */
const MOST_WORDS = { single: 4, chain: 5, noted: 3 };
/** Components are no persons and no answers, and their names no sentences, states or remarks. */
const TELLS =
  /\b(?:we|i|it|you|they|is|are|will|would|must|should|then|because|so|goes?|uses?|through|via|which|that|when|yes|no|not|may|might|can|always|never|nobody|same|most|more|less|better|later|if|after|before|until)\b|[.](?:\s|$)|^(?:an?|the|for|on|in|at|with|to|of|from|by)\s|\b(?:down|stuck|fails?|dies|lost|gone|dead)$|^(?:a?sync|stateless|stateful|versioned|durable)$/i;
const WORD = /[\p{L}\p{N}]/u;
/** Bullets, working and code: "100M/min -> 1.67M/s", "if (a) => b"; but "3rd party" and "2FA service" are names. */
const NO_NAME =
  /^(?!\d+(?:st|nd|rd|th|fa)\b)\d|[+*]\s*\d|^[-–—•$~≈<>+*/.]|[;{}"`!?=≤≥]|^(?:if|else|for|while|return|and|or|but|const|let|get|post|put|patch|delete)\b/i;
/** Not even next to a diagram. */
const NEVER_A_NAME = /^[-–—•$~≈<>+*/.]|[;{}"`!?=≤≥]/;
/** Before a number, as in "shard 3". */
const LAST_WORD = /\p{L}[\p{L}\p{N}]*(?=\s*\d*$)/u;
/** What the last word of a component's name is: one of these, or whoever does something. */
const COMPONENTS =
  /^(?:clients?|users?|browsers?|apps?|mobile|web|site|callers?|partners?|lb|balancer|gateway|gw|apis?|prox(?:y|ies)|edge|cdn|dns|pop|services?|svc|servers?|backends?|workers?|consumers?|producers?|schedulers?|jobs?|cron|queues?|topics?|streams?|bus|broker|kafka|sqs|sns|kinesis|rabbitmq|pulsar|nats|redis|valkey|memcached|caches?|db|dbs|database|stores?|storage|tables?|postgres(?:ql)?|pg|mysql|cassandra|scylla|dynamo(?:db)?|mongo(?:db)?|s3|gcs|buckets?|index|shards?|replicas?|primary|nodes?|cluster|limiters?|redirector|shortener|notifier|sender|dispatcher|router|planner|providers?|apns|fcm|twilio|ses|webhooks?|admin|dashboards?|warehouse|clickhouse|druid|flink|spark|lambdas?|functions?|pods?|pool|log|counters?|metrics|dlq|registry|etcd|zookeeper|envoy|nginx|haproxy|\p{L}{3,}(?:er|or)s?)$/iu;
const QUANTITY = /\b\d[\d.,]*\s?(?:%|(?:[kmb]|[kmgtp]i?b|ns|µs|ms|s|sec|min|h|d|rps|qps|tps)\b)/i;

/** Whether a line goes on from an arrow of the line above, if from anywhere. */
export function isBranch(line: string): boolean {
  return /^\s+(?:[-–—=~]+>|[→⇒])/.test(line);
}

/** Judges a line; `above` are the lines from which it goes on, where it begins with an arrow. */
export function judgeLine(line: string, above: readonly string[]): JudgedLine {
  const kind = plainKind(line);
  if (kind !== undefined) return { kind, names: [], text: line, hasRemark: false };
  const end = remarkAt(line);
  const text = end === -1 ? line : line.slice(0, end);
  return { ...readLine(text, above, end !== -1), text, hasRemark: end !== -1 };
}

/** Of a line that draws nothing whatever stands around it: most lines of most answers. */
function plainKind(line: string): 'blank' | 'text' | undefined {
  if (line.trim() === '') return 'blank';
  return line.length > LONGEST_LINE || MERMAID.test(line) || !(hasArrow(line) || GROUP.test(line)) ? 'text' : undefined;
}

/** Judges a line without an arrow within a group; where its names are of no components, the arrows around may tell. */
export function judgeMembers(line: string): JudgedLine {
  const names = piecesOf(line).map((piece) => nameKey(piece.replace(/^[[(]+|[\])]+$/g, '')));
  if (names.length === 0 || !names.every(isPiece)) return { ...TEXT, text: line, hasRemark: false };
  const isOne = piecesOf(line).every((piece) => /^[[(]/.test(piece) || isComponent(piece));
  return { kind: isOne ? 'frame' : 'loose', names, text: line, hasRemark: false };
}

export function hasArrow(line: string): boolean {
  return ARROW.test(line);
}

/** Lines of nothing but uprights join boxes that are drawn with characters. */
export function isBoxArt(line: string): boolean {
  return /^[\s|│┃▼▲↓↑v^+'-]*$/.test(line) && /[|│┃▼▲↓↑]/.test(line);
}

/** The first full stop outside of brackets, unless there are arrows behind it. */
function remarkAt(line: string): number {
  let depth = 0;
  for (const { 0: mark, index } of line.matchAll(/[[\]()]|(?<=[\p{L}\p{N})\]"'`])\.(?=\s|$)/gu)) {
    if (mark === '.' && depth <= 0) return ARROW.test(line.slice(index)) ? -1 : index;
    depth += mark === '(' || mark === '[' ? 1 : mark === '.' ? 0 : -1;
  }
  return -1;
}

function readLine(line: string, above: readonly string[], hasRemark: boolean): Pick<JudgedLine, 'kind' | 'names'> {
  const isArrow = hasArrow(line);
  if (!isArrow && !GROUP.test(line)) return TEXT;
  const drawing = [...above, line];
  const { graph } = readNotation(drawing.map((text, index) => ({ text, line: index + 1 })));
  if (graph === undefined) {
    return isArrow && !hasRemark && piecesOf(line).every(isPiece) ? { kind: 'broken', names: [] } : TEXT;
  }
  const kind = kindOf(line, drawing.join('\n'), graph, hasRemark);
  return kind === 'text' ? TEXT : { kind, names: namesOf(graph).map(nameKey) };
}

const TEXT = { kind: 'text', names: [] } as const;

function kindOf(line: string, drawing: string, graph: Graph, hasRemark: boolean): LineKind {
  const isChain = (drawing.match(ARROWS)?.length ?? 0) > 1 && connectedParts(graph).length === 1;
  const isStopped = hasRemark && !(isChain && namesOf(graph).some((name) => /\p{Lu}/u.test(name)));
  if (isStopped) return 'text';
  if (!(isChain ? isDrawn(graph, isChainName) : isDrawn(graph, singleName(graph)) && !/["`]/.test(line))) {
    return graph.edges.length > 0 && !hasRemark && isDrawn(graph, isLooseName) ? 'loose' : 'text';
  }
  if (isChain) return 'drawn';
  // "shard key: user id" is no group.
  if (graph.edges.length === 0 && namesOf(graph).some((name) => !isComponent(name))) return 'loose';
  return isNote(line, graph) ? 'noted' : isOfComponents(graph) ? 'drawn' : 'likely';
}

/** One arrow between what may be anything ("monolith -> microservices", "cache miss -> db") is a drawing only beside others. */
function isOfComponents({ nodes, groups }: Graph): boolean {
  const names = nodes.filter(({ shape }) => shape === 'box').map(({ label }) => label.replace(/\s\(.*\)$/s, ''));
  const unknown = names.filter((name) => name.length > 2 && !isComponent(name));
  const isBeside = unknown.length < nodes.length && unknown.every((name) => wordCount(name) === 1);
  return groups.length > 0 || unknown.length === 0 || isBeside;
}

function isComponent(name: string): boolean {
  return COMPONENTS.test(LAST_WORD.exec(name)?.[0] ?? '');
}

type IsName = (name: string) => boolean;

function isDrawn(graph: Graph, isOne: IsName): boolean {
  const titles = (graph.sections ?? []).flatMap(({ title }) => title ?? []);
  const isSaid = graph.edges.some(({ label }) => /[.;]\s/.test(label ?? ''));
  const names = [...titles, ...namesOf(graph)];
  const isNamed = names.every((name) => WORD.test(name) && isOne(name));
  return (graph.edges.length > 0 || graph.groups.length > 0) && !isSaid && isNamed;
}

/** Names that have notes are shorter still. */
function singleName({ nodes }: Graph): IsName {
  const most = nodes.some(({ label }) => label.endsWith(')')) ? MOST_WORDS.noted : MOST_WORDS.single;
  return (name) => wordCount(name) <= most && isTelling(name);
}

/** In a chain `a / b` and `a + b` may each be one end. */
function isChainName(name: string): boolean {
  const bare = name.replace(/\s"[\w.-]+"$/, '');
  return bare.split(/\s[/+&]\s/).every((part) => wordCount(part) <= MOST_WORDS.chain) && isTelling(bare);
}

/** "50K/s consumers" and "GET service" are names where the lines around them draw. */
function isLooseName(name: string): boolean {
  return wordCount(name) <= MOST_WORDS.chain && !NEVER_A_NAME.test(name) && !TELLS.test(name);
}

function isNote(line: string, { nodes, sections = [] }: Graph): boolean {
  if (nodes.some(({ shape }) => shape === 'store' || shape === 'cache')) return false;
  return BULLET.test(line) || sections.some(({ title }) => !DRAWING.test(title ?? ''));
}

function namesOf({ nodes }: Graph): string[] {
  return nodes.map(({ label }) => label.replace(/\s\(.*\)$/s, ''));
}

/** What stands between arrows and commas, where that is anything. */
function piecesOf(line: string): readonly string[] {
  const plain = line.replace(BULLET, '').replaceAll(/\s\([^()]*\)/g, '');
  const title = TITLE.exec(plain)?.[0] ?? '';
  const pieces = plain
    .slice(title.length)
    .split(ARROWS)
    .flatMap((piece) => piece.split(','));
  return [title.replace(/:\s$/, ''), ...pieces]
    .map((piece) => piece.replace(/:\s.*/, '').trim())
    .filter((piece) => piece !== '');
}

function isPiece(piece: string): boolean {
  return wordCount(piece) <= MOST_WORDS.single && isTelling(piece);
}

function wordCount(name: string): number {
  return name.trim().split(/\s+/).length;
}

/** Whether a text may be what something is called. */
function isTelling(name: string): boolean {
  return !NO_NAME.test(name) && !TELLS.test(name) && !QUANTITY.test(name);
}
