import { convert } from '../convert.ts';
import { dimensionName, isCount, isSameDimension, TIME, wordsOfName } from '../dimension.ts';
import { formatQuantity, numberText } from '../format.ts';
import type { Quantity } from '../quantity.ts';
import { quoted } from '../quote.ts';
import { DAY, HOUR, MINUTE, MONTH, YEAR } from '../units/units.ts';
import type { Comparison } from './compare.ts';
import type { Reading } from './reading.ts';
import type { Slip } from './slips.ts';

const PERIODS: readonly (readonly [seconds: number, name: string])[] = [
  [1, 's'],
  [MINUTE, 'min'],
  [HOUR, 'hour'],
  [DAY, 'day'],
  [MONTH, 'month'],
  [YEAR, 'year'],
];
const FACTOR_WORDS: readonly (readonly [factor: number, words: string])[] = [
  [MINUTE, 'as if a minute were a second or an hour a minute'],
  [HOUR, 'the seconds of an hour'],
  [DAY, 'the seconds of a day'],
  [24, 'the hours of a day'],
  [24 * 60, 'the minutes of a day'],
  [30, 'the days of a month'],
  [365, 'the days of a year'],
  [MONTH, 'the seconds of a month'],
  [YEAR, 'the seconds of a year'],
];

/** What is wrong with a stated result, for storing; figures as they are shown. */
export interface Mistake {
  /** As it was written: `4.3 TB`. */
  readonly stated: string;
  /** What the expression gives, in a unit like that: `4.32 PB`. */
  readonly result: string;
  readonly slip: Slip;
  /** Stated value over the expression's; none where they measure different things. */
  readonly ratio?: number;
  /** What the two measure, as `dimensionName` has it, where that differs. */
  readonly measures?: { readonly result: string; readonly stated: string };
}

export function mistakeOf(stated: Reading, { slip = 'arithmetic', ratio, result }: Comparison): Mistake {
  const measures = { result: dimensionName(result.dimension), stated: dimensionName(stated.quantity.dimension) };
  return {
    stated: quoted(stated.text).slice(1, -1),
    result: resultText(result, stated),
    slip,
    ...(ratio === undefined ? {} : { ratio }),
    ...(slip === 'dimension' ? { measures } : {}),
  };
}

/** A mistake as a clause: "you wrote 4.3 TB, the expression gives 4.32 PB: 1,000 times more". */
export function mistakeText({ stated, result, slip, ratio = 0, measures }: Mistake): string {
  const start = `you wrote ${stated}, the expression gives ${result}`;
  if (measures !== undefined) return `${start}: ${wordsOfName(measures.result)}, not ${wordsOfName(measures.stated)}`;
  if (ratio <= 0) return start;
  const times = ratio < 1 ? 1 / ratio : ratio;
  const direction = ratio < 1 ? 'more' : 'less';
  if (slip === 'power-of-ten') return `${start}: ${numberText(10 ** Math.round(Math.log10(times)))} times ${direction}`;
  if (slip === 'bits-for-bytes') return `${start}: ${factorText(times)} times ${direction}; a byte is 8 bits`;
  if (slip !== 'time') return start;
  const [factor, words] = nearestFactor(times);
  return `${start}: ${numberText(factor)} times ${direction}, ${words}`;
}

/** What an expression comes to, as the result was stated: a rate for its period, a time in its unit, a share as one. */
export function resultText(result: Quantity, { quantity, leading }: Reading): string {
  const unit = leading?.unit;
  const inUnit = isSameDimension(result.dimension, TIME) && unit !== undefined ? convert(result, unit) : undefined;
  if (inUnit?.ok === true && inUnit.value.value >= 1 && inUnit.value.value < 1e5) return inUnit.value.text;
  if (isCount(result.dimension) && quantity.share === true) return formatQuantity({ ...result, share: true });
  const seconds = leading === undefined ? 1 : 1 / leading.period;
  const per = PERIODS.find(([each]) => Math.abs(each / seconds - 1) < 1e-9)?.[1];
  const isRate = quantity.dimension.seconds === -1 && per !== undefined;
  return formatQuantity(result, { digits: digitsFor(result), ...(isRate ? { per } : {}) });
}

/** Close to 1, the digits that matter are those of what is missing. */
function digitsFor({ value, dimension }: Quantity): number | undefined {
  const missing = 1 - value;
  return isCount(dimension) && missing > 0 && missing < 0.01
    ? Math.min(15, Math.ceil(-Math.log10(missing)) + 1)
    : undefined;
}

/** Eight times a power of ten, whole; or twice a factor of eight. */
function factorText(times: number): string {
  if (Math.abs(times / 64 - 1) <= 0.1) return numberText(64);
  const power = Math.round(Math.log10(times / 8));
  const inverse = Math.round(Math.log10(times * 8));
  const isEight = Math.abs(times / (8 * 10 ** power) - 1) < Math.abs((times * 8) / 10 ** inverse - 1);
  return numberText(isEight ? 8 * 10 ** power : 10 ** inverse / 8);
}

function nearestFactor(times: number): readonly [number, string] {
  return FACTOR_WORDS.reduce((best, each) =>
    Math.abs(each[0] / times - 1) < Math.abs(best[0] / times - 1) ? each : best,
  );
}
