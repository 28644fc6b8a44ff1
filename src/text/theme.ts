/** Few colours, each with one meaning. */
export interface Theme {
  /** Titles and headings. */
  strong(text: string): string;
  /** What stands behind: help, rules, units, dates. */
  dim(text: string): string;
  interviewer(text: string): string;
  candidate(text: string): string;
  /** Time is short. */
  warning(text: string): string;
  /** Overtime and faults. */
  alarm(text: string): string;
  good(text: string): string;
}

const same = (text: string) => text;

/** For files, pipes, `NO_COLOR` and tests. */
export const plainTheme: Theme = {
  strong: same,
  dim: same,
  interviewer: same,
  candidate: same,
  warning: same,
  alarm: same,
  good: same,
};
