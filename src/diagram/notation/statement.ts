import type { Edge } from '../graph.ts';
import { type Arrow, arrowAt } from './arrows.ts';

/** A part of a line; `column` counts from 1. */
export interface Part {
  readonly text: string;
  readonly column: number;
}

export interface Link extends Arrow {
  readonly column: number;
  /** Written behind the arrow, between bars. */
  readonly label: string | undefined;
}

/** One statement: lists of names with arrows between them, and the label behind the last. */
export interface Statement {
  /** One more than there are links. */
  readonly ends: readonly Part[];
  readonly links: readonly Link[];
  readonly label: Part | undefined;
}

/** Brackets that do not match, or what else keeps a line from being cut into its parts. */
interface Broken {
  readonly column: number;
  readonly message: string;
  readonly hint: string;
}

export type Cut = { readonly statement: Statement; readonly rest: number } | { readonly broken: Broken };

/** What a bracket between two arrows names is no store then, but what goes through them. */
const CALL = /^\(([^()[\]]*\b(?:calls?|requests?|rpc))\)$/i;
const OPEN = '[(';
const CLOSE = '])';
const MARK = /[[\]():：;；<>=\-–—~.←-⇿⟵-⟿|]/g;

/** Cuts the statement that starts at offset `start` of a line; `rest` is where the next one starts. */
export function cutStatement(line: string, start: number): Cut {
  const ends: Part[] = [];
  const links: Link[] = [];
  const open: { readonly bracket: string; readonly column: number }[] = [];
  let from = start;
  const end = (to: number) => ends.push({ text: line.slice(from, to), column: from + 1 });
  MARK.lastIndex = start;
  for (let match = MARK.exec(line); match !== null; match = MARK.exec(line)) {
    const { index, 0: mark } = match;
    if (OPEN.includes(mark)) {
      open.push({ bracket: mark, column: index + 1 });
    } else if (CLOSE.includes(mark)) {
      if (OPEN.indexOf(open.pop()?.bracket ?? ' ') !== CLOSE.indexOf(mark)) return stray(mark, index);
    } else if (open.length === 0) {
      if (mark === ';' || mark === '；') {
        end(index);
        return { statement: { ends, links, label: undefined }, rest: index + 1 };
      }
      if (isLabelColon(line, index)) {
        end(index);
        return withLabel({ ends, links }, line, index + 1);
      }
      const arrow = arrowAt(line, index);
      if (arrow === undefined) {
        if (mark === '<' || mark === '>') return noArrow(mark, index);
        MARK.lastIndex = endOfRun(line, index);
        continue;
      }
      end(index);
      const label = barLabel(line, index + arrow.length);
      links.push({ ...arrow, column: index + 1, label: label?.text });
      from = label?.end ?? index + arrow.length;
      MARK.lastIndex = from;
    }
  }
  const unclosed = open.pop();
  if (unclosed !== undefined) return neverClosed(unclosed.bracket, unclosed.column);
  end(line.length);
  return { statement: { ends, links, label: undefined }, rest: line.length };
}

/** No arrow starts within a run of such marks; looking again at each would take quadratic time. */
function endOfRun(line: string, start: number): number {
  const run = /[-–—]+|=+|~+|\.+|./y;
  run.lastIndex = start;
  run.test(line);
  return run.lastIndex;
}

function withLabel(before: Pick<Statement, 'ends' | 'links'>, line: string, start: number): Cut {
  const end = endOfLabel(line, start);
  return { statement: { ...before, label: labelAt(line.slice(0, end), start) }, rest: end + 1 };
}

/** `redis:6379` and `s3://logs` are names. */
function isLabelColon(line: string, index: number): boolean {
  const mark = line[index];
  return mark === '：' || (mark === ':' && !/[\d/]/.test(line[index + 1] ?? ''));
}

/** A semicolon ends a label where an arrow follows. */
function endOfLabel(line: string, start: number): number {
  const end = line.slice(start).search(/[;；]/);
  return end !== -1 && SOME_ARROW.test(line.slice(start + end)) ? start + end : line.length;
}

const SOME_ARROW = /[-–—=~]>|<[-=]|[←-⇿⟵-⟿]|\s--+\s/;

/** Where a title ends that a statement begins with, or is; undefined where it has none. */
export function endOfTitle(line: string, { links, label }: Statement): number | undefined {
  if (links.length > 0 || label === undefined) return undefined;
  const end = label.column - 1;
  const isApart = /[\s：]/.test(line[end - 1] ?? '') || end === line.length;
  return isApart && (label.text === '' || SOME_ARROW.test(label.text)) ? end : undefined;
}

/** The full stop of a sentence is no part of its last name. */
export function withoutStop({ ends, ...rest }: Statement): Statement {
  return {
    ...rest,
    ends: ends.map((end, index) => {
      const body = end.text.trimEnd();
      const isStopped = index === ends.length - 1 && /[\p{L}\p{N})\]"'`]\.$/u.test(body.slice(-3));
      return isStopped ? { ...end, text: body.slice(0, -1) } : end;
    }),
  };
}

/** `a -> (gRPC call) -> b` is one arrow with a label. */
export function withCalls({ ends, links, label }: Statement): Statement {
  const kept: { ends: Part[]; links: Link[] } = { ends: [], links: [] };
  ends.forEach((end, index) => {
    const [before, behind] = [kept.links.at(-1), links[index]];
    const call = CALL.exec(end.text.trim())?.[1];
    const isThrough = before?.style === behind?.style && before?.direction === behind?.direction;
    if (call !== undefined && before !== undefined && behind !== undefined && isThrough) {
      kept.links[kept.links.length - 1] = { ...behind, label: call };
      return;
    }
    kept.ends.push(end);
    if (behind !== undefined) kept.links.push(behind);
  });
  return { ...kept, label };
}

function labelAt(line: string, start: number): Part {
  const text = line.slice(start);
  const body = text.trimStart();
  return { text: body.trimEnd(), column: start + 1 + text.length - body.length };
}

/** `|text|` right behind an arrow, as in Mermaid. */
function barLabel(line: string, start: number): { readonly text: string; readonly end: number } | undefined {
  const open = /\s*\|/y;
  open.lastIndex = start;
  if (!open.test(line)) return undefined;
  const close = line.indexOf('|', open.lastIndex);
  return close === -1 ? undefined : { text: line.slice(open.lastIndex, close), end: close + 1 };
}

function stray(bracket: string, index: number): Cut {
  const hint = 'A name stands in one pair of brackets: `[cache]` or `(store)`.';
  return { broken: { column: index + 1, message: `This \`${bracket}\` closes nothing.`, hint } };
}

function neverClosed(bracket: string, column: number): Cut {
  const close = CLOSE[OPEN.indexOf(bracket)] ?? '';
  const hint = `Add \`${close}\` behind the name.`;
  return { broken: { column, message: `This \`${bracket}\` is never closed.`, hint } };
}

function noArrow(mark: string, index: number): Cut {
  const hint = 'Arrows are `->`, `=>` for a message, `<-` and `<->`.';
  return { broken: { column: index + 1, message: `This \`${mark}\` belongs to no arrow.`, hint } };
}

/** Whether a text holds something that reads as an arrow between two names. */
export function holdsArrow(text: string): boolean {
  return /\s(?:<?-+>|<?=+>|[→⇒↔⇔])\s/.test(text);
}

/** The edge that a link makes of its two ends. */
export function edgeOf(link: Link, left: string, right: string): Edge {
  const [from, to] = link.direction === 'back' ? [right, left] : [left, right];
  const heads = link.direction === 'both' || link.direction === 'none' ? link.direction : 'to';
  return { from, to, style: link.style, heads };
}
