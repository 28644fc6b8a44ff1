import headless from '@xterm/headless';
import { describe, expect, test } from 'vitest';
import { Painter } from '../../../src/terminal/screen/painter.ts';
import type { Frame, Row } from '../../../src/terminal/screen/row.ts';
import { plainTheme, type Theme } from '../../../src/text/theme.ts';
import { fc } from '../../harness/properties.ts';

const coloured: Theme = {
  ...plainTheme,
  alarm: (text) => `\x1b[31m${text}\x1b[39m`,
  dim: (text) => `\x1b[2m${text}\x1b[22m`,
};
const size = { columns: 12, rows: 4 };

function frame(...rows: readonly (string | Row)[]): Frame {
  return {
    rows: rows.map((row) => (typeof row === 'string' ? [{ text: row }] : row)),
    cursor: { row: 0, column: 0 },
  };
}

/** What a terminal shows after all of the frames. */
async function shownAfter(frames: readonly Frame[]): Promise<string[]> {
  const screen = new headless.Terminal({ cols: size.columns, rows: size.rows, scrollback: 0, allowProposedApi: true });
  const painter = new Painter(coloured);
  for (const each of frames) await new Promise<void>((resolve) => screen.write(painter.paint(each, size), resolve));
  const { active } = screen.buffer;
  const cell = (y: number, x: number) => active.getLine(y)?.getCell(x);
  const rows = Array.from({ length: size.rows }, (_, y) =>
    Array.from({ length: size.columns }, (_, x) => `${cell(y, x)?.getChars() || ' '}${cell(y, x)?.getFgColor()}`).join(
      '',
    ),
  );
  const place = `${active.cursorY},${active.cursorX}`;
  screen.dispose();
  return [...rows, place];
}

const anyRow: fc.Arbitrary<Row> = fc.array(
  fc.record({
    text: fc.string({
      unit: fc.constantFrom('a', 'b', ' ', '1', '日', '語', 'e\u0301', '😀', '⌚', '│'),
      maxLength: 8,
    }),
    style: fc.constantFrom('alarm' as const, 'strong' as const),
  }),
  { maxLength: 3 },
);
const anyFrame: fc.Arbitrary<Frame> = fc.record({
  rows: fc.array(anyRow, { maxLength: 5 }),
  cursor: fc.record({ row: fc.nat(3), column: fc.nat(11) }),
});

describe('the painter', () => {
  test('shows after any frames what the last one alone shows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyFrame, { minLength: 1, maxLength: 5 }), async (frames) => {
        expect(await shownAfter(frames)).toEqual(await shownAfter(frames.slice(-1)));
      }),
      { numRuns: 50 },
    );
  });

  test('writes nothing for the same frame', () => {
    const painter = new Painter(coloured);
    painter.paint(frame('abc', '日本'), size);
    expect(painter.paint(frame('abc', '日本'), size)).toBe('');
  });

  test('writes only the digits of a clock that change', () => {
    const painter = new Painter(coloured);
    painter.paint(frame([{ text: '04:12', style: 'alarm' }, { text: ' 43:40' }]), size);
    const patch = painter.paint(frame([{ text: '04:11', style: 'alarm' }, { text: ' 43:40' }]), size);
    expect(patch).toBe('\x1b[?2026h\x1b[1;5H\x1b[31m1\x1b[39m\x1b[1;1H\x1b[?2026l');
  });

  test('draws everything when the screen is unknown, and when its size has changed', () => {
    const painter = new Painter(coloured);
    painter.paint(frame('abc'), size);
    painter.forget();
    expect(painter.paint(frame('abc'), size)).toContain('abc');
    expect(painter.paint(frame('abc'), { columns: 5, rows: 2 })).toContain('abc');
  });

  test('never writes beyond the last column', () => {
    const painter = new Painter(plainTheme);
    expect(painter.paint(frame('abcdef'), { columns: 3, rows: 1 })).not.toContain('d');
    expect(painter.paint(frame('ab日'), { columns: 3, rows: 1 })).not.toContain('日');
  });
});
