import { dimensionName } from './dimension.ts';
import type { Quantity } from './quantity.ts';
import { isShare, missingOf } from './share.ts';
import { pluralOf } from './units/labels.ts';
import { DAY, HOUR, MINUTE, MONTH, YEAR } from './units/units.ts';

export interface FormatOptions {
  /** Significant digits, 3 unless given. */
  readonly digits?: number;
  /** The unit of time of a rate, where it should not be chosen: `day` for "5 GB/day". */
  readonly per?: string;
  /** No character beyond ASCII: `us` for `µs`. */
  readonly ascii?: boolean;
}

const DIGITS = 3;
const MOST_DIGITS = 15;
const NOISE = 1e-13;
const SIZES = ['bytes', 'KB', 'MB', 'GB', 'TB', 'PB', 'EB', 'ZB', 'YB'];
const MAGNITUDES = ['', 'K', 'M', 'B', 'T'];
/** Whole plain numbers up to here are shown in full, being codes, days or shards. */
const MOST_IN_FULL = 100_000;

/** For rates below one a second: the first period in which there is at least one. */
const PERIODS: readonly (readonly [string, number])[] = [
  ['s', 1],
  ['min', MINUTE],
  ['hour', HOUR],
  ['day', DAY],
  ['month', MONTH],
  ['year', YEAR],
];
const TIMES: readonly (readonly [string, number, number])[] = [
  ['years', YEAR, 2 * YEAR],
  ['days', DAY, DAY],
  ['hours', HOUR, HOUR],
  ['min', MINUTE, 2 * MINUTE],
  ['s', 1, 1],
  ['ms', 1e-3, 1e-3],
  ['µs', 1e-6, 1e-6],
  ['ns', 1e-9, 0],
];

/**
 * A quantity as one reads it, and as `parseExpression` reads it back: `4.32 PB`, `1.67M requests/s`, `12 days`, `$15M/month`,
 * `99.95%`. Bytes and times are shown without what is counted in them; money a month.
 */
export function formatQuantity(quantity: Quantity, options: FormatOptions = {}): string {
  const text = render(quantity, { ...options, ...digitsFor(quantity, options) });
  return options.ascii === true ? text.replace('µ', 'u') : text;
}

/** More digits than usual, where it takes them to tell the value from its whole: 99.9% of a year is 364.6 days. */
function digitsFor(quantity: Quantity, options: FormatOptions): FormatOptions {
  const { whole, ...part } = quantity;
  if (whole === undefined || options.digits !== undefined) return {};
  const isTold = (digits: FormatOptions) =>
    render(part, { ...options, ...digits }) !== render({ ...part, value: whole }, { ...options, ...digits });
  if (isTold({})) return {};
  for (let digits = DIGITS + 1; digits < MOST_DIGITS; digits++) if (isTold({ digits })) return { digits };
  return {};
}

function render(quantity: Quantity, options: FormatOptions): string {
  const { value, dimension } = quantity;
  const digits = Math.min(MOST_DIGITS, Math.max(1, options.digits ?? DIGITS));
  if (isShare(quantity)) return `${percentText(value, missingOf(quantity), digits)}%`;
  const over = overPeriod(quantity, options.per);
  const tail = `${labelTail(quantity)}${over.text}`;
  switch (dimensionName(dimension)) {
    case 'bytes':
    case 'bandwidth':
      return sizeText(over.value, digits) + tail;
    case 'count':
    case 'rate':
      return countText(quantity, over.value, options) + tail;
    case 'money':
    case 'money/time':
      return moneyText(over.value, digits) + tail;
    case 'time':
      return timeText(value, digits) + tail;
    default:
      return priceText(quantity, digits) ?? productText(quantity, digits);
  }
}

/** The value for the period in which a rate is shown, with its text. */
function overPeriod({ value, dimension }: Quantity, per: string | undefined): { value: number; text: string } {
  if (dimension.seconds !== -1) return { value, text: '' };
  const wanted = PERIODS.find(([name]) => name === per);
  const usual = dimension.dollars === 1 ? PERIODS[4] : PERIODS.find(([, seconds]) => Math.abs(value) * seconds >= 1);
  const [name, seconds] = wanted ?? (value === 0 ? undefined : usual) ?? (value === 0 ? ['s', 1] : ['year', YEAR]);
  return { value: value * seconds, text: `/${name}` };
}

/** Rounded to the digits, with its power of 1,000: 999,999 becomes 1 of the next. */
function scaled(value: number, digits: number, most: number): { value: number; step: number } {
  const rounded = Number(value.toPrecision(digits));
  const size = Math.abs(rounded);
  const step = size < 1000 ? 0 : Math.min(most, Math.floor(Math.log10(size) / 3 + 1e-12));
  return { value: Number((rounded / 1000 ** step).toPrecision(digits)), step };
}

function sizeText(value: number, digits: number): string {
  const { value: shown, step } = scaled(value, digits, SIZES.length - 1);
  return `${numberText(shown)} ${step === 0 && shown === 1 ? 'byte' : SIZES[step]}`;
}

function countText(quantity: Quantity, value: number, { digits }: FormatOptions): string {
  const isPlain = quantity.labels.size === 0 && dimensionName(quantity.dimension) === 'count';
  const isWhole = Number.isInteger(value) && Math.abs(value) < MOST_IN_FULL;
  if (digits === undefined && isPlain && isNearOne(value)) return shareText(value);
  const number =
    digits === undefined && isPlain && isWhole ? numberText(value) : magnitudeText(value, digits ?? DIGITS);
  const label = labelOf(quantity);
  if (label === undefined) return number;
  return `${number} ${number === '1' ? label : pluralOf(label)}`;
}

/** An availability as a plain number, such as 0.9995; what is nearer to one is noise of the last bits. */
function isNearOne(value: number): boolean {
  return value > 0.99 && value < 1 - NOISE;
}

function shareText(value: number): string {
  return numberText(Number(value.toFixed(decimalsFor(1 - value, DIGITS))));
}

/** How many decimals show what is missing to one with so many digits. */
function decimalsFor(missing: number, digits: number): number {
  return Math.min(15, Math.ceil(-Math.log10(missing)) + digits - 1);
}

function magnitudeText(value: number, digits: number): string {
  const rounded = Number(value.toPrecision(digits));
  if (Math.abs(rounded) >= 1e15) return numberText(rounded);
  const { value: shown, step } = scaled(value, digits, MAGNITUDES.length - 1);
  return `${numberText(shown)}${MAGNITUDES[step]}`;
}

function moneyText(value: number, digits: number): string {
  const size = Math.abs(value);
  const isCents = size >= 1 && size < 1000;
  return `${value < 0 ? '-' : ''}$${isCents ? numberText(Number(size.toFixed(2))) : magnitudeText(size, digits)}`;
}

function timeText(value: number, digits: number): string {
  const size = Math.abs(Number(value.toPrecision(digits)));
  const [name, seconds] =
    value === 0 ? ['s', 1] : (TIMES.find(([, , least]) => size >= least * (1 - 1e-12)) ?? ['s', 1]);
  const shown = Number((value / seconds).toPrecision(digits));
  return `${numberText(shown)} ${shown === 1 ? name.replace(/(year|day|hour)s$/, '$1') : name}`;
}

/** Dollars for storage: `$0.023/GB/month`. */
function priceText(quantity: Quantity, digits: number): string | undefined {
  const { value, dimension } = quantity;
  if (dimension.dollars !== 1 || dimension.bytes !== -1 || ![0, -1].includes(dimension.seconds)) return undefined;
  const isMonthly = dimension.seconds === -1;
  const price = value * 1e9 * (isMonthly ? MONTH : 1);
  const number = numberText(Number(Math.abs(price).toPrecision(digits)));
  return `${price < 0 ? '-' : ''}$${number}/GB${isMonthly ? '/month' : ''}`;
}

/** Any other dimension, as a product of base units that can be read again. */
function productText({ value, dimension }: Quantity, digits: number): string {
  const units = [
    ['bytes', dimension.bytes],
    ['s', dimension.seconds],
    ['dollars', dimension.dollars],
  ] as const;
  const power = (name: string, exponent: number) => (exponent === 1 ? name : `${name}^${exponent}`);
  const above = units.filter(([, exponent]) => exponent > 0).map(([name, exponent]) => ` * ${power(name, exponent)}`);
  const below = units.filter(([, exponent]) => exponent < 0).map(([name, exponent]) => ` / ${power(name, -exponent)}`);
  return magnitudeText(value, digits) + above.join('') + below.join('');
}

/** The one thing that is counted; of several at once none is named. */
function labelOf({ labels }: Quantity): string | undefined {
  const counted = [...labels].filter(([, exponent]) => exponent > 0);
  const [first] = counted;
  return counted.length === 1 && first?.[1] === 1 ? first[0] : undefined;
}

function labelTail({ labels }: Quantity): string {
  return [...labels]
    .filter(([, exponent]) => exponent === -1)
    .map(([label]) => `/${label}`)
    .join('');
}

/** A share in percent. Close to a hundred, the digits that matter are those of what is missing: 99.999%. */
export function percentText(value: number, missing: number, digits: number): string {
  const isNearAll = missing > 0 && missing < 0.01;
  if (!isNearAll) return numberText(Number((value * 100).toPrecision(digits)));
  const decimals = Math.min(13, Math.ceil(-Math.log10(missing * 100)) + digits - 1);
  return numberText(Number((100 - missing * 100).toFixed(decimals)));
}

/** Digits with thousands separated, or an exponent where there would be too many zeros. */
export function numberText(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e15 || size < 1e-4)) return String(value.toExponential()).replace('e+', 'e');
  const [whole = '', fraction] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
