/** Few colours, each with one meaning. */
export interface Theme {
  /** Titles and headings. */
  readonly strong: (text: string) => string;
  /** What stands behind: help, rules, units, dates. */
  readonly dim: (text: string) => string;
  readonly interviewer: (text: string) => string;
  readonly candidate: (text: string) => string;
  /** Time is short. */
  readonly warning: (text: string) => string;
  /** Overtime and faults. */
  readonly alarm: (text: string) => string;
  readonly good: (text: string) => string;
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
