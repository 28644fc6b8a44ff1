import { shapeStatements } from '../diagram/components.ts';
import type { DiagramFault, Graph } from '../diagram/graph.ts';
import { readDiagram } from '../diagram/read-diagram.ts';
import { blocksIn, type DiagramBlock } from './diagram-blocks.ts';
import { hasArrow } from './diagram-lines.ts';
import type { Answer } from './text/corpus.ts';

/** A diagram in the text of an answer; offsets in UTF-16 code units, the end exclusive. */
export interface DrawnDiagram {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly graph: Graph;
}

/** The diagrams in a text: blocks of lines that can be read as one and have an edge. Prose is never taken for one. */
export function diagramsIn(text: string): readonly DrawnDiagram[] {
  return blocksIn(text).flatMap((block) => {
    const { graph } = readDiagram(block.text);
    return graph === undefined || graph.edges.length === 0 ? [] : [{ ...placeOf(block), graph }];
  });
}

/** The first fault of each block that is meant as a diagram and can't be read; its line counts from the first of `text`. */
export function faultsIn(text: string): readonly DiagramFault[] {
  return blocksIn(text).flatMap((block) => {
    const fault = readDiagram(block.text).faults?.[0];
    return fault === undefined ? [] : [{ ...fault, line: fault.line + block.line - 1 }];
  });
}

/** Lines right beside a diagram that have an arrow and are none of it; from 1. */
export function linesLeftOut(text: string): readonly number[] {
  const lines = text.split('\n');
  const blocks = blocksIn(text).map(({ text: own, line }) => ({
    first: line,
    last: line + own.split('\n').length - 1,
  }));
  const isDrawn = (at: number) => blocks.some(({ first, last }) => at >= first && at <= last);
  const beside = blocks.flatMap(({ first, last }) => [first - 1, last + 1]);
  return [...new Set(beside)].filter((at) => !isDrawn(at) && hasArrow(lines[at - 1] ?? ''));
}

/** What the shapes of drawn diagrams say, as further answers, each quoted by the line that it was drawn with. */
export function drawnAnswers(answers: readonly Answer[]): Answer[] {
  return answers.flatMap((answer) =>
    diagramsIn(answer.text).flatMap(({ text, graph }) => {
      const lines = text.split('\n');
      return shapeStatements(graph).map((said) => ({
        ...answer,
        text: said.text,
        quote: lines[said.line - 1]?.trim() ?? '',
      }));
    }),
  );
}

function placeOf({ text, start }: DiagramBlock) {
  return { text, start, end: start + text.length };
}
