import type { ClockView } from '../../context.ts';
import { clockText } from '../../text/duration.ts';
import { visibleLine } from '../../text/visible.ts';
import { width } from '../../text/width.ts';
import { clockStyle } from './header.ts';
import { clip, type Frame, type Row, type Size } from './row.ts';

const KEYS = 'p pause   n next   q quit';
const MARKS = { done: '✓', now: '▸', 'to-come': ' ' } as const;
const LONGEST_TITLE = 32;

/** The screen of `sdi timer`: the phases, the one that runs, and its time. */
export function drawClock(view: ClockView, warningMs: number, size: Size): Frame {
  const clock = clockRow(view, warningMs);
  const room = size.columns - 2;
  const head: Row[] = [[{ text: ` ${clip(visibleLine(view.title), room)}`, style: 'strong' }], []];
  const foot: Row[] = [[], [{ text: ` ${clip(KEYS, room)}`, style: 'dim' }]];
  const total: Row = [{ text: ` total ${clockText(view.totalLeftMs)}`, style: 'dim' }];
  const core: Row[] = [clock, total];
  const height = size.rows - head.length - foot.length - core.length - 1;
  if (height < 1) return drawLow([clock, total], size);
  const phases = phaseRows(view, height, room);
  const used = head.length + phases.length + 1 + core.length + foot.length;
  const free = Array.from({ length: Math.max(0, size.rows - used) }, (): Row => []);
  return {
    rows: [...head, ...phases, [], ...core, ...free, ...foot],
    cursor: { row: size.rows - 1, column: size.columns - 1 },
  };
}

/** Where the window is low, the margin goes too: one column may be all there is. */
function drawLow(rows: readonly Row[], size: Size): Frame {
  const shown = rows.map((row) => row.map((span) => ({ ...span, text: span.text.trimStart() })));
  return { rows: shown, cursor: { row: size.rows - 1, column: size.columns - 1 } };
}

function clockRow({ phaseLeftMs, paused }: ClockView, warningMs: number): Row {
  if (paused) return [{ text: ` ${clockText(phaseLeftMs)} left, paused`, style: 'warning' }];
  const text = ` ${clockText(phaseLeftMs)} ${phaseLeftMs <= 0 ? 'over' : 'left'}`;
  return [{ text, style: clockStyle(phaseLeftMs, warningMs) ?? 'strong' }];
}

/** As many phases as fit, with the one that runs among them. */
function phaseRows(view: ClockView, height: number, columns: number): readonly Row[] {
  const titles = view.phases.map((phase) => clip(visibleLine(phase.title), LONGEST_TITLE));
  const longest = Math.max(0, ...titles.map(width));
  const now = Math.max(
    0,
    view.phases.findIndex((phase) => phase.state === 'now'),
  );
  const from = Math.max(0, Math.min(now - Math.floor(height / 2), view.phases.length - height));
  return view.phases.slice(from, from + height).map((phase, index): Row => {
    const title = titles[from + index] ?? '';
    const gap = ' '.repeat(longest - width(title) + 2);
    const text = ` ${clip(`${MARKS[phase.state]} ${title}${gap}${String(phase.budgetMinutes).padStart(3)} min`, columns)}`;
    if (phase.state === 'now') return [{ text, style: 'strong' }];
    return [phase.state === 'done' ? { text, style: 'dim' } : { text }];
  });
}
