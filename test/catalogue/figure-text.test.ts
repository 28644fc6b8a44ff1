import { describe, expect, test } from 'vitest';
import { figureText } from '../../src/catalogue/figure-text.ts';
import { calculate } from '../../src/quantity/calculate.ts';

function shown(expression: string, unit: string): string {
  const found = calculate(expression);
  if (!found.ok) throw new Error(found.fault.message);
  const result = figureText(found.value.quantity, unit);
  return result.ok ? result.text : `refused: ${result.message}`;
}

describe('a figure in the unit of its author', () => {
  test.each([
    ['100M/day', '/s', '1.16K/s'],
    ['100M/day', '/second', '1.16K/second'],
    ['100M/day', '/week', '700M/week'],
    ['15M/min', '/day', '21.6B/day'],
    ['2074 TB', 'PB', '2.074 PB'],
    ['2073.61 TB', 'PB', '2.07 PB'],
    ['91.25 TB', 'TB', '91.25 TB'],
    ['2.5 GB/s', 'Gbps', '20 Gbps'],
    ['500 bytes', 'bytes', '500 bytes'],
    ['24 hours', 'days', '1 day'],
    ['568.0 days', 'days', '568 days'],
    ['0.1 ms', 'ms', '0.1 ms'],
    ['0.0518228', '%', '5.18%'],
    ['99.995%', '%', '99.995%'],
    ['60%', 'count', '0.6'],
    ['43', 'count', '43'],
    ['43', 'servers', '43 servers'],
    ['12345', 'count', '12,345'],
    ['182.5B', 'count', '182.5B'],
    ['417.52', 'count', '418'],
    ['0', 'count', '0'],
    ['15M dollars', 'dollars', '$15M'],
    ['15M dollars/month', '$/month', '$15M/month'],
  ])('%s in %s is %s', (expression, unit, text) => {
    expect(shown(expression, unit)).toBe(text);
  });

  test.each([
    ['2 KB', 'count', 'cannot turn bytes into a plain number'],
    ['2 KB', '%', 'cannot turn bytes into a plain number'],
    ['2 KB', '/s', 'cannot turn bytes into a rate per second'],
    ['3', 'TB', 'cannot turn a plain number into bytes'],
    ['3', '', '"" is no unit'],
    ['3', '7', '"7" is no unit'],
  ])('%s is refused in %j', (expression, unit, message) => {
    expect(shown(expression, unit)).toBe(`refused: ${message}`);
  });
});
