import { readDiagram } from '../../diagram/read-diagram.ts';
import type { Signals } from '../../lexicon/signal.ts';
import { signalFaults } from '../../lexicon/signal-faults.ts';
import type { Fault } from '../faults/fault.ts';
import type { Sound } from '../faults/sound.ts';
import type { WrittenProblem } from '../schema.ts';
import { FIGURE_RULES } from './figure-rules.ts';
import { figureIn } from './statement-figures.ts';
import { repeatedField } from './unique.ts';

/** What must hold in a problem beyond the schema. */
export type ProblemRule = (problem: Sound<WrittenProblem>) => readonly Fault[];

export const PROBLEM_RULES: readonly ProblemRule[] = [
  idsAreUnique,
  topicsAreUnique,
  tagsAreUnique,
  isNotRelatedToItself,
  platformFitsLevel,
  stagesFitBars,
  statementKeepsFiguresBack,
  hintsKeepClaimBack,
  signalsAreWritable,
  asksAreWritable,
  ...FIGURE_RULES,
  diagramIsReadable,
];

function idsAreUnique({ points, facts, twists, capacity }: Sound<WrittenProblem>): Fault[] {
  return [
    ...repeatedField(points, 'id', ['points']),
    ...repeatedField(facts, 'id', ['facts']),
    ...repeatedField(twists, 'id', ['twists']),
    ...repeatedField(capacity?.inputs, 'id', ['capacity', 'inputs']),
    ...repeatedField(capacity?.estimates, 'id', ['capacity', 'estimates']),
  ];
}

function topicsAreUnique({ facts }: Sound<WrittenProblem>): Fault[] {
  return repeatedField(facts, 'topic', ['facts']);
}

function tagsAreUnique({ tags }: Sound<WrittenProblem>): Fault[] {
  return (tags ?? []).flatMap((tag, index): Fault[] =>
    tag === undefined || tags?.indexOf(tag) === index
      ? []
      : [
          {
            path: ['tags', index],
            message: `the tag "${tag}" stands here a second time`,
            hint: 'Keep one of the two.',
          },
        ],
  );
}

function isNotRelatedToItself({ id, related }: Sound<WrittenProblem>): Fault[] {
  return (related ?? []).flatMap((item, index): Fault[] =>
    item?.problem === undefined || item.problem !== id
      ? []
      : [{ path: ['related', index, 'problem'], message: 'a problem is not related to itself', hint: 'Name another.' }],
  );
}

function platformFitsLevel({ level, platform }: Sound<WrittenProblem>): Fault[] {
  if (level === 'L7' && !platform) {
    return [
      { path: ['platform'], message: 'platform is missing', hint: 'An L7 problem has it; an L6 problem does not.' },
    ];
  }
  if (level !== 'L6' || !platform) return [];
  const hint = 'Take it out, or make the problem L7.';
  return [{ path: ['platform'], on: 'key', message: 'only an L7 problem has platform', hint }];
}

/** No L6 session has a phase for these stages. */
function stagesFitBars({ points }: Sound<WrittenProblem>): Fault[] {
  return (points ?? []).flatMap((point, index): Fault[] => {
    if (point?.bar !== 'L6' || (point.stage !== 'strategy' && point.stage !== 'evolution')) return [];
    const message = `the bar of a point of stage ${point.stage} must be L7, not "L6"`;
    return [{ path: ['points', index, 'bar'], message, hint: 'No L6 interview has that stage.' }];
  });
}

function statementKeepsFiguresBack({ statement }: Sound<WrittenProblem>): Fault[] {
  const figure = statement === undefined ? undefined : figureIn(statement);
  if (figure === undefined) return [];
  const hint = 'Make it a fact: the candidate has to ask for it.';
  return [{ path: ['statement'], message: `the statement gives a figure away: ${JSON.stringify(figure)}`, hint }];
}

function hintsKeepClaimBack({ points }: Sound<WrittenProblem>): Fault[] {
  return (points ?? []).flatMap((point, index) => {
    const claim = point?.claim === undefined ? '' : bare(point.claim);
    return (point?.hints ?? []).flatMap((hint, step): Fault[] => {
      if (claim === '' || hint === undefined || !bare(hint).includes(claim)) return [];
      const path = ['points', index, 'hints', step];
      return [{ path, message: 'this hint says the claim word for word', hint: 'Lead there in smaller steps.' }];
    });
  });
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[.!?…\s]+$/, '')
    .trim();
}

function signalsAreWritable({ points }: Sound<WrittenProblem>): Fault[] {
  return (points ?? []).flatMap((point, index) => {
    const signals = whole(point?.signals);
    if (signals === undefined) return [];
    return signalFaults(signals).map(({ path, ...fault }) => ({
      ...fault,
      path: ['points', index, 'signals', ...path],
    }));
  });
}

/** The words of an ask are written as the groups of a signal are. */
function asksAreWritable({ facts }: Sound<WrittenProblem>): Fault[] {
  return (facts ?? []).flatMap((fact, index) =>
    (fact?.asks ?? []).flatMap((ask, place) =>
      signalFaults({ any: [ask?.split(/\s+/) ?? []] }).map(({ message, hint }) => ({
        path: ['facts', index, 'asks', place],
        message,
        hint,
      })),
    ),
  );
}

/** Undefined where the schema found a fault in them already. */
function whole(signals: Sound<Signals> | undefined): Signals | undefined {
  const isWhole = signals?.any?.every((alternative) => alternative?.every((group) => group !== undefined) === true);
  return isWhole === true ? (signals as Signals) : undefined;
}

function diagramIsReadable({ reference }: Sound<WrittenProblem>): Fault[] {
  if (reference?.diagram === undefined) return [];
  const part = reference.diagram.trimEnd();
  const lines = part.split('\n');
  const { faults = [] } = readDiagram(part);
  return faults.map(({ line, column, message, hint }) => ({
    path: ['reference', 'diagram'],
    within: { part, offset: lines.slice(0, line - 1).join('\n').length + Math.min(line - 1, 1) + column - 1 },
    message: `diagram: ${message}`,
    ...(hint === undefined ? {} : { hint }),
  }));
}
