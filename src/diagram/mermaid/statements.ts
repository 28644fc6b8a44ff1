import type { SourceLine } from '../source-lines.ts';

/** A statement of Mermaid, trimmed; the column counts from 1. */
export interface MermaidStatement {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** The lines behind the settings between two lines of `---`, if there are any. */
export function withoutFrontMatter(lines: readonly SourceLine[]): readonly SourceLine[] {
  const first = lines.findIndex(({ text }) => text.trim() !== '');
  if (lines[first]?.text.trim() !== '---') return lines;
  const end = lines.findIndex(({ text }, index) => index > first && text.trim() === '---');
  return end === -1 ? lines : lines.slice(end + 1);
}

/** The title that those settings give. */
export function frontMatterTitle(lines: readonly SourceLine[]): SourceLine | undefined {
  const settings = lines.slice(0, lines.length - withoutFrontMatter(lines).length);
  const line = settings.find(({ text }) => /^title:\s*\S/.test(text));
  return line === undefined ? undefined : { ...line, text: plainLabel(line.text.slice('title:'.length)) };
}

/** The statements of a diagram: lines, and the parts of a line between `;`, which a quoted text may hold. Comments are left out. */
export function statements(lines: readonly SourceLine[]): MermaidStatement[] {
  return lines.flatMap(({ text, line }) => {
    if (text.trim().startsWith('%%')) return [];
    return parts(text).map(({ start, end }) => {
      const part = text.slice(start, end);
      return { text: part.trim(), line, column: start + part.length - part.trimStart().length + 1 };
    });
  });
}

/** A `;` within quotes, brackets or an entity such as `#quot;` ends nothing. */
const PIECE = /"[^"]*"|[#&](?:#?\d+|[a-z]+);|[[({]|[\])}]|;/gi;

function parts(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let start = 0;
  let depth = 0;
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    if ('[({'.includes(piece)) depth++;
    else if ('])}'.includes(piece)) depth = Math.max(0, depth - 1);
    else if (piece.startsWith('&') && !ENTITIES.has(piece.slice(1, -1).toLowerCase()) && depth === 0) {
      found.push({ start, end: index + piece.length - 1 });
      start = index + piece.length;
    } else if (piece === ';' && depth === 0) {
      found.push({ start, end: index });
      start = index + 1;
    }
  }
  found.push({ start, end: text.length });
  return found.filter((part) => text.slice(part.start, part.end).trim() !== '');
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['quot', '"'],
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['nbsp', ' '],
  ['apos', "'"],
  ['semi', ';'],
  ['colon', ':'],
  ['num', '#'],
]);
const ENTITY = /[#&](?:#?(\d{1,6})|([a-z]{2,5}));/gi;

/** What a label of Mermaid shows: entities are resolved, breaks become spaces, quotes around it fall. */
export function plainLabel(text: string): string {
  const trimmed = text.trim();
  const quoted = /^"(.*)"$/s.exec(trimmed)?.[1] ?? trimmed;
  const markdown = /^`(.*)`$/s.exec(quoted)?.[1]?.replaceAll(/\*\*|__/g, '') ?? quoted;
  return markdown
    .replaceAll(/<br ?\/?>|\\n/gi, ' ')
    .replaceAll(ENTITY, (whole, code: string | undefined, name: string | undefined) => {
      if (name !== undefined) return ENTITIES.get(name.toLowerCase()) ?? whole;
      const point = Number(code);
      return point > 31 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    })
    .trim();
}
