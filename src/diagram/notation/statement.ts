import type { Edge } from '../graph.ts';
import { ARROW_CHARACTERS, type Arrow, arrowAt, isDoubtfulDash, SOME_ARROW } from './arrows.ts';
import { endOfQuoted } from './quotes.ts';

/** A part of a line; `column` counts from 1. */
export interface Part {
  readonly text: string;
  readonly column: number;
}

export interface Link extends Omit<Arrow, 'label'> {
  readonly column: number;
  /** Written in the arrow, or behind it between bars. */
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

const OPEN = '[({';
const CLOSE = '])}';
const MARK = new RegExp(String.raw`[[\](){}:：;；<>=\-–—─~.|"“${ARROW_CHARACTERS}]`, 'g');

/** Cuts the statement that starts at offset `start` of a line; `rest` is where the next one starts. */
export function cutStatement(line: string, start: number): Cut {
  return new Cutter(line, start).cut();
}

class Cutter {
  readonly #line: string;
  readonly #ends: Part[] = [];
  readonly #links: Link[] = [];
  readonly #open: { readonly bracket: string; readonly column: number }[] = [];
  #from: number;

  constructor(line: string, start: number) {
    this.#line = line;
    this.#from = start;
  }

  cut(): Cut {
    const mark = new RegExp(MARK);
    mark.lastIndex = this.#from;
    for (let match = mark.exec(this.#line); match !== null; match = mark.exec(this.#line)) {
      const next = this.#mark(match[0], match.index);
      if (typeof next !== 'number') return next;
      mark.lastIndex = next;
    }
    const unclosed = this.#open.pop();
    if (unclosed !== undefined) return neverClosed(unclosed.bracket, unclosed.column);
    return this.#done(this.#line.length, undefined, this.#line.length);
  }

  /** Where to look on, or how it ends. */
  #mark(mark: string, index: number): number | Cut {
    if (mark === '"' || mark === '“') return endOfQuoted(this.#line, index, this.#from) ?? index + 1;
    if (OPEN.includes(mark)) {
      this.#open.push({ bracket: mark, column: index + 1 });
      return index + 1;
    }
    if (CLOSE.includes(mark)) {
      const isPair = OPEN.indexOf(this.#open.pop()?.bracket ?? ' ') === CLOSE.indexOf(mark);
      return isPair ? index + 1 : stray(mark, index);
    }
    if (this.#open.length > 0) return index + 1;
    if (mark === ';' || mark === '；') return this.#done(index, undefined, index + 1);
    if (mark === '|') return noLabel(index);
    return isLabelColon(this.#line, index) ? this.#labelled(index) : this.#arrow(mark, index);
  }

  #arrow(mark: string, index: number): number | Cut {
    const arrow = arrowAt(this.#line, index);
    const isHeadless = arrow === undefined || (arrow.direction === 'none' && arrow.label === undefined);
    if (isHeadless && isDoubtfulDash(this.#line, index)) return doubtful(index);
    if (arrow === undefined) {
      return mark === '<' || mark === '>' || IS_ARROW.test(mark) ? noArrow(mark, index) : endOfRun(this.#line, index);
    }
    this.#end(index);
    const bar = barLabel(this.#line, index + arrow.length);
    this.#links.push({ ...arrow, column: index + 1, label: joinedLabels(arrow.label, bar?.text) });
    this.#from = bar?.end ?? index + arrow.length;
    return this.#from;
  }

  #labelled(index: number): Cut {
    const end = endOfLabel(this.#line, index + 1);
    const label = labelAt(this.#line.slice(0, end), index + 1);
    return this.#done(index, label, end + 1);
  }

  #done(to: number, label: Part | undefined, rest: number): Cut {
    this.#end(to);
    return { statement: { ends: this.#ends, links: this.#links, label }, rest };
  }

  #end(to: number): void {
    this.#ends.push({ text: this.#line.slice(this.#from, to), column: this.#from + 1 });
  }
}

/** No arrow starts within a run of such marks; looking again at each would take quadratic time. */
function endOfRun(line: string, start: number): number {
  const run = /[-–—─]+|=+|~+|\.+|./y;
  run.lastIndex = start;
  run.test(line);
  return run.lastIndex;
}

/** `redis:6379`, `s3://logs` and `/urls/:id` are names. */
function isLabelColon(line: string, index: number): boolean {
  const mark = line[index];
  const [before, behind] = [line[index - 1] ?? '', line[index + 1] ?? ''];
  return mark === '：' || (mark === ':' && !/[\d/]/.test(behind) && !(before === '/' && /[\p{L}_]/u.test(behind)));
}

/** A semicolon ends a label where an arrow follows. */
function endOfLabel(line: string, start: number): number {
  const end = line.slice(start).search(/[;；]/);
  return end !== -1 && SOME_ARROW.test(line.slice(start + end)) ? start + end : line.length;
}

const IS_ARROW = new RegExp(`[${ARROW_CHARACTERS}]`);

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

function labelAt(line: string, start: number): Part {
  const text = line.slice(start);
  const body = text.trimStart();
  return { text: body.trimEnd(), column: start + 1 + text.length - body.length };
}

/** All that is written at one arrow. */
export function joinedLabels(...labels: readonly (string | undefined)[]): string | undefined {
  const written = labels.flatMap((label) => label?.trim() || []);
  return written.length === 0 ? undefined : written.join(': ');
}

/** `|text|` right behind an arrow, as in Mermaid. */
function barLabel(line: string, start: number): { readonly text: string; readonly end: number } | undefined {
  const open = /\s*\|/y;
  open.lastIndex = start;
  if (!open.test(line)) return undefined;
  const close = line.indexOf('|', open.lastIndex);
  return close === -1 ? undefined : { text: line.slice(open.lastIndex, close), end: close + 1 };
}

function noLabel(index: number): Cut {
  const hint = 'A label stands behind the last name or the arrow: `a -> b: HTTPS`, `a ->|HTTPS| b`.';
  return { broken: { column: index + 1, message: 'This `|` belongs to no label.', hint } };
}

function doubtful(index: number): Cut {
  const message = 'It is not clear what this dash begins.';
  const hint = 'Write `url-service -> db: reads` for a label, and `Reads: client -> db` for a title.';
  return { broken: { column: index + 1, message, hint } };
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

/** Whether a text holds something that reads as an arrow between two names, and not in quotes. */
export function holdsArrow(text: string): boolean {
  return /\s(?:<?-+>|<?=+>|[→⇒↔⇔])\s/.test(text.replaceAll(/"[^"]*"/g, '""'));
}

/** The edge that a link makes of its two ends. */
export function edgeOf(link: Link, left: string, right: string): Edge {
  const [from, to] = link.direction === 'back' ? [right, left] : [left, right];
  const heads = link.direction === 'both' || link.direction === 'none' ? link.direction : 'to';
  return { from, to, style: link.style, heads };
}
