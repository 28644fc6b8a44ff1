import { describe, expect, test } from 'vitest';
import { MachineError } from '../../src/errors.ts';
import { replay } from '../../src/session/reduce.ts';
import { Person } from './person.ts';

const sit = (world = {}) => new Person(world).start();

function stored(person: Person) {
  const record = [...person.context.store.stored.values()].at(-1);
  return { state: record?.record && replay(record.record), draft: record?.draft };
}

describe('an interview', () => {
  test('opens with the plan, the statement and the first question', async () => {
    const person = await sit();
    expect(person.dialogue[0]).toContain(
      'Visitor counter, L6 on the Amazon ladder, 30 minutes: Requirements 5 · Design 15 · Trade-offs 10.',
    );
    expect(person.dialogue.slice(1)).toEqual([
      'interviewer: Design a counter of visitors.\n\nEvery museum shows the number of people inside.',
      'interviewer: What would you like to know?',
    ]);
    expect(person.view).toMatchObject({
      title: 'Visitor counter · L6',
      phase: 'Requirements 1/3',
      phaseLeftMs: 300_000,
      totalLeftMs: 1_800_000,
    });
  });

  test('goes through all phases and ends', async () => {
    const person = await sit();
    await person.send('1,000 museums');
    expect(person.lastSaid).toBe('interviewer: Thank you. Anything else? /next moves on.');
    person.type('and doors');
    await person.command('next');
    expect(person.lastSaid).toBe('interviewer: What are the parts?');
    expect(person.draft.text).toBe('');
    await person.command('next');
    await person.send('freshness');
    expect(person.lastSaid).toContain('/next ends the interview.');
    await person.command('next');
    expect(person.outcome).toMatchObject({ exitCode: 0, finished: true, unsaved: undefined });
    expect(person.closed).toBe(true);
    expect(person.kept.map((each) => each.heading)).toEqual([
      'Requirements, 00:00 of 5 min',
      'Design, 00:00 of 15 min',
      'Trade-offs, 00:00 of 10 min',
    ]);
    expect(
      stored(person)
        .state?.turns.filter((turn) => turn.speaker === 'candidate')
        .map((turn) => turn.text),
    ).toEqual(['1,000 museums', 'and doors', 'freshness']);
  });

  test('tells a fact when asked, and offers a numbered choice when it is not clear which', async () => {
    const person = await sit();
    await person.command('ask', 'how many museums are there?');
    expect(person.lastSaid).toBe('interviewer: 1,000 museums with 10 doors each.');
    await person.command('ask', 'what colour?');
    expect(person.lastSaid).toBe('interviewer: I have nothing on that: make an assumption, and say what it is.');
    await person.command('ask', 'how many?');
    expect(person.lastSaid).toContain(' 1  Number of museums\n 2  Visitors a day\nAsk by number, such as /ask 1');
    await person.command('ask', '2');
    expect(person.lastSaid).toBe('interviewer: 10 million a day.');
    await person.command('brief');
    expect(person.lastSaid).toContain('- 1,000 museums with 10 doors each.\n- 10 million a day.');
  });
});

test('empty lines at the end of an answer are kept, and not shown', async () => {
  const person = await sit();
  await person.send('an answer\n\n in two parts \n\n');
  expect(person.dialogue).toContain('candidate: an answer\n\n in two parts');
  expect(stored(person).state?.turns.some(({ text }) => text === 'an answer\n\n in two parts \n\n')).toBe(true);
});

describe('the clock', () => {
  test('rings at a fifth of a short phase and at zero, says once that the time is over, and waits', async () => {
    const person = await sit();
    await person.wait(3.9);
    expect(person.rings).toBe(0);
    await person.wait(0.2);
    expect(person.rings).toBe(1);
    await person.wait(1);
    expect(person.rings).toBe(2);
    await person.wait(3);
    expect(person.dialogue.filter((line) => line.includes('The time for Requirements is over'))).toHaveLength(1);
    expect(person.view?.phase).toBe('Requirements 1/3');
    expect(person.view?.phaseLeftMs).toBeLessThan(-180_000);
  });

  test('never takes a character away: what is typed at zero is sent whole and marked overtime', async () => {
    const person = await sit();
    person.type('half a thou');
    await person.wait(5.5);
    expect(person.dialogue.join()).not.toContain('is over');
    await person.send('ght');
    expect(stored(person).state?.turns.find((turn) => turn.kind === 'answer')).toMatchObject({
      text: 'half a thought',
      overtime: true,
    });
    expect(person.view?.phase).toBe('Design 2/3');
  });

  test('counts the session below zero and leaves the budgets of later phases alone', async () => {
    const person = await sit();
    await person.wait(31);
    expect(person.lastSaid).toContain('That is our time.');
    await person.command('next');
    expect(person.view?.totalLeftMs).toBe(-60_000);
    expect(person.view?.phaseLeftMs).toBe(900_000);
  });

  test('stands still in a pause, which is recorded with its length', async () => {
    const person = await sit();
    await person.wait(1);
    await person.command('pause');
    await person.wait(10);
    expect(person.view).toMatchObject({ paused: true, phaseLeftMs: 240_000 });
    await person.send('typed in the pause');
    expect(person.view?.notice).toBe('The clock is paused; /pause goes on.');
    await person.command('pause');
    expect(stored(person).state?.pauses).toEqual([{ at: 60_000, reason: 'asked', awayMs: 600_000 }]);
    expect(person.draft.text).toBe('typed in the pause');
  });

  test.each([
    ['ask', 'How many visits a day?'],
    ['note', 'come back to the shards'],
    ['back', 'somewhere else'],
  ])('gives the text of /%s back that it cannot take now', async (word, text) => {
    const person = await sit();
    person.type('half an answer');
    await person.command('pause');
    await person.command(word, text);
    if (word === 'note') expect(stored(person).state?.notes).toMatchObject([{ text }]);
    else expect(person.draft.text).toBe(`half an answer\n/${word} ${text}`);
  });

  test('does not count the sleep of the machine, nor the time the process was stopped', async () => {
    const person = await sit();
    await person.wait(1);
    person.context.clock.sleep(600_000);
    await person.wait(1);
    person.context.clock.advance(0);
    await person.input({ type: 'continued' });
    expect(stored(person).state?.pauses[0]).toMatchObject({ reason: 'slept', awayMs: 600_000 });
    expect(person.view?.phaseLeftMs).toBe(180_000);
  });

  test('is not moved by a calendar that jumps', async () => {
    const person = await sit();
    person.context.clock.jump(3_600_000);
    await person.wait(1);
    expect(person.view?.phaseLeftMs).toBe(240_000);
    expect(stored(person).state?.pauses).toEqual([]);
  });
});

describe('nothing typed is lost', () => {
  test('a draft is on disk within a second, and carries the elapsed time at least every four', async () => {
    const person = await sit();
    await person.wait(0.5);
    person.type('x');
    person.context.clock.advance(1_000);
    await new Promise(setImmediate);
    expect(stored(person).draft).toMatchObject({ text: 'x' });
    await person.wait(1);
    expect(stored(person).draft?.at).toBeGreaterThan(86_000);
  });

  test('an answer that the disk refuses stays in the prompt, and saves when there is space', async () => {
    let full = false;
    const person = await sit({
      beforeWrite: () => {
        if (full) throw new MachineError('The disk is full.', { hint: 'Make room and send again.' });
      },
    });
    full = true;
    await person.send('precious');
    expect(person.view?.notice).toBe('The disk is full. Make room and send again.');
    expect(person.draft.text).toBe('precious');
    full = false;
    await person.send();
    expect(person.draft.text).toBe('');
    expect(stored(person).state?.turns.some((turn) => turn.text === 'precious')).toBe(true);
  });

  test('a draft that cannot be saved is handed back when the candidate leaves', async () => {
    let full = false;
    const person = await sit({
      beforeWrite: () => {
        if (full) throw new MachineError('The disk is full.');
      },
    });
    person.type('unsaved words');
    full = true;
    await person.input({ type: 'left', by: 'terminated' });
    expect(person.outcome).toMatchObject({ exitCode: 4, finished: false, unsaved: 'unsaved words' });
  });

  test.each([
    ['quit', 0],
    ['interrupted', 130],
    ['input-ended', 130],
    ['terminated', 143],
    ['hangup', 129],
  ] as const)(
    'left by %s, the session goes on later with its draft and the time that was left',
    async (by, exitCode) => {
      const person = await sit();
      await person.wait(2);
      person.type('half');
      await person.input({ type: 'left', by });
      expect(person.outcome).toMatchObject({ exitCode, finished: false, unsaved: undefined });
      person.context.clock.advance(7_200_000);
      await person.resume();
      expect(person.draft.text).toBe('half');
      expect(person.view?.phaseLeftMs).toBe(180_000);
      expect(person.dialogue.filter((line) => line.includes('What would you like to know?'))).toHaveLength(1);
      expect(person.lastSaid).toBe('aside: Welcome back. Requirements is open; the clock goes on from here.');
      expect(stored(person).state?.leavings).toEqual([{ at: 120_000, by }]);
    },
  );
});

describe('command words', () => {
  test('undo withdraws the last answer and brings it back to be edited', async () => {
    const person = await sit();
    await person.send('wrong');
    await person.command('undo');
    expect(person.draft.text).toBe('wrong');
    expect(person.view?.turns.find((turn) => turn.text === 'wrong')).toMatchObject({ mark: 'withdrawn' });
  });

  test('undo leaves alone what is being typed', async () => {
    const person = await sit();
    await person.send('wrong');
    person.type('something new');
    await person.command('undo');
    expect(person.draft.text).toBe('something new');
  });

  test('back sends the next answer to the earlier phase, with a receipt', async () => {
    const person = await sit();
    await person.command('next');
    await person.command('back', 'requirements');
    expect(person.view).toMatchObject({
      phase: 'Design 2/3, to Requirements',
      notice: 'Your next answer goes to Requirements; /back design stays here.',
    });
    await person.send('forgotten');
    expect(person.lastSaid).toBe('interviewer: Thank you, I have added that to Requirements. Back to Design.');
  });

  test('a note is private: kept, and shown as a note', async () => {
    const person = await sit();
    await person.command('note', 'come back to doors');
    expect(person.lastSaid).toBe('note: come back to doors');
    expect(stored(person).state).toMatchObject({ notes: [{ text: 'come back to doors' }] });
  });

  test('time shows spent and planned minutes, help every word, edit brings the text of the editor', async () => {
    const person = await sit();
    await person.wait(6);
    await person.command('time');
    expect(person.lastSaid).toContain('> Requirements  06:00 of 05:00  over');
    await person.command('help');
    expect(person.lastSaid).toContain('/back <phase>');
    await person.command('edit');
    expect(person.draft.text).toBe('from the editor');
  });
});
