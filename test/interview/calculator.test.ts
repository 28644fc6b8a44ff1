import { describe, expect, test } from 'vitest';
import { runPractice } from '../../src/commands/practice.ts';
import { MachineError } from '../../src/errors.ts';
import { workOut } from '../../src/interview/calculator.ts';
import type { Intent } from '../../src/session/decide.ts';
import { replay } from '../../src/session/reduce.ts';
import { testContext } from '../harness/context.ts';
import { play } from '../session/sessions.ts';
import { Person } from './person.ts';

const calculated = (text: string): Intent => ({ type: 'calculate', text });
const answered = (text: string): Intent => ({ type: 'answer', text });
const sessionWith = (...intents: readonly Intent[]) => play(...intents.map((intent) => [0, intent] as const)).state;

describe('what a calculation comes to', () => {
  test.each([
    ['peak = 100M/min', 'peak = 100M/min = 1.67M/s'],
    ['Hot Links: 20% * 10M', 'Hot Links: 20% * 10M = 2M'],
    ['  100M/min * 1 KB  ', '100M/min * 1 KB = 1.67 GB/s'],
    ['4.32 PB in TB', '4.32 PB in TB = 4,320 TB'],
  ])('%j is kept as it was typed, with its result', (typed, text) => {
    expect(workOut(sessionWith(), typed)).toEqual({ text, notes: [] });
  });

  test.each([
    ['peak = 100M/min = 1.67M/s', 'peak = 100M/min = 1.67M/s', []],
    [
      'day = 100M/min * 1KB * 30 days = 4.3 TB',
      'day = 100M/min * 1KB * 30 days = 4.32 PB',
      ['you wrote 4.3 TB, the expression gives 4.32 PB: 1,000 times more'],
    ],
  ])('%j, with its result stated, is computed again', (typed, text, notes) => {
    expect(workOut(sessionWith(), typed)).toEqual({ text, notes });
  });

  test('what could have meant something else is noted', () => {
    expect(workOut(sessionWith(), '10B * 2')).toMatchObject({ notes: [expect.stringContaining('10 billion')] });
  });

  test.each([
    ['3 days + 4 KB', 'cannot add bytes to time.', 7],
    ['peak = 3 days + 4 KB', 'cannot add bytes to time.', 14],
    ['foo * 2', '"foo" is not known. Write a value, or define', 0],
    ['2 *', 'something is missing at the end.', 3],
  ])('%j says what is wrong, and where', (typed, fault, at) => {
    expect(workOut(sessionWith(), typed)).toEqual({ fault: expect.stringContaining(`/calc: ${fault}`), at });
  });
});

describe('names of the session', () => {
  test('come from earlier calculations, exactly and not as they were rounded', () => {
    const state = sessionWith(calculated('third = 1/3 = 0.333'), calculated('all = third * 3 = 1'));
    expect(workOut(state, 'all * 3M')).toMatchObject({ text: 'all * 3M = 3M' });
    expect(workOut(state, 'third * 3M')).toMatchObject({ text: 'third * 3M = 1M' });
  });

  test('a later definition takes the place of an earlier one', () => {
    const state = sessionWith(calculated('n = 1K = 1K'), calculated('n = 2K = 2K'));
    expect(workOut(state, 'n * 2')).toMatchObject({ text: 'n * 2 = 4,000' });
  });

  test('come from answers that stand, and from what is being typed', () => {
    const state = sessionWith(answered('peak = 100M/min = 1.67M/s\nso we need shards'));
    expect(workOut(state, 'peak * 3 s')).toMatchObject({ text: 'peak * 3 s = 5M' });
    expect(workOut(state, 'cold * 2', 'cold = 5 GB * 3 = 15 GB')).toMatchObject({ text: 'cold * 2 = 30 GB' });
    const withdrawn = sessionWith(answered('peak = 100M/min = 1.67M/s'), { type: 'undo' });
    expect(workOut(withdrawn, 'peak * 3 s')).toHaveProperty('fault');
  });

  test('what rested on a draft that is gone keeps the result that was shown', () => {
    const state = sessionWith(calculated('warm = cold * 2 = 30 GB'));
    expect(workOut(state, 'warm * 2')).toMatchObject({ text: 'warm * 2 = 60 GB' });
  });

  test('nothing that was said can break it', () => {
    const state = sessionWith(calculated('='), calculated(''), calculated(' = = '), answered('__proto__ = 3 GB * 2'));
    expect(workOut(state, '1 + 1')).toMatchObject({ text: '1 + 1 = 2' });
  });
});

describe('/calc in an interview', () => {
  const sit = (world = {}) => new Person(world).start();
  const turnsOf = (person: Person) => {
    const record = [...person.context.store.stored.values()].at(-1)?.record;
    return record === undefined ? [] : replay(record).turns;
  };

  test('shows the calculation and needs no reply; the next one knows its name', async () => {
    const person = await sit();
    await person.command('calc', 'peak = 100M/min');
    expect(person.lastSaid).toBe('candidate: peak = 100M/min = 1.67M/s');
    await person.command('calc', 'peak * 1 KB');
    expect(person.lastSaid).toBe('candidate: peak * 1 KB = 1.67 GB/s');
    expect(turnsOf(person).slice(-2)).toMatchObject([
      { kind: 'calculation', speaker: 'candidate' },
      { kind: 'calculation' },
    ]);
  });

  test('leaves the draft alone, and is in the brief', async () => {
    const person = await sit();
    person.type('half an answer');
    await person.command('calc', '10B * 2');
    expect(person.draft.text).toBe('half an answer');
    expect(person.lastSaid).toMatch(/^aside: "10B" is read as/);
    await person.command('brief');
    expect(person.lastSaid).toMatch(/Your numbers\n10B \* 2 = 20B$/);
  });

  test('alone, shows examples that all work, one after the other', async () => {
    const person = await sit();
    await person.command('calc');
    const examples = [...person.lastSaid.matchAll(/^ {2}\/calc (.+)$/gm)].map((match) => match[1] ?? '');
    expect(examples).toHaveLength(3);
    for (const example of examples) {
      await person.command('calc', example);
      expect(person.lastSaid).toContain(`candidate: ${example} = `);
    }
  });

  test.each([
    ['', 0, '/calc 2 KB + 3 s', 11],
    ['first\nlast', 6, 'first\n/calc 2 KB + 3 s\nlast', 17],
    ['first\n', 6, 'first\n/calc 2 KB + 3 s', 17],
    ['first\n\nlast', 6, 'first\n/calc 2 KB + 3 s\n\nlast', 17],
    ['typed on', 8, 'typed on\n/calc 2 KB + 3 s', 20],
    ['typed\non', 3, 'typed\n/calc 2 KB + 3 s\non', 17],
  ])('a fault puts the line back into %j, the cursor at its place', async (draft, cursor, text, place) => {
    const person = await sit();
    person.setDraft({ text: draft, cursor });
    await person.command('calc', '2 KB + 3 s');
    expect(person.draft).toEqual({ text, cursor: place });
    expect(person.view?.notice).toContain('cannot add seconds to bytes');
    expect(turnsOf(person).some(({ kind }) => kind === 'calculation')).toBe(false);
    const saved = [...person.context.store.stored.values()].at(-1)?.draft;
    expect(saved).toMatchObject({ text });
  });

  test('what the clock or the disk refuses is not lost either', async () => {
    const disk = { isFull: false };
    const person = await sit({
      beforeWrite: (what: string) => {
        if (disk.isFull && what === 'append') throw new MachineError('The disk is full.');
      },
    });
    await person.command('pause');
    await person.command('calc', '1 + 1');
    expect(person.draft.text).toBe('/calc 1 + 1');
    expect(person.view?.notice).toContain('paused');
    await person.command('pause');
    person.setDraft({ text: '', cursor: 0 });
    disk.isFull = true;
    await person.command('calc', '1 + 1');
    expect(person.draft.text).toBe('/calc 1 + 1');
    expect(person.view?.notice).toBe('The disk is full.');
  });
});

test('/calc in an answers file is a turn, and its faults are told', async () => {
  const answers = `answers: {requirements: ["/calc peak = 10M/day", "/calc peak * 2", "/calc peak + 3 GB", "/calc"]}`;
  const context = testContext({ files: { 'a.yaml': answers } });
  const options = { problem: 'visitor-counter', answers: 'a.yaml', json: true, plain: false, bell: true, seed: 7 };
  const rest = { time: undefined, template: undefined, level: undefined, phase: undefined, problems: undefined };
  expect(await runPractice({ ...options, ...rest }, context)).toBe(0);
  const { phases } = JSON.parse(context.printed.out);
  const turns: { kind: string; text: string }[] = phases[0].turns;
  expect(turns.filter(({ kind }) => kind === 'calculation').map(({ text }) => text)).toEqual([
    'peak = 10M/day = 116/s',
    'peak * 2 = 231/s',
  ]);
  expect(context.printed.err).toContain('requirements: "/calc peak + 3 GB" was not played: /calc: cannot add bytes');
  expect(context.printed.err).toContain('requirements: "/calc" was not played: ');
});
