import { describe, expect, test } from 'vitest';
import { changed, FORMULA, faultsOf, problemOf } from './changed-problem.ts';

const ESTIMATE = '    - id: peak-rate\n';
const more = (id: string, formula: string, unit = '/s') =>
  `    - id: ${id}\n      title: Another\n      formula: ${formula}\n      unit: ${unit}\n      because: It is.\n`;

describe('estimates', () => {
  test('are worked out, in base units and as they are shown', () => {
    const { inputs, estimates } = problemOf(changed()).capacity;
    expect(inputs[0]).toMatchObject({ id: 'requests', value: '100M/day' });
    expect(inputs[0]?.amount).toBeCloseTo(100e6 / 86_400, 9);
    expect(estimates[0]).toMatchObject({ formula: FORMULA, unit: '/s', text: '3.47K/s', factor: 2 });
    expect(estimates[0]?.amount).toBeCloseTo((100e6 / 86_400) * 3, 9);
  });

  test('build on estimates above them', () => {
    const text = changed([ESTIMATE, more('mean', 'requests') + ESTIMATE], [FORMULA, 'mean * peak-factor']);
    expect(problemOf(text).capacity.estimates.map((estimate) => estimate.text)).toEqual(['1.16K/s', '3.47K/s']);
  });

  test('may use ready-made formulas', () => {
    const text = changed([FORMULA, 'peak-rate(requests, peak-factor)']);
    expect(problemOf(text).capacity.estimates[0]?.text).toBe('3.47K/s');
  });

  test('do not carry what was counted', () => {
    const text = changed(['100M/day', '100M requests/day']);
    expect(problemOf(text).capacity.estimates[0]?.text).toBe('3.47K/s');
  });

  test('have no noise in their last digits', () => {
    const text = changed([FORMULA, 'requests * 365 days * 5 * 200 bytes * peak-factor'], ['unit: /s', 'unit: TB']);
    expect(problemOf(text).capacity.estimates[0]).toMatchObject({ amount: 109_500_000_000_000, text: '109.5 TB' });
  });
});

describe('what is wrong is told at its place', () => {
  test.each<[string, readonly [string, string], string, RegExp, RegExp]>([
    ['an input that is no quantity', ['100M/day', 'plenty of it'], 'plenty of it', /"plenty"/, /such as 100M\/day/],
    ['an input made of another', ['"3"', 'requests / 2'], 'requests / 2', /"requests"/, /is an estimate/],
    ['an input that divides by zero', ['100M/day', '1/0'], '/0', /divides by zero/, /./],
    ['a name with a slip', [FORMULA, 'requests * peak-facto'], 'peak-facto', /no figure "peak-facto"/, /peak-factor/],
    ['a name of one word', [FORMULA, 'peak-factor * request'], 'request', /no figure "request"/, /requests/],
    ['a name like nothing', [FORMULA, 'requests * zebra'], 'zebra', /no figure "zebra"/, /inputs or estimates/],
    ['a name that begins like another', [FORMULA, 'peak-factor-x'], 'peak-factor-x', /"peak-factor-x"/, /peak-factor/],
    ['a folded formula', [FORMULA, '>-\n        requests *\n        wrong'], 'wrong', /no figure "wrong"/, /./],
    ['a formula in quotation marks', [FORMULA, `'requests * peak-facto'`], `peak-facto'`, /"peak-facto"/, /./],
    ['a formula of itself', [FORMULA, `${FORMULA} * peak-rate`], 'peak-rate', /from itself/, /./],
    ['an open bracket', [FORMULA, 'requests * (peak-factor'], '(peak-factor', /never closed/, /\)/],
    ['unlike units', [FORMULA, `${FORMULA} + 3 days`], '+ 3 days', /cannot add days/, /./],
    ['a division by zero', [FORMULA, `${FORMULA} / 0`], '/ 0', /divides by zero/, /./],
    ['an overflow', [FORMULA, `${FORMULA} * 10 ^ 300 * 10 ^ 300`], '* 10 ^ 300', /too large/, /1e308/],
    ['a unit in the formula', [FORMULA, `${FORMULA} in /day`], '/day', /no unit of its own/, /unit:/],
    ['a formula that is a result', [FORMULA, '3.47K/s'], '3.47K/s', /uses no figure/, /inputs/],
    ['a unit of another kind', ['unit: /s', 'unit: TB'], 'TB', /a rate per second into bytes/, /comes to 3\.47K\/s/],
    ['no plain number', ['unit: /s', 'unit: count'], 'count', /into a plain number/, /3\.47K\/s/],
    ['a unit that is none', ['unit: /s', 'unit: 10 TB'], '10 TB', /is no unit/, /./],
    ['an id that no formula can name', ['id: requests', 'id: 2x'], '2x', /no formula can name .* "2x"/, /letter/],
  ])('%s', (_, change, at, message, hint) => {
    const found = faultsOf(changed(change)).find((fault) => message.test(fault.message));
    expect(found?.at.startsWith(at)).toBe(true);
    expect(found?.hint).toMatch(hint);
  });

  test('a figure that is worked out only further down', () => {
    const text = changed([ESTIMATE, more('double', '2 * peak-rate') + ESTIMATE]);
    expect(faultsOf(text)).toEqual([
      { at: 'peak-rate', message: '"peak-rate" is not worked out yet', hint: 'Move peak-rate above double.' },
    ]);
  });

  test('two figures that use each other', () => {
    const text = changed([ESTIMATE, more('double', '2 * peak-rate') + ESTIMATE], [FORMULA, `${FORMULA} * double`]);
    expect(faultsOf(text).map(({ at }) => at)).toEqual(['peak-rate']);
  });

  test('an estimate with the id of an input', () => {
    const [fault] = faultsOf(changed(['- id: peak-rate', '- id: requests']));
    expect(fault).toMatchObject({ at: 'requests', message: 'the id "requests" is that of an input' });
  });

  test('an input that nothing uses', () => {
    expect(faultsOf(changed([FORMULA, 'requests']))).toEqual([
      {
        at: expect.stringMatching(/^peak-factor/),
        message: 'nothing uses the input "peak-factor"',
        hint: 'Use it in a formula or quote it in a text, or take it out.',
      },
    ]);
  });
});

describe('one fault is told once', () => {
  test('not again by what builds on it', () => {
    const wrong = more('wrong', 'requests * 1 KB', '/s') + more('next', 'wrong * 2') + more('last', 'next * wrong');
    const text = changed(
      [ESTIMATE, wrong + ESTIMATE],
      ['because: It sets', "because: '{{wrong}} {{last * 2}} It sets"],
      ['number of servers.', "number of servers.'"],
    );
    expect(faultsOf(text).map(({ at }) => at)).toEqual(['/s']);
  });

  test('and no input seems unused while a formula cannot be read', () => {
    expect(faultsOf(changed([FORMULA, '(requests']))).toHaveLength(1);
  });

  test('nor while a formula is missing', () => {
    expect(faultsOf(changed([`      formula: ${FORMULA}\n`, ''])).map(({ message }) => message)).toEqual([
      'formula is missing',
    ]);
  });
});

describe('hostile formulas', () => {
  test.each([
    ['brackets', '('.repeat(390)],
    ['signs', '-'.repeat(390)],
    ['powers', '9^9^9^9^9'],
    ['a prototype', '__proto__ * constructor'],
    ['a huge number', '9'.repeat(400)],
    ['a text', '"\'requests\'"'],
    ['braces', '"{{requests}}"'],
  ])('%s are a fault in the formula', (_, formula) => {
    const faults = faultsOf(changed([FORMULA, formula.startsWith('-') ? `'${formula}'` : formula]));
    expect(faults.length).toBeGreaterThan(0);
    for (const { message } of faults) expect(message.length).toBeLessThan(300);
  });

  test('hundreds of estimates take no time to speak of', () => {
    const many = Array.from({ length: 400 }, (_, index) =>
      more(`e${index}`, index === 0 ? 'requests' : `e${index - 1}`),
    );
    const { estimates } = problemOf(changed([ESTIMATE, many.join('') + ESTIMATE])).capacity;
    expect(estimates).toHaveLength(401);
    expect(estimates[399]?.text).toBe('1.16K/s');
  });
});

describe('what is wrong in a diagram is told at its line and column', () => {
  const DRAWN = 'client -> gateway -> service -> store';

  test.each([
    ['client -> gateway\n    api ->', '->'],
    ['client -> gateway\n\n    # eu\n      api  ->  (store', '(store'],
    ['client -> gateway: at {{peak-rate}}\n    api -> b(x)', '(x)'],
    ['client -> gateway\n    api -> b\n    api ->', '->'],
  ])('%j', (diagram, at) => {
    expect(faultsOf(changed([DRAWN, diagram]))).toMatchObject([{ at, message: expect.stringMatching(/^diagram: /) }]);
  });
});
