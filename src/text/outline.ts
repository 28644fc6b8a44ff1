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
      return hanging('', visible(block.text.trim()), columns, '  ');
    case 'list':
      return block.items
        .map((item, index) =>
          hanging(block.numbered === true ? `${index + 1}. ` : '- ', visible(item.trim()), columns, '  '),
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

function pair(name: string, text: string, columns: number, theme: Theme): string {
  const label = `${name}: `;
  return hanging(label, text, columns, '  ').replace(label, () => `${theme.strong(name)}: `);
}

/** Wrapped to `columns` with `margin` before each line, and a step more before those after the first of a labelled text. */
function hanging(label: string, text: string, columns: number, margin: string): string {
  const step = ' '.repeat(Math.min(label.length, LONGEST_STEP));
  return wrap(label + text, columns - margin.length - step.length)
    .map((line, index) => (index === 0 ? margin + line : margin + step + line).trimEnd())
    .join('\n');
}
