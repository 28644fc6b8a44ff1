import type { Problem } from '../catalogue/schema.ts';
import { readDiagram } from '../diagram/read-diagram.ts';
import type { TextOptions } from '../diagram/text-options.ts';
import { toList } from '../diagram/to-list.ts';
import { toUnicode } from '../diagram/to-unicode.ts';
import { type Block, code, list, named, pairs, section, subheading, text } from '../text/blocks.ts';

/** Of code, in an outline. */
const INDENT = 4;

/** Where the design is shown. */
export interface Page {
  readonly columns: number;
  readonly ascii: boolean;
}

/** The reference design and all that belongs to it, from the overview to what a platform adds. */
export function referenceBlocks(problem: Problem, page: Page): Block[] {
  return [
    ...design(problem, page),
    ...details(problem),
    ...scaling(problem),
    ...operations(problem),
    ...choices(problem),
    ...platform(problem),
  ];
}

function design({ reference }: Problem, { columns, ascii }: Page): Block[] {
  const { overview, diagram, components, flows } = reference;
  return section('Reference design', [
    text(overview),
    code(diagramText(diagram, { width: columns - INDENT, ascii })),
    subheading('Components'),
    pairs(components.map(({ name, does }) => [name, does])),
    ...flows.flatMap(({ title, steps }) => [
      subheading(title),
      { type: 'list', items: steps, numbered: true } as const,
    ]),
  ]);
}

/** The picture; where it does not fit, what it says; and the notation where the two would differ. */
function diagramText(notation: string, options: TextOptions): string {
  const { graph } = readDiagram(notation);
  if (graph === undefined) return notation;
  const picture = toUnicode(graph, options);
  if (picture.rows !== undefined) return picture.rows.join('\n');
  return picture.reason === 'too wide' ? toList(graph, options).join('\n') : notation;
}

function details({ reference }: Problem): Block[] {
  return [
    ...section('API', reference.api.flatMap(apiBlocks)),
    ...section(
      'Data',
      reference.stores.flatMap((store) => [
        subheading(`${store.name} (${store.technology})`),
        code(store.schema),
        pairs([
          ['Indexes', store.indexes.join(', ')],
          ['Notes', store.notes ?? ''],
        ]),
      ]),
    ),
    ...section(
      'Caching',
      reference.caching.flatMap((cache) => [
        subheading(cache.level),
        pairs([
          ['Holds', cache.holds],
          ['Pattern', cache.pattern],
          ['Key', cache.key],
          ['Lifetime', cache.lifetime],
          ['Invalidation', cache.invalidation],
        ]),
      ]),
    ),
    ...section(
      'Algorithms',
      reference.algorithms.flatMap((algorithm) => [
        subheading(algorithm.title),
        text(algorithm.idea),
        ...(algorithm.pseudocode === undefined ? [] : [code(algorithm.pseudocode)]),
        pairs([
          ['Complexity', algorithm.complexity],
          ['Choose it', algorithm.choose],
        ]),
      ]),
    ),
  ];
}

function apiBlocks({ call, does, request, response, errors = [] }: Problem['reference']['api'][number]): Block[] {
  return [
    subheading(call),
    text(does),
    ...(request === undefined ? [] : [subheading('Request'), code(request)]),
    ...(response === undefined ? [] : [subheading('Response'), code(response)]),
    ...named('Errors', errors),
  ];
}

function scaling({ scaling: { bottlenecks, strategies, optimisations } }: Problem): Block[] {
  return section('Scaling', [
    ...bottlenecks.flatMap(({ title, impact, solution, price }) => [
      subheading(title),
      pairs([
        ['Impact', impact],
        ['Solution', solution],
        ['Price', price],
      ]),
    ]),
    subheading('Strategies'),
    pairs(strategies.map((strategy) => [strategy.title, strategy.text])),
    ...named('Optimisations', optimisations),
  ]);
}

function operations({ security, observability, recovery }: Problem): Block[] {
  const { metrics, alerts, logging, tracing } = observability;
  return [
    ...section('Security', [
      pairs([
        ['Authentication', security.authentication],
        ['Authorization', security.authorization],
        ['Protection', security.protection],
        ['Privacy', security.privacy],
        ['Abuse', security.abuse ?? ''],
      ]),
    ]),
    ...section('Observability', [
      subheading('Metrics'),
      pairs(metrics.map(({ name, target }) => [name, target])),
      subheading('Alerts'),
      pairs(alerts.map(({ severity, condition, action }) => [severity, `${condition}. ${action}`])),
      pairs([
        ['Logging', logging],
        ['Tracing', tracing],
      ]),
    ]),
    ...section('Recovery', [
      pairs([
        ['Backup', recovery.backup],
        ['Failover', recovery.failover],
      ]),
      pairs(recovery.objectives.map(({ scope, rto, rpo }) => [scope, `RTO ${rto}, RPO ${rpo}`])),
    ]),
  ];
}

function choices({ reference: { technologies, cost }, tradeOffs }: Problem): Block[] {
  return [
    ...section(
      'Technologies',
      technologies.flatMap(({ component, choice, because, price, alternatives }) => [
        subheading(`${component}: ${choice}`),
        pairs([
          ['Because', because],
          ['Price', price],
        ]),
        list(alternatives.map(({ name, when }) => `${name} when ${when}`)),
      ]),
    ),
    ...section(
      'Cost a month',
      cost.length === 0 ? [] : [pairs(cost.map((each) => [each.item, `${each.working} = ${each.monthly}`]))],
    ),
    ...section('Trade-offs', [
      pairs(tradeOffs.map(({ decision, chosen, over, because }) => [decision, `${chosen} over ${over}. ${because}`])),
    ]),
  ];
}

function platform({ platform: all }: Problem): Block[] {
  if (all === undefined) return [];
  const { strategy, tenancy, developers, data, compliance, serviceLevels, evolution } = all;
  return [
    ...section('Platform', [
      subheading('Strategy'),
      pairs([
        ['Market', strategy.market],
        ['Value', strategy.value],
        ['Vision', strategy.vision],
        ['Organisation', strategy.organisation],
      ]),
      subheading('Tenancy'),
      pairs([
        ['Isolation', tenancy.isolation],
        ['Resources', tenancy.resources],
        ['Distribution', tenancy.distribution],
      ]),
      subheading('Developers'),
      pairs([
        ['Self-service', developers.selfService],
        ['Tools', developers.tools],
        ['Ecosystem', developers.ecosystem],
      ]),
      subheading('Data'),
      pairs([
        ['Consistency', data.consistency],
        ['Governance', data.governance],
        ['Analytics', data.analytics],
      ]),
      subheading('Compliance'),
      pairs([
        ['Frameworks', compliance.frameworks.join(', ')],
        ['Controls', compliance.controls],
        ['Threats', compliance.threats],
      ]),
      subheading('Service levels'),
      pairs(serviceLevels.map(({ name, target }) => [name, target])),
      subheading('Evolution'),
      pairs([
        ['Innovation', evolution.innovation],
        ['Ecosystem', evolution.ecosystem],
        ['Migration', evolution.migration],
      ]),
      ...named('Measures', evolution.measures),
    ]),
  ];
}
