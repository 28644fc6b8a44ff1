const PEAK = String.raw`(?:peak|burst|spike|surge)\p{L}*(?:\s+\p{L}+){0,2}?`;
const LEAD = String.raw`^\s*(?:(?:and|so|at|in|for|with|a|the|our)\s+)*`;
const FACTOR = String.raw`(?:[x×*]\s?([\d.]+)|([\d.]+)\s?(?:[x×]|times))`;
const BASE = String.raw`(?:\s+(?:of\s+)?(?:that|the\s+)?(?:average|avg|mean)?)?`;
const BEHIND = new RegExp(
  String.raw`${LEAD}${PEAK}\s*(?:(?:is|of|at|about)\s+)?[:,(~≈]?\s*${FACTOR}${BASE}\s*\)?\s*$`,
  'iu',
);
const BEFORE = new RegExp(
  String.raw`${LEAD}[~≈]?${FACTOR}\s+(?:(?:at|for|as|in)\s+)?(?:(?:a|the|our)\s+)?${PEAK}\s*$`,
  'iu',
);

/** "peak x10", "5x at peak": how many times the value before it; undefined for what is anything else. */
export function peakFactor(text: string): string | undefined {
  const found = BEHIND.exec(text) ?? BEFORE.exec(text);
  return found?.[1] ?? found?.[2];
}
