import { describe, expect, test } from 'vitest';
import { runPractice } from '../../src/commands/practice.ts';
import { type DrawingSpace, drawing, withLine, withPlainLine } from '../../src/interview/drawing.ts';
import type { Intent } from '../../src/session/decide.ts';
import { replay } from '../../src/session/reduce.ts';
import { testContext } from '../harness/context.ts';
import { play } from '../session/sessions.ts';
import { Person } from './person.ts';

const SPACE: DrawingSpace = { columns: 80, ascii: false };
const answered = (text: string): Intent => ({ type: 'answer', text });

function drawn(draft: string, { sent = [] as readonly Intent[], line = '', space = SPACE } = {}) {
  const { state } = play(...sent.map((intent) => [0, intent] as const));
  return drawing(state, { draft, line }, space);
}

describe('the picture', () => {
  test('is of what is being typed', () => {
    const { text = '', notice } = drawn('The parts:\nclient -> api -> (orders)\n\nThe api checks the token.', {
      sent: [answered('old -> older')],
    });
    expect(notice).toBeUndefined();
    expect(text).toContain('│ client ├');
    expect(text).not.toMatch(/old|token|parts/);
  });

  test('has all that was drawn, whether or not there is prose between', () => {
    const { text = '' } = drawn('reader -> cdn\n\ncdn -> api\n\nWrites go elsewhere:\nwriter -> queue');
    expect(text.match(/│ cdn ├/g)).toHaveLength(1);
    expect(text).toMatch(/│ api │[\s\S]*│ writer ├/);
  });

  test('is of the last answer that has one, where the draft has none, and says so', () => {
    const sent = [answered('first api -> db'), answered('second api -> db'), answered('We keep 3 copies.')];
    const { text = '' } = drawn('so we fail open', { sent });
    expect(text).toMatch(/^As sent in Requirements:\n\n/);
    expect(text).toContain('second');
    expect(text).not.toContain('first');
  });

  test('says which line beside it is none of it', () => {
    const { text = '', notice } = drawn('client -> api\nif api -> db fails we retry\nThat is all.');
    expect(text).toContain('│ api │');
    expect(notice).toBe('Line 2 of your text has an arrow and reads as prose; it is not drawn.');
    expect(drawn('client -> api\n\nif api -> db fails we retry').notice).toBeUndefined();
  });

  test('is of no answer that was withdrawn', () => {
    const { text = '' } = drawn('', { sent: [answered('a -> b'), answered('c -> d'), { type: 'undo' }] });
    expect(text).toContain('│ a ├');
    expect(text).not.toContain('│ c ├');
  });

  test('is of a draft that looks like prose, when there is nothing else', () => {
    expect(drawn('100 clients -> api').text).toContain('│ 100 clients ├');
  });

  test('is of the line behind the command, whatever it looks like', () => {
    const { text = '' } = drawn('a -> b\n\n100 clients -> api', { line: '100 clients -> api' });
    expect(text).toMatch(/│ a ├[\s\S]*│ 100 clients ├/);
  });

  test('is not drawn twice for the line behind the command', () => {
    expect(drawn('a -> b\nb -> c', { line: 'b -> c' }).text?.match(/│ c │/g)).toHaveLength(1);
  });

  test('keeps to the room, in words where it must', () => {
    const space = { ...SPACE, columns: 14 };
    const { text = '' } = drawn('mobile applications -> public gateway', { space });
    expect(text).toMatch(/^There is no room for a picture; in words:\n/);
    expect(text.replaceAll(/\s+/g, ' ')).toContain('applications calls public gateway');
  });

  test('is ASCII where it has to be', () => {
    expect(drawn('client -> (db)', { space: { ...SPACE, ascii: true } }).text).toMatch(/^[\n -~]+$/);
  });
});

describe('what is wrong', () => {
  test.each([
    ['', 'There is no diagram yet; type client -> api -> (store), then /draw.'],
    ['We shard by user.\n100M/min is a lot.', 'There is no diagram yet'],
    ['Parts:\n\nclient -> api\napi -> (orders', 'Line 4 of your text: This `(` is never closed.'],
    ['client -> api\napi ->', 'Line 2 of your text: Nothing stands behind this arrow. Name what is called'],
    ['flowchart LR\n  a -->', 'Line 2 of your text: '],
  ])('%j', (draft, notice) => {
    const found = drawn(draft);
    expect(found.text).toBeUndefined();
    expect(found.notice).toContain(notice);
  });

  test('a broken draft is told of, and no older picture is shown in its place', () => {
    const found = drawn('client -> api\napi ->', { sent: [answered('a -> b')] });
    expect(found).toEqual({ notice: expect.stringContaining('Line 2') });
  });

  test('what cannot be read is told of beside the picture of what can', () => {
    const found = drawn('a -> b\n\nThen\n\nc -> (d');
    expect(found).toEqual({
      text: expect.stringContaining('│ a ├'),
      notice: expect.stringContaining('Line 5 of your text: '),
    });
  });

  test('the line behind the command is not drawn without what belongs to it and is broken', () => {
    const found = drawn('a -> (b\nregion eu: a', { line: 'region eu: a' });
    expect(found).toEqual({ notice: expect.stringContaining('Line 1 of your text') });
  });

  test('a picture comes with what there is to tell about it', () => {
    expect(drawn('region eu: api\nclient -> eu')).toEqual({
      text: expect.stringContaining('│ eu │'),
      notice: expect.stringContaining('eu is drawn beside region eu.'),
    });
  });

  test('the line behind the command is told of first', () => {
    const found = drawn('a -> b\nhello', { line: 'hello' });
    expect(found).toEqual({ notice: expect.stringMatching(/^This line has no arrow\. Write `/) });
  });
});

test.each([
  ['', 0, 'a -> b\n', 7],
  ['first\n', 6, 'first\na -> b\n', 13],
  ['first\nlast', 6, 'first\na -> b\nlast', 13],
  ['first\nlast', 2, 'first\na -> b\nlast', 13],
  ['typed on', 8, 'typed on\na -> b\n', 16],
])('a line goes into %j at %i, and the cursor stands below it', (text, cursor, longer, place) => {
  expect(withLine({ text, cursor }, 'a -> b')).toEqual({ text: longer, cursor: place });
});

test('a plain draft only grows', () => {
  expect(withPlainLine({ text: '', cursor: 0 }, 'a -> b').text).toBe('a -> b');
  expect(withPlainLine({ text: 'first', cursor: 2 }, 'a -> b').text).toBe('first\na -> b');
});

describe('/draw in an interview', () => {
  const sit = (world = {}) => new Person(world).start();

  test('shows a picture as an aside, and leaves draft and session alone', async () => {
    const person = await sit();
    person.type('client -> api');
    const before = person.dialogue.length;
    await person.command('draw');
    expect(person.dialogue.slice(before)).toEqual([expect.stringMatching(/^aside: [\s\S]*│ client ├─+▶│ api │/)]);
    expect(person.draft.text).toBe('client -> api');
    const record = [...person.context.store.stored.values()].at(-1)?.record;
    expect(record && replay(record).turns.some(({ speaker }) => speaker === 'candidate')).toBe(false);
  });

  test('adds a line first, saves it, and the next one goes below', async () => {
    const person = await sit();
    await person.command('draw', 'client -> api');
    expect(person.draft).toEqual({ text: 'client -> api\n', cursor: 14 });
    await person.command('draw', 'api -> (orders)');
    expect(person.draft.text).toBe('client -> api\napi -> (orders)\n');
    expect(person.lastSaid).toMatch(/client[\s\S]*orders/);
    expect([...person.context.store.stored.values()].at(-1)?.draft?.text).toBe(person.draft.text);
  });

  test('keeps a line that cannot be read, and says what is wrong with it', async () => {
    const person = await sit();
    const before = person.dialogue.length;
    await person.command('draw', 'client ->');
    expect(person.draft.text).toBe('client ->\n');
    expect(person.view?.notice).toContain('Nothing stands behind this arrow.');
    expect(person.dialogue).toHaveLength(before);
  });

  test('keeps to the window', async () => {
    const person = await sit({ columns: 30 });
    person.type('first component -> second component -> third component');
    await person.command('draw');
    for (const row of person.lastSaid.replace('aside: ', '').split('\n')) expect(row.length).toBeLessThanOrEqual(28);
  });

  test('is drawn anew for another window', async () => {
    const person = await sit();
    person.type('first component -> second component -> third component');
    await person.command('draw');
    const shown = person.view?.turns.at(-1);
    expect(shown?.fit?.(28)).toMatch(/first[\s\S]*second[\s\S]*third/);
    for (const row of shown?.fit?.(28).split('\n') ?? ['missing'.repeat(9)]) expect(row.length).toBeLessThanOrEqual(28);
    expect(shown?.fit?.(77)).toBe(shown?.text);
  });

  test('has ASCII frames where the terminal shows no others', async () => {
    const person = await sit({ environment: { LANG: 'C' } });
    person.type('client -> api');
    await person.command('draw');
    expect(person.lastSaid).toContain('| client +');
  });

  test('says how to begin, where there is nothing', async () => {
    const person = await sit();
    await person.command('draw');
    expect(person.view?.notice).toContain('client -> api -> (store)');
    await person.command('help');
    expect(person.lastSaid).toContain('/draw [a -> b]');
  });

  test.each(['draw', '/draw', 'calc'])('help tells how it is written: /help %s', async (topic) => {
    const person = await sit();
    await person.command('help', topic);
    expect(person.lastSaid).toContain(topic === 'calc' ? 'peak = 100M/min' : 'api => jobs => worker');
    expect(person.lastSaid).not.toContain('/note');
  });
});

test('/draw has no place in an answers file, and the file is told so', async () => {
  const context = testContext({ files: { 'a.yaml': 'answers: {requirements: ["/draw a -> b"]}' } });
  const options = { problem: 'visitor-counter', answers: 'a.yaml', json: true, plain: false, bell: true, seed: 7 };
  const rest = { time: undefined, template: undefined, level: undefined, phase: undefined, problems: undefined };
  await expect(runPractice({ ...options, ...rest }, context)).rejects.toMatchObject({
    diagnostics: [{ message: '/draw needs a terminal' }],
  });
});
