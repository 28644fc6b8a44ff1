import { describe, expect, test } from 'vitest';
import { parseProblem, parseTemplate } from '../../src/catalogue/content-file.ts';
import { problemStub } from '../../src/catalogue/stubs/problem-stub.ts';
import { templateStub } from '../../src/catalogue/stubs/template-stub.ts';

const problem = problemStub({ id: 'a', schema: './schema.json', updated: '2026-11-22' });
const template = templateStub({ id: 'a', schema: './schema.json' });

/** The stub with a text replaced, and what is then wrong with it. */
function faultsOf(
  parse: typeof parseProblem | typeof parseTemplate,
  good: string,
  old: string,
  put: string,
  path = 'a.yaml',
) {
  if (!good.includes(old)) throw new Error(`The stub has no ${old}`);
  const parsed = parse({ path, taken: false, bytes: new TextEncoder().encode(good.replace(old, () => put)) });
  if (parsed.ok) return [];
  return parsed.diagnostics.map(({ source, column, message, hint }) => ({
    at: source?.slice(column - 1),
    message,
    hint,
  }));
}
const problemFaults = (old: string, put: string) => faultsOf(parseProblem, problem, old, put);
const templateFaults = (old: string, put: string) => faultsOf(parseTemplate, template, old, put);

test('stubs are good, and come back with defaults filled in', () => {
  const parsed = parseProblem({ path: 'x/a.yml', taken: false, bytes: new TextEncoder().encode(problem) });
  expect(parsed).toMatchObject({ ok: true, value: { id: 'a', level: 'L6', companies: [] } });
  expect(parseTemplate({ path: 'a.yaml', taken: false, bytes: new TextEncoder().encode(template) }).ok).toBe(true);
});

describe('faults of schema in plain words', () => {
  test.each([
    ['level: L6 ', 'level: L5 ', 'level must be L6 or L7, not "L5"'],
    ['title: What it is called', '', 'title is missing'],
    ['title: What it is called', 'title:', 'title is empty'],
    ['title: What it is called', 'title: ""', 'title is empty'],
    ['title: What it is called', 'title: 7', 'title must be text, not 7'],
    ['title: What it is called', 'title: [a]', 'title must be text, not a list'],
    ['title: What it is called', `title: ${'a'.repeat(401)}`, 'title has 401 characters; at most 400 fit'],
    ['title: What it is called', 'title: "a\\nb"', 'title is not written as it should be: "a\\nb"'],
    ['ladder: Amazon', 'ladder: Google', 'ladder must be Amazon, not "Google"'],
    ['2026-11-22', 'yesterday', 'updated must be a date such as 2026-01-31, not "yesterday"'],
    ['version: 1.0.0', 'version: 1.0', 'version must be text, not 1'],
    ['version: 1.0.0', 'version: v1', 'version is not written as it should be: "v1"'],
    ['tags: [caching]', 'tags: []', 'tags must have at least 1 item, not 0'],
    ['tags: [caching]', 'tags: [Big Data]', 'item 1 of tags is not written as it should be: "Big Data"'],
    ['tags: [caching]', 'tags: caching', 'tags must be a list, not "caching"'],
    ['{ reading: 10, solving: 60 }', '60', 'minutes must be fields (key: value), not 60'],
    ['      - Think of what can fail.\n', '', 'hints must have exactly 3 items, not 2'],
    ['weight: 2', 'weight: 4', 'weight must be a whole number from 1 to 3, not 4'],
    ['severity: page', 'severity: email', 'severity must be page, ticket or plan, not "email"'],
    [
      'resources: []',
      'resources: [{ title: a, url: b, note: c }]',
      'url must be an address such as https://example.com/page, not "b"',
    ],
    ['- [store|database', '- 7\n        - [store|database', 'item 1 of any must be a list, not 7'],
    [
      '- [store|database',
      '- [{ atLeast: x, of: [a] }]\n        - [store|database',
      'atLeast must be a whole number of at least 1, not "x"',
    ],
    [
      '- [store|database',
      '- [{ number: { value: 1, unti: s } }]\n        - [store|database',
      'there is no field "unti" in number',
    ],
  ])('%#: %s -> %s', (old, put, message) => {
    expect(problemFaults(old, put).map((fault) => fault.message)).toEqual([message]);
  });

  test.each(['0', '-1', '.nan', '1e9', '"90"', '1.5', '.inf'])('minutes of %s (fault 26)', (value) => {
    const [fault, ...others] = problemFaults('solving: 60', `solving: ${value}`);
    expect(fault?.message).toMatch(/^solving must be a whole number from 1 to 480, not /);
    expect(others).toEqual([]);
  });

  test('an unknown field is told with what was probably meant, at the key', () => {
    expect(problemFaults('title:', 'titel:')).toEqual([
      { at: expect.stringMatching(/^id: a/), message: 'title is missing', hint: undefined },
      { at: 'titel: What it is called', message: 'there is no field "titel" here', hint: 'Did you mean title?' },
    ]);
    expect(problemFaults('authentication:', 'login:')[1]?.hint).toMatch(/^The fields in security are authentication, /);
  });

  test('a fault stands at the value, a missing field at the key of its parent', () => {
    expect(problemFaults('level: L6 ', 'level: L5 ')[0]?.at).toMatch(/^L5/);
    expect(problemFaults('  logging: What is logged.\n', '')[0]).toMatchObject({
      at: 'observability:',
      message: 'logging is missing',
    });
    expect(problemFaults('    bar: L6 ', '    # bar: L6 ')[0]?.at).toMatch(/^id: store-down/);
  });

  test('hints say what to do', () => {
    expect(problemFaults('value: "3"', 'value: 3')[0]?.hint).toBe('Put it in quotes: "3"');
    expect(problemFaults('solving: 60', 'solving: "60"')[0]?.hint).toBe('Take the quotes off.');
    expect(problemFaults('stage: reliability', 'stage: reliabilty')[0]?.hint).toBe('Did you mean reliability?');
    expect(problemFaults('    probe:', '    # probe:')[0]?.hint).toMatch(/^The interviewer's question after it/);
  });
});

test.each(['../x', '/etc/x', 'con', 'a'.repeat(300), 'A', 'a--b', 'a b', '.'])(
  'the id %s is refused (fault 30)',
  (id) => {
    const faults = faultsOf(parseProblem, problem, 'id: a ', `id: ${JSON.stringify(id)} `);
    expect(faults[0]?.message).toMatch(/^id (is not written as it should be|has 300 characters)/);
  },
);

describe('rules of problems', () => {
  test.each([
    ['id: a ', 'id: b ', 'the id "b" is not the name of its file'],
    ['related: []', 'related: [{ problem: a, title: A, how: same }]', 'a problem is not related to itself'],
    ['level: L6 ', 'level: L7 ', 'platform is missing'],
    ['tags: [caching]', 'tags: [caching, caching]', 'the tag "caching" stands here a second time'],
    ['stage: reliability', 'stage: strategy', 'the bar of a point of stage strategy must be L7, not "L6"'],
    ['Design a service that', 'Design for 100 million users what', 'the statement gives a figure away: "100 million"'],
    [
      '      - Think of what can fail.',
      '      - says what happens when the store cannot be reached',
      'this hint says the claim word for word',
    ],
    [
      '{ id: peak-factor',
      '{ id: requests, title: R, value: 1M/day }\n    - { id: peak-factor',
      'the id "requests" is that of item 1 too',
    ],
    ['- id: peak-rate', '- id: requests', 'the id "requests" is that of an input'],
    ['[store|database,', '[store||database,', 'a choice of this group is empty'],
    ['asks: [how many requests,', 'asks: [how many requests|,', 'a choice of this group is empty'],
    ['asks: [how many requests,', 'asks: [how many @requests,', 'the lexicon has no class "@requests"'],
    ['- [store|database, ', '- - atLeast: 4\n            of: [store|database, ', 'atLeast asks for 4 of 3 groups'],
  ])('%#: %s -> %s', (old, put, message) => {
    expect(problemFaults(old, put).map((fault) => fault.message)).toEqual([message]);
  });

  test('only an L7 problem has a platform', () => {
    const messages = problemFaults('points:', 'platform: {}\npoints:').map((fault) => fault.message);
    expect(messages).not.toContain('platform is missing');
    expect(messages).toContain('strategy is missing');
  });

  test('facts differ in id and topic', () => {
    const twice = 'facts:\n  - { id: traffic, topic: requests a DAY, asks: [a], answer: b }\n';
    expect(problemFaults('facts:\n', twice).map((fault) => fault.message)).toEqual([
      'the id "traffic" is that of item 1 too',
      'the topic "Requests a day" is that of item 1 too',
    ]);
  });

  test('are told together with faults of schema, in the order of the file', () => {
    const bad = problem.replace('level: L6 ', 'level: L5 ').replace('tags: [caching]', 'tags: [a, a, B]');
    expect(faultsOf(parseProblem, bad, 'weight: 2', 'weight: 9', 'z.yaml').map((fault) => fault.message)).toEqual([
      'the id "a" is not the name of its file',
      'level must be L6 or L7, not "L5"',
      'the tag "a" stands here a second time',
      'item 3 of tags is not written as it should be: "B"',
      'weight must be a whole number from 1 to 3, not 9',
    ]);
  });
});

describe('rules of templates', () => {
  test.each([
    ['design, deep-dive]', 'design]', ['no phase covers deep-dive']],
    [
      'design, deep-dive]',
      'design, deep-dive, capacity]',
      ['the stage capacity is covered by the phase understand already'],
    ],
    [
      '# ladder: Amazon\n# level: L6',
      'ladder: Amazon\nlevel: L6',
      ['an L6 interview has no stage strategy, evolution'],
    ],
    ['# ladder: Amazon\n# level: L6', 'level: L7', ['a level needs its ladder']],
    ['id: harden', 'id: design', ['the id "design" is that of item 2 too']],
    ['id: in-time', 'id: clear-scope', ['the id "clear-scope" is that of another criterion too']],
    ['by: timing', 'by: luck', ['by must be competency, timing, estimates or own-word, not "luck"']],
    [
      'criteria:',
      'short: { upTo: 45, minutes: { understand: 10, desing: 20 } }\ncriteria:',
      ['design is missing', 'harden is missing', 'no phase has the id "desing"'],
    ],
    [
      'criteria:',
      'short: { upTo: 60, minutes: { understand: 10, design: 20, harden: 9 } }\ncriteria:',
      ["upTo must be below the template's 60 minutes"],
    ],
    [
      'criteria:',
      'short: { upTo: 45, minutes: { Understand: 1 } }\ncriteria:',
      ['Understand is not written as it should be: "Understand"'],
    ],
  ])('%#: %s -> %s', (old, put, messages) => {
    expect(
      templateFaults(old, put)
        .map((fault) => fault.message)
        .sort(),
    ).toEqual([...messages].sort());
  });
});
