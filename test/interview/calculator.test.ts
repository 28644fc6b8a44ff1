import { describe, expect, test } from 'vitest';
// Loaded behind the first frame of a live interview; here before it.
import '../../src/interview/calculator.ts';
import '../../src/interview/drawing.ts';
import { Person } from './person.ts';

describe('/calc', () => {
  test('is kept as a turn with its result, and the interviewer says nothing to it', async () => {
    const person = await new Person().start();
    await person.command('calc', 'peak = 100M/min');
    expect(person.dialogue.at(-1)).toBe('candidate: peak = 100M/min = 1.67M/s');
    await person.command('calc', 'peak * 1 KB');
    expect(person.dialogue.at(-1)).toBe('candidate: peak * 1 KB = 1.67 GB/s');
  });

  test('tells how a number was read', async () => {
    const person = await new Person().start();
    await person.command('calc', '10B * 2');
    expect(person.dialogue.at(-1)).toMatch(/^aside: .*billion/);
  });

  test('hands back what it cannot work out, behind what is being typed', async () => {
    const person = await new Person().start();
    person.type('half an answer');
    await person.command('calc', '3 days + 2 GB');
    expect(person.draft.text).toBe('half an answer\n/calc 3 days + 2 GB');
    expect(person.view?.notice).toContain('cannot add bytes to time');
  });

  test('shows how it is used', async () => {
    const person = await new Person().start();
    await person.command('calc', '');
    expect(person.view?.notice).toContain('/calc peak = 100M/min');
  });
});

describe('/draw', () => {
  test('shows the diagram that is being typed', async () => {
    const person = await new Person().start();
    person.type('The parts are:\n\nclient -> api -> (orders db)\n');
    await person.command('draw');
    const shown = person.dialogue.at(-1) ?? '';
    expect(shown).toMatch(/^aside: /);
    for (const name of ['client', 'api', 'orders db']) expect(shown).toContain(name);
  });

  test('puts what stands behind it into the answer first', async () => {
    const person = await new Person().start();
    await person.command('draw', 'client -> api');
    expect(person.draft.text).toBe('client -> api');
    await person.command('draw', 'api -> (store)');
    expect(person.draft.text).toBe('client -> api\napi -> (store)');
    expect(person.dialogue.at(-1)).toContain('store');
  });

  test('shows the last one that was sent where none is being typed', async () => {
    const person = await new Person().start();
    await person.send('door -> counter');
    await person.command('draw');
    expect(person.dialogue.at(-1)).toContain('counter');
  });

  test('says what is missing', async () => {
    const person = await new Person().start();
    await person.command('draw');
    expect(person.view?.notice).toContain('There is no diagram yet');
  });
});
