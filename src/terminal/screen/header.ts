import { shortTimeMs } from '../../session/time-budget.ts';
import { clockText } from '../../text/duration.ts';
import { visibleLine } from '../../text/visible.ts';
import { width } from '../../text/width.ts';
import { clip, type Row, type Span, type Style } from './row.ts';

export interface HeaderContent {
  readonly title: string;
  readonly phase: string;
  readonly phaseLeftMs: number;
  readonly totalLeftMs: number;
  readonly paused: boolean;
  readonly phaseBudgetMs: number;
}

const GAP = '   ';
/** A title is not clipped shorter than this; it gives way. */
const SHORTEST_TITLE = 10;

/** Title, phase and clocks in one row. Where it is narrow, the phase's clock is kept longest. */
export function headerRow(content: HeaderContent, columns: number): Row {
  const room = columns - 2;
  const phase: Span = { text: visibleLine(content.phase) };
  const clock = clockSpan(content);
  const total: Span = { text: `total ${clockText(content.totalLeftMs)}` };
  const title = visibleLine(content.title);
  const full = joined([phase, clock, total]);
  const titleRoom = room - spansWidth(full) - GAP.length;
  if (titleRoom >= Math.min(SHORTEST_TITLE, width(title))) {
    const shown = clipTitle(title, titleRoom);
    const gap = ' '.repeat(room - width(shown) - spansWidth(full));
    return [{ text: ' ' }, { text: shown, style: 'strong' }, { text: gap }, ...full];
  }
  const choices = [full, joined([phase, clock]), [clock]];
  const fitting = choices.find((spans) => spansWidth(spans) <= room);
  return fitting === undefined
    ? [shortClock(clock)]
    : [{ text: ' '.repeat(1 + room - spansWidth(fitting)) }, ...fitting];
}

/** What stands behind the last dot is given up before the name is cut. */
function clipTitle(title: string, columns: number): string {
  const name = title.slice(0, Math.max(0, title.lastIndexOf(' · ')));
  return clip(width(title) > columns && name !== '' ? name : title, columns);
}

/** How the clock of a phase is coloured. */
export function clockStyle(leftMs: number, warningMs: number): Style | undefined {
  if (leftMs <= 0) return 'alarm';
  return leftMs <= warningMs ? 'warning' : undefined;
}

function clockSpan({ phaseLeftMs, paused, phaseBudgetMs }: HeaderContent): Span {
  if (paused) return { text: 'paused', style: 'warning' };
  const text = `${clockText(phaseLeftMs)} ${phaseLeftMs <= 0 ? 'over' : 'left'}`;
  const style = clockStyle(phaseLeftMs, shortTimeMs(phaseBudgetMs));
  return style === undefined ? { text } : { text, style };
}

function shortClock(clock: Span): Span {
  return { ...clock, text: clock.text.replace(/ (left|over)$/, '') };
}

function joined(spans: readonly Span[]): readonly Span[] {
  return spans.flatMap((span, index) => (index === 0 ? [span] : [{ text: GAP }, span]));
}

function spansWidth(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + width(span.text), 0);
}
