import { expect, test } from 'vitest';
import { renderMarkdown } from '../../src/transcript/markdown.ts';
import { transcribe } from '../../src/transcript/transcript.ts';
import { fc } from '../harness/properties.ts';
import { answered, asked, at, recordLike } from '../harness/sessions.ts';

interface Scan {
  /** Lines outside of code blocks. */
  readonly prose: readonly string[];
  /** Code blocks of no language: somebody's own words. */
  readonly blocks: readonly string[];
  /** What was drawn, as Mermaid. */
  readonly pictures: readonly string[];
}

/** Fenced code blocks as CommonMark 0.31 finds them (section 4.5), and the lines around them. */
function scan(markdown: string): Scan {
  const prose: string[] = [];
  const blocks: string[] = [];
  const pictures: string[] = [];
  let open: { fence: string; kind: string[]; lines: string[] } | undefined;
  for (const line of markdown.split('\n')) {
    const [, fence, language] = /^ {0,3}(`{3,}|~{3,})(.*)/.exec(line) ?? [];
    if (open === undefined) {
      if (fence === undefined) prose.push(line);
      else open = { fence, kind: language === 'mermaid' ? pictures : blocks, lines: [] };
    } else if (fence?.startsWith(open.fence) && line.trim() === fence) {
      open.kind.push(open.lines.join('\n'));
      open = undefined;
    } else {
      open.lines.push(line);
    }
  }
  return { prose, blocks, pictures };
}

const piece = fc.constantFrom(
  '`',
  '```',
  '~~~',
  '\n',
  '# ',
  '> ',
  '- ',
  '|',
  '<b>',
  '[a](javascript:b)',
  '    ',
  'x',
  '\t',
  '日',
  '=',
  '---',
  '-> ',
  'client -> api',
);
const nasty = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

test('an answer stands byte for byte in its code block, whatever it holds', () => {
  fc.assert(
    fc.property(nasty, nasty, (first, second) => {
      const record = recordLike({}, [
        ...at(1, answered('requirements', first)),
        ...at(2, answered('requirements', second)),
      ]);
      expect(scan(renderMarkdown(transcribe(record))).blocks).toEqual([first, second]);
    }),
  );
});

test('a drawing stands below the answer, and nothing in it ends its block', () => {
  const text = 'flowchart LR\n  a["```x"] --> b';
  const { blocks, pictures } = scan(renderMarkdown(transcribe(recordLike({}, at(1, answered('requirements', text))))));
  expect(blocks).toEqual([text]);
  expect(pictures).toEqual(['flowchart LR\n  n1["#96;#96;#96;x"]\n  n2["b"]\n  n1 --> n2']);
});

test('no text of the interviewer begins a construct of Markdown or HTML', () => {
  const plain = scan(renderMarkdown(transcribe(recordLike({}, at(1, asked('fact', 'requirements', 'x')))))).prose;
  fc.assert(
    fc.property(nasty, (text) => {
      const { prose, blocks } = scan(
        renderMarkdown(transcribe(recordLike({}, at(1, asked('fact', 'requirements', text))))),
      );
      expect(blocks).toEqual([]);
      const own = prose.filter((line) => line.startsWith('>'));
      expect(prose.filter((line) => !line.startsWith('>'))).toEqual(plain.filter((line) => !line.startsWith('>')));
      for (const line of own) expect(line).not.toMatch(/^>\s*([#>+=-]|\d+[.)])|(?<!\\)[`<[\]|~]/);
    }),
  );
});

test('control characters in an answer are written out', () => {
  const markdown = renderMarkdown(transcribe(recordLike({}, at(1, answered('design', 'a\x1b[2Jb\rc\x9b\x00\ud800')))));
  expect(scan(markdown).blocks).toEqual(['a\\u{1b}[2Jb\\u{d}c\\u{9b}\\u{0}\\u{d800}']);
});

test('private notes come last, each in a block of its own', () => {
  const record = recordLike({}, [
    ...at(1, { type: 'noted', phase: 'design', text: 'ask again' }),
    ...at(2, answered('design', 'late answer')),
  ]);
  const markdown = renderMarkdown(transcribe(record));
  expect(markdown.indexOf('## Private notes')).toBeGreaterThan(markdown.indexOf('late answer'));
  expect(markdown.trimEnd().endsWith('```text\nask again\n```')).toBe(true);
});
