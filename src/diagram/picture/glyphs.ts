import type { Edge, Shape } from '../graph.ts';

/** The sides of a cell that a line touches, as bits. */
export const NORTH = 1;
export const EAST = 2;
export const SOUTH = 4;
export const WEST = 8;

/** A box's frame: corners from the top left clockwise, then the sides across and down. */
export interface Frame {
  readonly corners: readonly [string, string, string, string];
  readonly across: string;
  readonly down: string;
  /** Where a line leaves to the north, east, south or west. */
  readonly exits: readonly [string, string, string, string];
}

/** The characters of a picture. */
export interface Glyphs {
  /** By the sides that a line touches. */
  readonly solid: readonly string[];
  readonly dashed: readonly string[];
  /** Pointing north, east, south and west. */
  readonly heads: Readonly<Record<Edge['style'], readonly [string, string, string, string]>>;
  /** Where a message is lost. */
  readonly lost: string;
  readonly frames: Readonly<Record<Shape, Frame>>;
  readonly group: Omit<Frame, 'exits'>;
  readonly lifeline: string;
}

const SOLID = [' ', '│', '─', '└', '│', '│', '┌', '├', '─', '┘', '─', '┴', '┐', '┤', '┬', '┼'];
const DASHED = [' ', '╎', '╌', '└', '╎', '╎', '┌', '├', '╌', '┘', '╌', '┴', '┐', '┤', '┬', '┼'];
const FILLED = ['▲', '▶', '▼', '◀'] as const;
const HOLLOW = ['△', '▷', '▽', '◁'] as const;
const EXITS = ['┴', '├', '┬', '┤'] as const;

export const UNICODE: Glyphs = {
  solid: SOLID,
  dashed: DASHED,
  heads: { call: FILLED, message: HOLLOW, reply: FILLED },
  lost: '×',
  frames: {
    box: { corners: ['┌', '┐', '┘', '└'], across: '─', down: '│', exits: EXITS },
    actor: { corners: ['╭', '╮', '╯', '╰'], across: '─', down: '│', exits: EXITS },
    store: { corners: ['╒', '╕', '╛', '╘'], across: '═', down: '│', exits: ['╧', '├', '╤', '┤'] },
    cache: { corners: ['┌', '┐', '┘', '└'], across: '╌', down: '╎', exits: EXITS },
    queue: { corners: ['╓', '╖', '╜', '╙'], across: '─', down: '║', exits: ['┴', '╟', '┬', '╢'] },
  },
  group: { corners: ['╭', '╮', '╯', '╰'], across: '┈', down: '┊' },
  lifeline: '┊',
};

/** A dot turns down and an apostrophe up, so that lines that pass each other do not seem to meet. */
const ASCII_SOLID = [' ', '|', '-', "'", '|', '|', '.', '+', '-', "'", '-', "'", '.', '+', '.', '+'];
const ASCII_DASHED = [' ', ':', '=', "'", ':', ':', '.', '+', '=', "'", '=', "'", '.', '+', '.', '+'];
const ASCII_HEADS = ['^', '>', 'v', '<'] as const;
const PLUS = ['+', '+', '+', '+'] as const;

export const ASCII: Glyphs = {
  solid: ASCII_SOLID,
  dashed: ASCII_DASHED,
  heads: { call: ASCII_HEADS, message: ASCII_HEADS, reply: ASCII_HEADS },
  lost: 'x',
  frames: {
    box: { corners: PLUS, across: '-', down: '|', exits: PLUS },
    actor: { corners: ['.', '.', "'", "'"], across: '-', down: '|', exits: PLUS },
    store: { corners: PLUS, across: '=', down: '|', exits: PLUS },
    cache: { corners: PLUS, across: '.', down: ':', exits: PLUS },
    queue: { corners: PLUS, across: '-', down: '#', exits: PLUS },
  },
  group: { corners: ['~', '~', '~', '~'], across: '~', down: '!' },
  lifeline: ':',
};

/** North, east, south and west, in the order in which heads and exits are listed. */
export const SIDES = [NORTH, EAST, SOUTH, WEST] as const;

export type Side = (typeof SIDES)[number];

export function opposite(side: Side): Side {
  return SIDES[(SIDES.indexOf(side) + 2) % SIDES.length] ?? side;
}
