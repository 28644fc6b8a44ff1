/** A part of a document that people read. */
export type Block =
  | { readonly type: 'heading'; readonly text: string; readonly level: 1 | 2 | 3 }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'list'; readonly items: readonly string[]; readonly numbered?: boolean }
  /** Names, each with a text behind it. */
  | { readonly type: 'pairs'; readonly pairs: readonly Pair[] }
  /** Kept as it stands. */
  | { readonly type: 'code'; readonly text: string };

export type Pair = readonly [name: string, text: string];

export function subheading(text: string): Block {
  return { type: 'heading', level: 3, text };
}

export function text(words: string): Block {
  return { type: 'text', text: words };
}

export function pairs(all: readonly Pair[]): Block {
  return { type: 'pairs', pairs: all };
}

export function list(items: readonly string[]): Block {
  return { type: 'list', items };
}

export function code(words: string): Block {
  return { type: 'code', text: words };
}

/** A heading and what is below it, or nothing where there is nothing. */
export function section(title: string, blocks: readonly Block[]): Block[] {
  return blocks.length === 0 ? [] : [{ type: 'heading', level: 2, text: title }, ...blocks];
}

/** A list below its name, or nothing where it is empty. */
export function named(title: string, items: readonly string[]): Block[] {
  return items.length === 0 ? [] : [subheading(title), list(items)];
}
