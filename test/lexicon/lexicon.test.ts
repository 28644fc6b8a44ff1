import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { aliasedWords, plainWordsOf } from '../../src/lexicon/aliases.ts';
import { classChoices, isLexiconName, LEXICON_VERSION, lexiconNames } from '../../src/lexicon/lexicon.ts';
import { signalFaults } from '../../src/lexicon/signal-faults.ts';

test('has some 300 classes, each with words and none in two families', () => {
  const names = lexiconNames();
  expect(names.length).toBeGreaterThan(300);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => classChoices(name).length < 2)).toEqual([]);
  expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))).toEqual([]);
});

test('has a version of its own for each state of its words', () => {
  const words = [lexiconNames().map((name) => [name, classChoices(name)]), aliasedWords().map(plainWordsOf)];
  const hash = createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 12);
  // Another hash takes the next number.
  expect([LEXICON_VERSION, hash]).toEqual([2, 'fa65a3afce30']);
});

test('its classes refer to classes that there are, and keep the notation', () => {
  const choices = lexiconNames().map((name) => [classChoices(name).join('|')]);
  expect(signalFaults({ any: choices })).toEqual([]);
  expect(classChoices('database')).toContain('postgres');
  expect(classChoices('limiting-algorithm')).toContain('token bucket');
  expect(classChoices('there-is-none')).toEqual([]);
  expect(isLexiconName('there-is-none')).toBe(false);
});

test('a short form stands for words other than itself', () => {
  const empty = aliasedWords().filter((word) => plainWordsOf(word).length === 0 || plainWordsOf(word).includes(word));
  expect(empty).toEqual([]);
});
