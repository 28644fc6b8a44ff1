import type { Theme } from '../../text/theme.ts';
import type { Row } from './row.ts';

/** A row as text for the scrollback, coloured by the theme. */
export function styledText(row: Row, theme: Theme): string {
  return row.map(({ text, style }) => (style === undefined || text === '' ? text : theme[style](text))).join('');
}
