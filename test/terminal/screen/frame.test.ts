import { describe, expect, test } from 'vitest';
import type { PromptView, ShownTurn } from '../../../src/context.ts';
import { AnswerLayout, placeOf } from '../../../src/terminal/answer/layout.ts';
import { answerColumns } from '../../../src/terminal/screen/answer-box.ts';
import { DialogueRows } from '../../../src/terminal/screen/dialogue.ts';
import { drawScene, type Scene } from '../../../src/terminal/screen/frame.ts';
import { headerRow } from '../../../src/terminal/screen/header.ts';
import { helpRow } from '../../../src/terminal/screen/help.ts';
import type { Row, Size } from '../../../src/terminal/screen/row.ts';
import { width } from '../../../src/text/width.ts';
import { fc } from '../../harness/properties.ts';

const words = (...names: readonly string[]) => names.map((name) => ({ name, argument: '', does: '' }));
const textOf = (row: Row | undefined) =>
  (row ?? [])
    .map((span) => span.text)
    .join('')
    .trimEnd();
const styleOf = (row: Row, text: string) => row.find((span) => span.text.includes(text))?.style;

const view: PromptView = {
  title: 'Rate limiter · L6',
  phase: 'Capacity 2/7',
  phaseBudgetMs: 600_000,
  phaseLeftMs: 252_000,
  totalLeftMs: 2_620_000,
  paused: false,
  turns: [
    { speaker: 'interviewer', text: 'What has to be stored and served, and how much of it?' },
    { speaker: 'candidate', text: 'how many requests do we check at peak?' },
    { speaker: 'interviewer', text: '100 million a minute, over 15 regions.' },
  ],
  notice: undefined,
  saved: 'saved 2 s ago',
};

interface Setup extends Partial<Scene> {
  readonly text?: string;
  readonly cursor?: number;
}

function draw({ text = '', cursor = text.length, ...scene }: Setup = {}, size: Size = { columns: 80, rows: 24 }) {
  const rows = new AnswerLayout().rows(text, answerColumns(size.columns));
  const whole: Scene = {
    view,
    rows,
    place: placeOf(rows, cursor),
    commands: words('ask', 'brief', 'next', 'help'),
    notice: undefined,
    top: 0,
    scroll: 0,
    ...scene,
  };
  const picture = drawScene(whole, new DialogueRows(), size);
  return { ...picture, shown: picture.frame.rows.map(textOf) };
}

describe('the frame at 80x24', () => {
  test('is calm', () => {
    const text = 'peak = 100M/min = 1.67M/s\none node holds ~50 GB of that, so 12+ shards and replicas';
    const { shown, frame } = draw({ text });
    expect(shown).toEqual([
      ' Rate limiter · L6                      Capacity 2/7   04:12 left   total 43:40',
      ` ${'─'.repeat(78)}`,
      ' Interviewer  What has to be stored and served, and how much of it?',
      ' You          how many requests do we check at peak?',
      ' Interviewer  100 million a minute, over 15 regions.',
      '',
      ' │ peak = 100M/min = 1.67M/s',
      ' │ one node holds ~50 GB of that, so 12+ shards and replicas',
      ' │',
      ...Array.from({ length: 14 }, () => ''),
      ' Enter new line   Ctrl-D send   /brief /ask /next   /help         saved 2 s ago',
    ]);
    expect(frame.cursor).toEqual({ row: 7, column: 60 });
  });

  test('keeps the newest of a long dialogue, and half of the screen for a long answer', () => {
    const turns = Array.from({ length: 40 }, (_, index): ShownTurn => ({ speaker: 'aside', text: `turn ${index}` }));
    const text = Array.from({ length: 40 }, (_, index) => `line ${index}`).join('\n');
    const { shown } = draw({ text, view: { ...view, turns } });
    expect(shown.filter((row) => row.includes('turn')).at(-1)).toBe(' turn 39');
    expect(shown.filter((row) => /line \d/.test(row)).length).toBeGreaterThanOrEqual(9);
    expect(shown.filter((row) => /line \d/.test(row)).at(-1)).toBe(' │ line 39');
    expect(shown.find((row) => /line \d/.test(row))).toMatch(/^ ↑ /);
  });

  test('grows the box into what a short dialogue leaves', () => {
    const text = Array.from({ length: 40 }, (_, index) => `line ${index}`).join('\n');
    expect(draw({ text }).shown.filter((row) => /line \d/.test(row))).toHaveLength(16);
  });

  test('scrolls the dialogue as far as there is something, and says so', () => {
    const turns = Array.from({ length: 40 }, (_, index): ShownTurn => ({ speaker: 'aside', text: `turn ${index}.` }));
    const picture = draw({ scroll: 1_000, view: { ...view, turns } });
    expect(picture.shown[1]).toContain('PageDown: newer');
    expect(picture.shown[2]).toBe(' turn 0.');
    expect(picture.scroll).toBe(40 - picture.dialogueHeight);
  });

  test('tells where a turn is longer than its place', () => {
    const turns: ShownTurn[] = [{ speaker: 'aside', text: 'x\n'.repeat(40) }];
    expect(draw({ view: { ...view, turns } }).shown[1]).toContain('PageUp: more');
  });

  test('shows a notice above the help, in as many rows as it needs', () => {
    expect(draw({ notice: 'Nothing to send; /next moves on.' }).shown[22]).toBe(' Nothing to send; /next moves on.');
    const long = draw({ notice: `one ${'word '.repeat(30)}end` }).shown;
    expect(`${long[21]} ${long[22]}`).toMatch(/^ one.* end$/);
  });

  test('writes marks dim behind the speaker', () => {
    const turns: ShownTurn[] = [{ speaker: 'candidate', text: 'done', mark: 'overtime' }];
    const row = draw({ view: { ...view, turns } }).frame.rows[2] ?? [];
    expect(textOf(row)).toBe(' You          overtime · done');
    expect(styleOf(row, 'overtime')).toBe('dim');
    expect(styleOf(row, 'done')).toBeUndefined();
  });

  test('lets no control character through, wherever it comes from', () => {
    const evil = 'a\x1b[2Jb\u202e';
    const turns: ShownTurn[] = [{ speaker: 'interviewer', text: evil, mark: evil }];
    const { shown } = draw({
      text: evil,
      notice: evil,
      view: { ...view, title: evil, phase: evil, saved: evil, turns },
    });
    expect(shown.join('')).not.toMatch(/[\x00-\x1f\x7f-\x9f\u202e]/);
    expect(shown.join('')).toContain('\\u{1b}[2J');
  });

  test.each([
    [250_000, undefined],
    [120_000, 'warning'],
    [-70_000, 'alarm'],
  ] as const)('colours the clock at %i ms as %s', (phaseLeftMs, style) => {
    const row = draw({ view: { ...view, phaseLeftMs } }).frame.rows[0] ?? [];
    expect(styleOf(row, phaseLeftMs < 0 ? '+01:10 over' : 'left')).toBe(style);
  });
});

describe('any window', () => {
  test('is filled exactly, with the cursor in it', () => {
    const anySize = fc.record({ columns: fc.integer({ min: 1, max: 130 }), rows: fc.integer({ min: 1, max: 50 }) });
    const anyText = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '日', '\x1b'), maxLength: 300 });
    fc.assert(
      fc.property(anySize, anyText, fc.nat(3), fc.boolean(), fc.nat(20), (size, text, turns, noticed, scroll) => {
        const notice = noticed ? 'Nothing to send; /next moves on.' : undefined;
        const { frame } = draw({ text, notice, scroll, view: { ...view, turns: view.turns.slice(0, turns) } }, size);
        expect(frame.rows).toHaveLength(size.rows);
        expect(frame.cursor.row).toBeLessThan(size.rows);
        expect(frame.cursor.column).toBeLessThan(size.columns);
      }),
    );
  });
});

describe('the header', () => {
  const content = view;

  test.each([
    [80, ' Rate limiter · L6                      Capacity 2/7   04:12 left   total 43:40'],
    [61, ' Rate limiter · L6   Capacity 2/7   04:12 left   total 43:40'],
    [60, ' Rate limiter       Capacity 2/7   04:12 left   total 43:40'],
    [55, ' Rate limit…   Capacity 2/7   04:12 left   total 43:40'],
    [44, '    Capacity 2/7   04:12 left   total 43:40'],
    [30, '    Capacity 2/7   04:12 left'],
    [16, '     04:12 left'],
    [8, '04:12'],
  ])('in %i columns', (columns, shown) => {
    expect(textOf(headerRow(content, columns))).toBe(shown);
  });

  test('says that time stands still', () => {
    expect(textOf(headerRow({ ...content, paused: true }, 80))).toMatch(/Capacity 2\/7 {3}paused {3}total 43:40$/);
  });

  test('never leaves the window', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 12, max: 120 }), (title, columns) => {
        expect(width(textOf(headerRow({ ...content, title }, columns)))).toBeLessThan(columns);
      }),
    );
  });
});

describe('the help', () => {
  test('names only commands that there are', () => {
    const all = words('next', 'ask', 'hint', 'brief', 'calc', 'pause', 'help');
    expect(textOf(helpRow(all, 'saved 2 s ago', 80))).toBe(
      ' Enter new line   Ctrl-D send   /brief /hint /calc /next   /help  saved 2 s ago',
    );
    expect(textOf(helpRow(words('next'), '', 80))).toBe(' Enter new line   Ctrl-D send   /next');
  });

  test.each([40, 60, 80, 84, 100])(
    'stands still while the seconds since the last save go on, in %i columns',
    (columns) => {
      const all = words('next', 'ask', 'hint', 'brief', 'calc', 'help');
      const shown = ['saved', 'saved 1 s ago', 'saved 2 s ago', 'not saved'].map((saved) =>
        textOf(helpRow(all, saved, columns))
          .replace(saved, '')
          .trimEnd(),
      );
      expect(new Set(shown).size).toBe(1);
    },
  );

  test('keeps what is saved where it is narrow', () => {
    expect(textOf(helpRow(words('next', 'help'), 'saved 2 s ago', 40))).toBe(' Enter new line           saved 2 s ago');
  });
});
