import type { Edge } from '../graph.ts';
import { plainLabel } from './statements.ts';

export interface FlowLink {
  /** `e1` of `e1@-->`. */
  readonly id?: string;
  readonly style: Edge['style'];
  readonly heads: Edge['heads'];
  readonly label: string | undefined;
  readonly isHidden: boolean;
  /** The offset behind it. */
  readonly end: number;
}

const EDGE_ID = /[\w-]+@(?=[<xo]?[-=~])/y;
const HIDDEN = /~~~+/y;
/** A whole link, and one that is cut in two by its label. */
const WHOLE = /([<xo]?)(--+|==+|-\.+)([->xo=]?)/y;
const LABEL = /\s*\|\s*("[^"]*"\s*|[^|]*)\|/y;
const HEAD = /[>xo]/;
const SECOND_HALF: Readonly<Record<string, RegExp>> = {
  '--': /(--+[->xo])/g,
  '==': /(==+[=>xo])/g,
  '-.': /(\.+-[>xo]?)/g,
};

/** The link that starts at an offset of a statement. */
export function flowLinkAt(text: string, offset: number): FlowLink | undefined {
  const start = endOf(EDGE_ID, text, offset);
  if (start === undefined) return linkAt(text, offset);
  const link = linkAt(text, start);
  return link === undefined ? undefined : { ...link, id: text.slice(offset, start - 1) };
}

function linkAt(text: string, start: number): FlowLink | undefined {
  const hidden = endOf(HIDDEN, text, start);
  if (hidden !== undefined) return { style: 'call', heads: 'none', label: undefined, isHidden: true, end: hidden };
  return dotted(text, start) ?? solid(text, start);
}

function endOf(pattern: RegExp, text: string, offset: number): number | undefined {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

const DOTTED = /([<xo]?)-\.+-([>xo]?)/y;

function dotted(text: string, start: number): FlowLink | undefined {
  DOTTED.lastIndex = start;
  const match = DOTTED.exec(text);
  if (match === null) return undefined;
  return labelled(text, { start: match[1], end: match[2], style: 'message', offset: DOTTED.lastIndex });
}

function solid(text: string, start: number): FlowLink | undefined {
  WHOLE.lastIndex = start;
  const match = WHOLE.exec(text);
  if (match === null) return undefined;
  const [whole, tail, line = '', head = ''] = match;
  const isWhole = line !== '-.' && (head !== '' || line.length > 2) && !line.startsWith('-.');
  const behind = start + whole.length;
  if (isWhole)
    return labelled(text, {
      start: tail,
      end: line.length > 2 && head === '' ? '' : head,
      style: 'call',
      offset: behind,
    });
  return cutInTwo(text, { tail, kind: line.slice(0, 2), from: behind - head.length });
}

/** `-- text -->`, `-. text .->`, `== text ==>`. */
function cutInTwo(text: string, first: { tail: string | undefined; kind: string; from: number }): FlowLink | undefined {
  const second = SECOND_HALF[first.kind];
  if (second === undefined) return undefined;
  second.lastIndex = first.from;
  const match = second.exec(text);
  const label = text.slice(first.from, match?.index ?? first.from).trim();
  if (match === null || label === '') return undefined;
  return {
    style: first.kind === '-.' ? 'message' : 'call',
    heads: headsOf(first.tail, match[0].slice(-1)),
    label: plainLabel(label),
    isHidden: false,
    end: second.lastIndex,
  };
}

interface Ends {
  readonly start: string | undefined;
  readonly end: string | undefined;
  readonly style: Edge['style'];
  readonly offset: number;
}

function labelled(text: string, { start, end, style, offset }: Ends): FlowLink {
  LABEL.lastIndex = offset;
  const label = LABEL.exec(text)?.[1];
  return {
    style,
    heads: headsOf(start, end),
    label: label === undefined ? undefined : plainLabel(label),
    isHidden: false,
    end: label === undefined ? offset : LABEL.lastIndex,
  };
}

/** Crosses and circles at an end are read as heads. */
function headsOf(start = '', end = ''): Edge['heads'] {
  if (!HEAD.test(end)) return 'none';
  return start === '' ? 'to' : 'both';
}
