import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { reportAsked } from '../../src/assessment/asked.ts';
import type { Problem } from '../../src/catalogue/schema.ts';
import { replyToAsk } from '../../src/interview/asking.ts';
import { asksIn, questionsIn } from '../../src/interview/questions.ts';
import { replay } from '../../src/session/reduce.ts';
import { problemLike } from '../harness/catalogue.ts';
import { recordLike } from '../harness/sessions.ts';
import { SEVERAL } from './asked-questions.ts';
import { Person } from './person.ts';

describe('a question', () => {
  test.each([
    'How many requests per second at peak',
    'And how many regions do we run in',
    'What latency do we need',
    'How exact must the limits be',
    'Do we need exactly once.',
    'Should I assume a global user base',
    'Is there a budget',
    'which services call us',
    'what happens if the store dies',
    'How many users are expected',
    "What's the peak",
    'Can users opt out',
    'Tell me the peak rate',
    'Are bursts allowed',
    'does a limit apply per user',
    'what scale',
    '- how many nines',
    'Who could want less?',
  ])('is "%s"', (text) => {
    expect(questionsIn(text)).toMatchObject({ lines: [expect.any(String)], isAll: true });
  });

  test.each([
    'What we store is a hash.',
    'How this works: the gateway asks the limiter.',
    'How do we shard: by key',
    'What the cache holds is the policy',
    'Which means twice the load',
    'which gives 5 TB',
    'What matters is latency.',
    'When a user clicks, the edge answers.',
    'When in doubt deny',
    'Who calls it does not matter',
    'Which region a client uses is decided by DNS',
    'How many requests we get decides the size.',
    'Can be added later',
    'Do it in batches',
    'Have the gateway cache the answer',
    'Should the store fail, we deny.',
    'Must be durable',
    'Is eventually consistent',
    'Does rate limiting at the edge',
    'Only then do we write.',
    'We ask what the peak is.',
    'GET /links?page=2 lists them',
  ])('is not "%s"', (text) => {
    expect(questionsIn(text)).toEqual({ lines: [], isAll: false });
  });

  test('stands by itself in a sentence, a line or a clause', () => {
    expect(questionsIn('How many policies do we have? I assume 10k.')).toEqual({
      lines: ['How many policies do we have?'],
      isAll: false,
    });
    expect(
      questionsIn('Thanks. Two questions:\n1. What is the peak, and how many regions are there?\n2. who pays?'),
    ).toEqual({ lines: ['What is the peak', 'how many regions are there?', 'who pays?'], isAll: true });
  });
});

describe('what is asked by /ask', () => {
  test.each([
    ['latency; availability; budget?', ['latency', 'availability', 'budget?']],
    ['- number of regions\n- who calls it\n* peak', ['number of regions', 'who calls it', 'peak']],
    ['1) latency 2) uptime', ['latency', 'uptime']],
    ['Latency target. Uptime target. Budget?', ['Latency target.', 'Uptime target.', 'Budget?']],
    ['Hi there, some questions:\nright to erasure\ngood uptime', ['right to erasure', 'good uptime']],
    ['How many users? I assume 500.', ['How many users?']],
    ['Say 10 regions; how many users?', ['how many users?']],
    ['it is late', ['it is late']],
  ])('are the questions of "%s", and what it names', (text, asked) => {
    expect(asksIn(text)).toEqual(asked);
  });
});

const folder = new URL('../../problems/', import.meta.url);

describe.each(Object.entries(SEVERAL))('several questions on %s', (id, rows) => {
  const problem = parse(readFileSync(new URL(`${id}.yaml`, folder), 'utf8')) as Problem;
  const state = replay(recordLike());

  test.each(rows)('%j', (text, wanted) => {
    const turns = replyToAsk(state, problem, text);
    const told = turns.map(({ kind, about }) => (kind === 'fact' ? about : `| ${about}`)).join(' ');
    expect(told).toBe(wanted);
  });
});

const facts: Problem['facts'] = [
  { id: 'museums', topic: 'Number of museums', asks: ['how many museums'], answer: '1,000 museums.' },
  { id: 'tickets', topic: 'Tickets a day', asks: ['how many tickets'], answer: '10 million a day.' },
  { id: 'delay', topic: 'Delay of the display', asks: ['@latency', 'speed of the display'], answer: 'Two seconds.' },
  { id: 'screens', topic: 'Width of the display', asks: ['screen'], answer: 'A metre.' },
];
const problem = problemLike({ id: 'visitor-counter', facts, twists: [] });

async function ask(...turns: readonly string[]) {
  const person = await new Person({ problems: [problem] }).start();
  const before = person.dialogue.length;
  for (const turn of turns) {
    if (turn.startsWith('/ask ')) await person.command('ask', turn.slice(5));
    else await person.send(turn);
  }
  const said = person.dialogue.slice(before).filter((line) => line.startsWith('interviewer: '));
  const stored = [...person.context.store.stored.values()].at(-1)?.record;
  if (stored === undefined) throw new Error('nothing was stored');
  return { said: said.map((line) => line.replace('interviewer: ', '')), asked: reportAsked(replay(stored), problem) };
}

describe('several questions of one turn', () => {
  test('are answered one by one, in order, each fact once', async () => {
    const { said, asked } = await ask('How many tickets are there?\nWhat latency do we need?\nAnd how many museums');
    expect(said).toEqual(['10 million a day.', 'Two seconds.', '1,000 museums.']);
    expect(asked).toEqual({
      asked: ['Number of museums', 'Tickets a day', 'Delay of the display'],
      offered: [],
      unanswered: [],
      neverAsked: ['Width of the display'],
    });
  });

  test('of one sentence are told where each part is clear', async () => {
    const { said } = await ask('What latency, and how many museums and tickets?');
    expect(said).toEqual(['Two seconds.', '1,000 museums.', '10 million a day.']);
  });

  test.each(['tickets; latency; museums', '- tickets\n- latency\n- museums', 'tickets + latency / museums, please'])(
    'are told whatever parts them: "%s"',
    async (text) => {
      const { said } = await ask(`/ask ${text}`);
      expect(said).toEqual(['10 million a day.', 'Two seconds.', '1,000 museums.']);
    },
  );

  test('of which some have no fact are answered, and the others named', async () => {
    const { said } = await ask('/ask museums, gift wrapping and screen');
    expect(said).toEqual([
      '1,000 museums.',
      'A metre.',
      'I have nothing on "gift wrapping": make an assumption, and say what it is.',
    ]);
  });

  test('that no fact answers are named in one reply, and stand in the debrief', async () => {
    const { said, asked } = await ask(
      'Who is on call?\nHow many museums are there?\nAnd what does a guide cost?',
      '/ask who is on call',
    );
    expect(said).toEqual([
      '1,000 museums.',
      'I have nothing on "Who is on call?" and "what does a guide cost?": make an assumption, and say what it is.',
      'I have nothing on that: make an assumption, and say what it is.',
    ]);
    expect(asked.unanswered).toEqual(['who is on call', 'what does a guide cost?']);
  });

  test('that are not clear are named with what they may mean', async () => {
    const { said, asked } = await ask('How many museums are there?\nWhat about displays?', '/ask 2');
    expect(said).toEqual([
      '1,000 museums.',
      [
        'Which of these do you mean by "What about displays?"?',
        ' 1  Delay of the display',
        ' 2  Width of the display',
        'Ask by number, such as /ask 1',
      ].join('\n'),
      'A metre.',
    ]);
    expect(asked).toMatchObject({
      asked: ['Number of museums', 'Width of the display'],
      offered: ['Delay of the display'],
    });
  });
});

describe('one question', () => {
  test('that no fact answers gets an honest reply', async () => {
    const { said, asked } = await ask('/ask who is on call');
    expect(said).toEqual(['I have nothing on that: make an assumption, and say what it is.']);
    expect(asked).toMatchObject({ asked: [], unanswered: ['who is on call'] });
  });

  test('that may mean one fact only is asked back by its name', async () => {
    const { said } = await ask('/ask is a screen yellow, round or bent', '/ask 1');
    expect(said).toEqual(['Do you mean "Width of the display"? /ask 1 tells it.', 'A metre.']);
  });

  test('in an answer, with an assumption behind it, is answered', async () => {
    const { said } = await ask('How many museums do we have? I assume 500.');
    expect(said[0]).toBe('1,000 museums.');
  });

  test('of rhetoric, or unclear, in an answer disturbs nothing', async () => {
    const { said } = await ask('We keep it exact. What about displays? Who could want less?');
    expect(said).toHaveLength(1);
    expect(said[0]).not.toContain('mean');
  });
});
