import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Problem } from '../../src/catalogue/schema.ts';
import { matchFact } from '../../src/interview/facts.ts';
import { problemLike } from '../harness/catalogue.ts';
import { ASKED, HELD_BACK, type Questions } from './asked-questions.ts';

const folder = new URL('../../problems/', import.meta.url);
const problems = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => parse(readFileSync(new URL(name, folder), 'utf8')) as Problem);

/** The id of the fact told, those offered, or `none`. */
function answerTo(question: string, problem: Problem): { readonly told?: string; readonly offered: readonly string[] } {
  const match = matchFact(question, problem);
  if (match.type === 'fact') return { told: match.fact.id, offered: [] };
  return match.type === 'near' ? { offered: match.facts.map(({ id }) => id) } : { told: 'none', offered: [] };
}

describe.each(problems.map((problem) => [problem.id, problem] as const))('the facts of %s', (_, problem) => {
  test('are told when asked for by their topic', () => {
    const missed = problem.facts.filter((fact) => answerTo(fact.topic, problem).told !== fact.id);
    expect(missed.map(({ topic }) => topic)).toEqual([]);
  });

  test('are told, or offered where others are asked for so too, by the words of each ask', () => {
    const missed = problem.facts.flatMap(({ id, asks }) =>
      asks
        .filter((ask) => !ask.includes('@'))
        .map((ask) => ask.replace(/\|\S+/g, ''))
        .filter((ask) => {
          const { told, offered } = answerTo(ask, problem);
          return told !== id && !offered.includes(id);
        })
        .map((ask) => `${id}: ${ask}`),
    );
    expect(missed).toEqual([]);
  });
});

/** How a table of questions comes out; two facts that would both do may also be offered. */
function outcomes(table: Questions) {
  const rows = problems.flatMap((problem) =>
    (table[problem.id] ?? []).map(([question, wanted]) => {
      const { told, offered } = answerTo(question, problem);
      const right = wanted.split('|');
      const isOffered = offered.some((id) => right.includes(id));
      const isRight = told !== undefined ? right.includes(told) : right.filter((id) => offered.includes(id)).length > 1;
      const got = `${problem.id}: ${question} -> ${told ?? offered.join(' ')}`;
      return { got, isRight, isOffered, isTold: told !== undefined, isNothing: told === 'none' && !isRight };
    }),
  );
  const wrong = rows.filter(({ isRight, isTold }) => isTold && !isRight).map(({ got }) => got);
  const misleading = rows.filter(({ isRight, isOffered, isTold }) => !isTold && !isOffered && !isRight);
  return {
    total: rows.length,
    right: rows.filter(({ isRight }) => isRight).length,
    wrong,
    misleading: misleading.map(({ got }) => got),
  };
}

describe('what candidates ask', () => {
  test('in words of their own is told, else offered, and never answered with another fact or with nothing', () => {
    const { total, right, wrong, misleading } = outcomes(ASKED);
    expect(wrong).toEqual([]);
    expect(misleading.length).toBeLessThanOrEqual(2);
    expect(right / total).toBeGreaterThan(0.92);
  });

  test('is told where nothing was tuned on it, too', () => {
    const { total, right, wrong } = outcomes(HELD_BACK);
    expect(wrong.length).toBeLessThanOrEqual(2);
    expect(right / total).toBeGreaterThan(0.85);
  });
});

describe('matchFact', () => {
  const museum = problemLike({
    id: 'visitor-counter',
    facts: [
      { id: 'speed', topic: 'How fast', asks: ['@latency', 'fast|quick|slow display'], answer: 'A second.' },
      { id: 'regions', topic: 'Regions', asks: ['where is it'], answer: 'Two.' },
      { id: 'doors', topic: 'Doors', asks: ['how many doors|gates'], answer: 'Ten.' },
    ],
  });
  const told = (question: string) => answerTo(question, museum).told;

  test.each(['', '?', 'the of and', 'quantum blockchain', 'How many programming languages are there?'])(
    'has nothing on "%s"',
    (question) => {
      expect(told(question)).toBe('none');
    },
  );

  test.each([
    ['What response time do we aim for?', 'speed'],
    ['How slow may it be?', 'speed'],
    ['Roughly how many gates has a museum?', 'doors'],
    ['Number of doors?', 'doors'],
    ['Which countries are we in?', 'regions'],
    ['What latency do you expect for a turnstile alarm versus a monthly newsletter?', 'speed'],
  ])('reads classes, choices and plain words for rarer ones: "%s"', (question, id) => {
    expect(told(question)).toBe(id);
  });

  test.each(['doors turnstile', 'turnstile, as seen from where the marble stairs begin and the doors end'])(
    'offers what is asked for beside words that no fact has: "%s"',
    (question) => {
      expect(answerTo(question, museum).offered).toEqual(['doors']);
    },
  );

  test.each(['display brightness', 'how big is the display of the turnstile', 'cache hit rate', 'replication lag'])(
    'tells nothing for a part of an ask beside a word that no fact has: "%s"',
    (question) => {
      expect(told(question) ?? 'none').toBe('none');
    },
  );

  test('offers what is equally near', () => {
    expect(answerTo('Which regions and doors?', museum).offered).toEqual(['regions', 'doors']);
  });
});
