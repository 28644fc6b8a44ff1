import type { Block } from './blocks.ts';
import type { Theme } from './theme.ts';
import { visible, visibleLine } from './visible.ts';
import { width } from './width.ts';
import { wrap } from './wrap.ts';

export interface OutlineOptions {
  readonly theme: Theme;
  readonly columns: number;
  /** Rules of ASCII characters; false unless given. */
  readonly ascii?: boolean;
}

/** Longer lines are hard to read, however wide the window is. */
const MOST_COLUMNS = 100;
const LEAST_COLUMNS = 20;
/** Enough for the marks of a list; a name is longer, and its text does not go that far in. */
const MARGIN = '  ';
const LONGEST_STEP = 3;

/** The blocks below each other, wrapped; everything in them is made visible here. */
export function renderOutline(blocks: readonly Block[], options: OutlineOptions): string {
  const columns = Math.max(LEAST_COLUMNS, Math.min(options.columns - 1, MOST_COLUMNS));
  let page = '';
  let wasHeading = false;
  for (const block of blocks) {
    const shown = renderBlock(block, columns, options);
    if (shown === '') continue;
    page += page === '' ? shown : `${wasHeading ? '\n' : '\n\n'}${shown}`;
    wasHeading = block.type === 'heading' && block.level > 1;
  }
  return page === '' ? '' : `${page}\n`;
}

function renderBlock(block: Block, columns: number, { theme, ascii = false }: OutlineOptions): string {
  switch (block.type) {
    case 'heading':
      return heading(visibleLine(block.text), block.level, columns, { theme, rule: ascii ? '-' : '─' });
    case 'text':
      return wrapped(visible(block.text.trim()), columns, 0);
    case 'list':
      return block.items
        .map((item, index) =>
          listItem(block.numbered === true ? `${index + 1}. ` : '- ', visible(item.trim()), columns),
        )
        .join('\n');
    case 'pairs':
      return block.pairs
        .filter(([, text]) => text !== '')
        .map(([name, text]) => pair(visibleLine(name), visible(text.trim()), columns, theme))
        .join('\n');
    case 'code':
      return visible(block.text.trimEnd())
        .split('\n')
        .map((line) => `    ${line}`.trimEnd())
        .join('\n');
  }
}

interface HeadingStyle {
  readonly theme: Theme;
  readonly rule: string;
}

/** The title of a section is underlined, so that it is one without colour too. */
function heading(text: string, level: 1 | 2 | 3, columns: number, { theme, rule }: HeadingStyle): string {
  const lines = wrap(text, columns - 2);
  const titles = lines.map((line) => theme.strong(line));
  if (level === 1) return titles.join('\n');
  if (level === 3) return titles.map((line) => `  ${line}`).join('\n');
  return [...titles, theme.dim(rule.repeat(Math.max(...lines.map(width))))].join('\n');
}

/** Lines of an item stand below each other behind its dash or number. */
function listItem(label: string, text: string, columns: number): string {
  return wrapped(label + text.replaceAll('\n', `\n${' '.repeat(label.length)}`), columns, 0);
}

function pair(name: string, text: string, columns: number, theme: Theme): string {
  const label = `${name}: `;
  const step = Math.min(label.length, LONGEST_STEP);
  return wrapped(label + text, columns, step).replace(label, () => `${theme.strong(name)}: `);
}

/** Wrapped to `columns` with a margin before each line, and `step` columns more before those after the first. */
function wrapped(text: string, columns: number, step: number): string {
  return wrap(text, columns - MARGIN.length - step)
    .map((line, index) => (MARGIN + ' '.repeat(index === 0 ? 0 : step) + line).trimEnd())
    .join('\n');
}
