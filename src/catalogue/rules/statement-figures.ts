const NUMBER_WORD = '(?:one|two|three|five|ten|twenty|fifty|hundred|thousand)s?';
const MAGNITUDE = '(?:thousand|million|billion|trillion)s?\\b';
const LETTER_MAGNITUDE = '[KMBT]\\b';
const UNIT =
  '(?:[KMGTPE]i?B|[KMGT]?bps|bytes?|bits?|kilobytes?|megabytes?|gigabytes?|terabytes?|petabytes?' +
  '|[mnµu]s|milliseconds?|seconds?|secs?|minutes?|mins?|hours?|days?|weeks?|months?|years?' +
  '|[QRTC]PS|[qrt]ps|req(?:uests)?/s\\w*|nines)\\b';

const FIGURES: readonly RegExp[] = [
  // 100 million, 5K, 64 KB, 200 ms, 30-day, 99.9 %, 10k/s
  new RegExp(`\\b\\d[\\d,.]*[\\s-]?(?:${MAGNITUDE}|${LETTER_MAGNITUDE}|k\\b|${UNIT}|%|/\\s?s\\b|per\\s+\\w+)`),
  // ten million; millions of users says nothing and may stand
  new RegExp(`\\b${NUMBER_WORD}[\\s-]${MAGNITUDE}`, 'i'),
  // 1,000,000 and 10000
  /\b\d{1,3}(?:,\d{3})+\b|\b\d{5,}\b/,
  /\b10\^\d+\b/,
];

/** The first figure of scale in a text, such as `100 million` or `200 ms`. */
export function figureIn(text: string): string | undefined {
  const found = FIGURES.map((figure) => figure.exec(text)).filter((match) => match !== null);
  return found.toSorted((one, other) => one.index - other.index)[0]?.[0];
}
