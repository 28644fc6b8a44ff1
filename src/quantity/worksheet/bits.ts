import type { Dimension } from '../dimension.ts';
import type { Literal } from '../notation/syntax.ts';
import type { Quantity } from '../quantity.ts';
import { bytesIn } from '../units/units.ts';
import type { Reading } from './reading.ts';

const BITS_IN_BYTE = 8;

/** Whether a number is written in bits, with any magnitude. */
export function isInBits({ unit }: Literal): boolean {
  if (unit === 'b') return true;
  const bytes = unit === undefined ? undefined : bytesIn(unit);
  return bytes !== undefined && !isWhole(Math.log10(bytes) / 3) && !isWhole(Math.log2(bytes) / 10);
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-9;
}

/** "2.5 GB/s * 8 = 20 Gbps": the expression without the 8 that turns bytes into bits, or bits into bytes; undefined where there is none. */
export function withoutBits(expression: Reading, stated: Reading): Reading | undefined {
  const [found, given] = [expression.quantity.dimension.bytes, stated.quantity.dimension.bytes];
  if (given !== 1) return undefined;
  // "8 bits" are a byte: its value changes nothing.
  if (Math.abs(found - given) === 1 && expression.numbers.some(isOneByte)) return scaled(expression, 1, given);
  if (found !== given || !expression.bare.includes(BITS_IN_BYTE)) return undefined;
  if (stated.leading !== undefined && isInBits(stated.leading)) return scaled(expression, 1 / BITS_IN_BYTE, given);
  return expression.numbers.some(isInBits) ? scaled(expression, BITS_IN_BYTE, given) : undefined;
}

function isOneByte(literal: Literal): boolean {
  return isInBits(literal) && literal.quantity.value === 1;
}

function scaled(reading: Reading, factor: number, bytes: Dimension['bytes']): Reading {
  const change = (each: Quantity): Quantity => ({
    ...each,
    value: each.value * factor,
    dimension: { ...each.dimension, bytes },
  });
  return { ...reading, quantity: change(reading.quantity), timeless: change(reading.timeless) };
}
