import { expect, test } from 'vitest';
import { renderOutline } from '../../src/text/outline.ts';
import { plainTheme } from '../../src/text/theme.ts';

const narrow = { theme: plainTheme, columns: 31 };

test('blocks stand below each other, wrapped and indented', () => {
  const text = renderOutline(
    [
      { type: 'heading', level: 1, text: 'Title' },
      { type: 'text', text: 'Some words that go on for more than one line.' },
      { type: 'list', items: ['one', 'two that is long enough to be wrapped'] },
      {
        type: 'pairs',
        pairs: [
          ['Name', 'what it is called'],
          ['Empty', ''],
        ],
      },
      { type: 'code', text: 'a -> b\n  c\n' },
    ],
    narrow,
  );
  expect(text).toBe(`Title

  Some words that go on for
  more than one line.

  - one
  - two that is long enough to
    be wrapped

  Name: what it is called

    a -> b
      c
`);
});

test('what cannot be seen is written out', () => {
  const text = renderOutline(
    [
      { type: 'code', text: '\x1b[2J' },
      { type: 'heading', level: 2, text: '\x07' },
    ],
    narrow,
  );
  expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
  expect(text).toContain('\\u{1b}[2J');
});

test('no blocks are no text', () => {
  expect(renderOutline([], narrow)).toBe('');
});
