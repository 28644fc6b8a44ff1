import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Problem } from '../../src/catalogue/schema.ts';
import { matchFact } from '../../src/interview/facts.ts';

const folder = new URL('../../problems/', import.meta.url);
const problems = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => parse(readFileSync(new URL(name, folder), 'utf8')) as Problem);

describe.each(problems.map((problem) => [problem.id, problem.facts] as const))('the facts of %s', (_, facts) => {
  test('are told when asked for by their topic or by another wording of it', () => {
    const missed = facts.flatMap((fact) =>
      [fact.topic, ...fact.asks].flatMap((ask) => {
        const match = matchFact(ask, facts);
        const got =
          match.type === 'fact'
            ? match.fact.id
            : match.type === 'near'
              ? match.facts.map((each) => each.id).join('|')
              : 'none';
        return got === fact.id ? [] : [`${fact.id}: "${ask}" -> ${got}`];
      }),
    );
    expect(missed).toEqual([]);
  });
});

describe('matchFact', () => {
  const facts = problems.find((problem) => problem.id === 'url-shortener')?.facts ?? [];
  const told = (question: string) => {
    const match = matchFact(question, facts);
    return match.type === 'fact' ? match.fact.id : match.type;
  };

  test.each([
    ['how many links do people create a day?', 'creation-volume'],
    ['What is the peak of redirects per second?', 'peaks'],
    ['who may delete a link?', 'edit-delete'],
    ['how long do we keep a link?', 'retention'],
    ['Is 99.99% availability required?', 'availability'],
  ])('tells what "%s" asks for', (question, id) => {
    expect([id, 'near']).toContain(told(question));
  });

  test.each(['', '?', 'the of and', 'quantum blockchain'])('has nothing on "%s"', (question) => {
    expect(told(question)).toBe('none');
  });
});
