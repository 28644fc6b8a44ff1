import { describe, expect, test } from 'vitest';
import type { Problem, Template } from '../../src/catalogue/schema.ts';
import { replay } from '../../src/session/reduce.ts';
import { problemLike, shortTemplate, visitorCounter } from '../harness/catalogue.ts';
import { Person } from './person.ts';

type Point = Problem['points'][number];

const [once] = visitorCounter.points as [Point];

function point(id: string, changes: Partial<Point>): Point {
  return {
    ...once,
    id,
    claim: `Speaks of ${id}.`,
    probe: `Tell me more, please (${id}).`,
    hints: [`${id} one`, `${id} two`, `${id} three`],
    signals: { any: [[id]] },
    ...changes,
  };
}

const POINTS: readonly Point[] = [
  point('gateways', { stage: 'design', weight: 1 }),
  point('counters', { stage: 'design', weight: 3 }),
  point('doorbells', { stage: 'design', weight: 2 }),
  point('replicas', { stage: 'reliability', weight: 2 }),
  point('museums', { stage: 'requirements', weight: 2 }),
  point('governance', { stage: 'design', weight: 3, bar: 'L7' }),
];

const problem = problemLike({ id: 'visitor-counter', points: [...POINTS] });
/** Without a twist, which would come before the first probe. */
const calm: Problem = { ...problem, twists: [] };

async function inDesign(
  world: { problems?: readonly Problem[]; templates?: readonly Template[] } = {},
  mode: 'interview' | 'coach' = 'interview',
) {
  const person = await new Person({ problems: [calm], ...world }, mode).start();
  await person.command('next');
  return person;
}

function turns(person: Person) {
  const stored = [...person.context.store.stored.values()].at(-1)?.record;
  return stored === undefined ? [] : replay(stored).turns;
}

async function sendWithNext(person: Person, text: string) {
  person.type(text);
  await person.command('next');
}

const probes = (person: Person) =>
  turns(person)
    .filter((turn) => turn.kind === 'probe')
    .map((turn) => turn.about);

describe('probes', () => {
  test('follow up on the weightiest point of the phase that is still open, and never on one above the bar', async () => {
    const person = await inDesign();
    await person.send('We put doorbells at each door.');
    expect(probes(person)).toEqual(['counters']);
    expect(person.lastSaid).toBe('interviewer: Tell me more, please (counters).');
  });

  test('come to what may have been meant only behind what was not spoken of', async () => {
    const person = await inDesign();
    await person.send('I am not sure whether counters are needed.');
    await person.send('One thing is said.');
    await person.send('Another thing is said.');
    expect(probes(person)).toEqual(['replicas', 'doorbells', 'gateways']);
  });

  test('come at most three times a phase, and each once', async () => {
    const person = await inDesign();
    for (const answer of [
      'one thing is said.',
      'another thing is said.',
      'a third thing.',
      'a fourth thing.',
      'a fifth.',
    ]) {
      await person.send(answer);
    }
    expect(probes(person)).toHaveLength(3);
    expect(new Set(probes(person)).size).toBe(3);
    expect(person.lastSaid).toContain('/next moves on.');
  });

  test('do not come in the last fifth of the phase', async () => {
    const person = await inDesign();
    await person.wait(12.5);
    await person.send('We keep it simple.');
    expect(probes(person)).toEqual([]);
  });

  test('reach the points above the bar when the session is held at their level', async () => {
    const l7 = { ...shortTemplate, id: 'l6' };
    const person = await new Person({ problems: [{ ...calm, level: 'L7' }], templates: [{ ...l7, id: 'l7' }] }).start();
    await person.command('next');
    await person.send('We put counters and doorbells behind gateways.');
    expect(probes(person)).toEqual(['governance']);
  });
});

describe('a twist', () => {
  test('changes a requirement after the first answer in its phase, once', async () => {
    const person = await inDesign({ problems: [problem] });
    await person.send('A counter service.');
    expect(person.lastSaid).toBe('interviewer: Doors now count groups of people.');
    await person.send('Then the event has a number.');
    expect(turns(person).filter((turn) => turn.kind === 'twist')).toHaveLength(1);
  });

  test.each([
    ['by /next with an answer', async (person: Person) => sendWithNext(person, 'A counter service.')],
    ['by /next alone', async (person: Person) => person.command('next')],
    [
      'by an answer in overtime',
      async (person: Person) => {
        await person.wait(15);
        await person.send('A counter service.');
      },
    ],
  ])('comes with the next question, as a change, where its phase was ended %s', async (_, leave) => {
    const person = await inDesign({ problems: [problem] });
    await leave(person);
    const said =
      'interviewer: Before you begin with that: a requirement has changed. Doors now count groups of people.';
    expect(person.dialogue.slice(-2)).toEqual(['interviewer: What did you give up?', said]);
    await person.send('Exactness.');
    expect(turns(person).filter((turn) => turn.kind === 'twist')).toHaveLength(1);
  });

  test('does not come in a session of less than 30 minutes', async () => {
    const [brief, ...others] = shortTemplate.phases;
    if (brief === undefined) throw new Error('the tests need a phase');
    const person = await inDesign({
      problems: [problem],
      templates: [{ ...shortTemplate, minutes: 29, phases: [{ ...brief, minutes: 4 }, ...others] }],
    });
    await person.command('next');
    expect(person.lastSaid).toBe('interviewer: What did you give up?');
  });
});

describe('/next with an answer', () => {
  test('ends the phase without a follow-up, and says once how to hear one', async () => {
    const person = await new Person({ problems: [calm] }).start();
    await sendWithNext(person, 'It is for guards.');
    expect(person.view?.phase).toBe('Design 2/3');
    expect(person.view?.notice).toBe('Sent, without a follow-up: /next moves on at once. Ctrl-D sends and stays.');
    await sendWithNext(person, 'A counter service.');
    expect(person.view?.notice).toBeUndefined();
    expect(probes(person)).toEqual([]);
  });

  test('says nothing of it to who has heard a follow-up', async () => {
    const person = await new Person({ problems: [calm] }).start();
    await person.send('It is for guards.');
    await sendWithNext(person, 'And for nobody else.');
    expect(person.view?.notice).toBeUndefined();
  });
});

describe('hints', () => {
  test('go up three rungs on what was probed last, then on to the next point', async () => {
    const person = await inDesign();
    await person.send('We put doorbells at each door.');
    const said: string[] = [];
    for (let rung = 0; rung < 4; rung++) {
      await person.command('hint');
      said.push(person.lastSaid.replace('interviewer: ', ''));
    }
    expect(said).toEqual(['counters one', 'counters two', 'counters three', 'replicas one']);
  });
});

describe('questions', () => {
  test('that are a whole turn are answered as /ask is', async () => {
    const person = await new Person({ problems: [calm] }).start();
    await person.send('How many museums are there?');
    expect(person.lastSaid).toBe('interviewer: 1,000 museums with 10 doors each.');
  });

  test('inside an answer are answered where a fact fits, and a rhetorical one disturbs nothing', async () => {
    const person = await new Person({ problems: [calm] }).start();
    await person.send('It must be exact.\nHow many museums are there?\nWho could want less?');
    expect(person.dialogue.slice(-2)).toEqual([
      'interviewer: 1,000 museums with 10 doors each.',
      'interviewer: Tell me more, please (museums).',
    ]);
  });
});

describe('a coach', () => {
  test('gives feedback after a phase, and lets it be tried again', async () => {
    const person = await new Person({ problems: [calm] }, 'coach').start();
    await person.send('It is for guards.');
    await person.command('next');
    const feedback = person.dialogue.find((line) => line.startsWith('interviewer: Requirements: 0 of 1 points.'));
    expect(feedback).toContain('Still open:\n- Speaks of museums.');
    await person.command('retry');
    expect(person.view?.phase).toBe('Requirements 1/3');
    const questions = person.dialogue.filter((line) => line === 'interviewer: What would you like to know?');
    expect(questions).toHaveLength(2);
    await person.send('We count museums.');
    await person.command('next');
    expect(person.dialogue.some((line) => line.startsWith('interviewer: Requirements: 1 of 1 points.'))).toBe(true);
  });

  test('is not there in an interview', async () => {
    const person = await inDesign();
    expect(person.dialogue.some((line) => line.includes('points.'))).toBe(false);
    await person.command('retry');
    expect(person.view?.notice).toBe('A phase can be tried again with --mode coach only.');
  });
});

test('the same seed brings the same probes, another may order equals otherwise', async () => {
  const equal = {
    ...calm,
    points: ['aa', 'bb', 'cc', 'dd'].map((id) => point(`${id}x`, { stage: 'design', weight: 2 })),
  };
  const first = async (seed: number) => {
    const person = await new Person({ problems: [equal], seed }, 'interview', seed).start();
    await person.command('next');
    await person.send('We begin.');
    return probes(person)[0];
  };
  expect(await first(5)).toBe(await first(5));
  const found = new Set(await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(first)));
  expect(found.size).toBeGreaterThan(1);
});
