import { describe, expect, test } from 'vitest';
import { type PracticeOptions, runPractice } from '../../src/commands/practice.ts';
import { runResume } from '../../src/commands/resume.ts';
import { ContentError } from '../../src/errors.ts';
import { renderJson } from '../../src/transcript/json.ts';
import { transcribe } from '../../src/transcript/transcript.ts';
import { testContext, type World } from '../harness/context.ts';

const defaults: PracticeOptions = {
  problem: 'visitor-counter',
  time: undefined,
  template: undefined,
  level: undefined,
  phase: undefined,
  seed: 7,
  answers: undefined,
  problems: undefined,
  json: false,
  plain: false,
  bell: true,
};

async function playFile(text: string, options: Partial<PracticeOptions> = {}, world: World = {}) {
  const context = testContext({ ...world, files: { 'a.yaml': text } });
  const exitCode = await runPractice({ ...defaults, answers: 'a.yaml', json: true, ...options }, context);
  return { exitCode, context, session: JSON.parse(context.printed.out) };
}

const FULL = `
answers:
  requirements:
    - /ask how many museums
    - {text: "peak = 10M/day * 2 = 232/s", minutes: 3}
  design: |
    /api/v1/events: POST
    // no cache
  trade-offs:
    - freshness over exactness
    - /note look this up
`;

describe('practice with an answers file', () => {
  test('runs the whole interview and prints the session', async () => {
    const { exitCode, session } = await playFile(FULL);
    expect(exitCode).toBe(0);
    expect(session).toMatchObject({ schemaVersion: 1, session: '2026-11-22-visitor-counter', template: { id: 'l6' } });
    expect(
      session.phases.map((phase: { id: string; budgetMinutes: number; elapsedMs: number }) => [
        phase.id,
        phase.budgetMinutes,
        phase.elapsedMs,
      ]),
    ).toEqual([
      ['requirements', 5, 180_000],
      ['design', 15, 0],
      ['trade-offs', 10, 0],
    ]);
    const said = session.phases.flatMap((phase: { turns: { speaker: string; text: string }[] }) => phase.turns);
    expect(
      said
        .filter((turn: { speaker: string }) => turn.speaker === 'candidate')
        .map((turn: { text: string }) => turn.text),
    ).toEqual([
      'how many museums',
      'peak = 10M/day * 2 = 232/s',
      '/api/v1/events: POST\n// no cache\n',
      'freshness over exactness',
    ]);
    expect(said.map((turn: { text: string }) => turn.text)).toContain('1,000 museums with 10 doors each.');
  });

  test('leaves a journal that replays to the transcript it printed', async () => {
    const { context } = await playFile(FULL);
    const record = context.store.sessions.read('2026-11-22-visitor-counter');
    expect(renderJson(transcribe(record))).toBe(context.printed.out);
  });

  test('says the same again for the same answers and seed, and is marked scripted', async () => {
    const [first, second] = [await playFile(FULL), await playFile(FULL)];
    expect(second.context.printed.out).toBe(first.context.printed.out);
    expect(first.session.scripted).toBe(true);
  });

  test('gives three answers for three answers', async () => {
    const { session } = await playFile('answers: {requirements: one, design: two, trade-offs: three}');
    const turns = session.phases.flatMap((phase: { turns: { kind: string }[] }) => phase.turns);
    expect(turns.filter((turn: { kind: string }) => turn.kind === 'answer')).toHaveLength(3);
  });

  test('adds to its phase what comes after the time ended it, and drops nothing', async () => {
    const { session } = await playFile('answers: {requirements: [{text: late, minutes: 6}, and more]}');
    expect(
      session.phases[0].turns
        .filter((turn: { kind: string }) => turn.kind === 'answer')
        .map((turn: { text: string }) => turn.text),
    ).toEqual(['late', 'and more']);
  });

  test.each([
    ['a list', 'requirements: Guards., design: [/retry, We count museums.], trade-offs: Freshness.'],
    [
      'the last list',
      'requirements: Guards., design: We count museums., trade-offs: [/retry, By the door., /next, Freshness.]',
    ],
  ])('goes through every phase where %s tries the phase before again', async (_, answers) => {
    const { exitCode, session, context } = await playFile(`answers: {${answers}}`, { mode: 'coach' });
    const said = session.phases.map((phase: { turns: { kind: string; text: string }[] }) =>
      phase.turns.filter((turn) => turn.kind === 'answer').map((turn) => turn.text),
    );
    expect(said.at(-1)).toEqual(['Freshness.']);
    expect(said.flat()).toHaveLength(answers.match(/[A-Z]/g)?.length ?? 0);
    expect([exitCode, session.finished, session.assessment === null]).toEqual([0, true, false]);
    expect(context.printed.err).not.toContain('was not played');
  });

  test('says which turns could not be played', async () => {
    const { context } = await playFile('answers: {trade-offs: [{text: late, minutes: 11}, lost?]}');
    expect(context.printed.err).toContain('trade-offs: "lost?" was not played: The interview is over.');
  });

  test.each([
    ['', 1, 'the file is empty'],
    ['just text', 1, 'this is not an answers file'],
    ['answers: [', 1, ''],
    ['answer: {}', 1, 'unknown key "answer"'],
    ['answers: {desing: x}', 1, 'unknown phase "desing"'],
    ['answers:\n  design: 7', 2, 'a turn must be text'],
    ['answers:\n  design: {text: x, minutes: -1}', 2, 'minutes must be a number from 0 to 480'],
    ['answers:\n  design: {minute: 1, text: x}', 2, 'unknown key "minute"'],
    ['answers:\n  design: [/edit]', 2, '/edit needs a terminal'],
    ['answers:\n  design: " "', 2, 'a turn has no text'],
  ])('refuses %j with its place, and writes nothing', async (text, line, message) => {
    const context = testContext({ files: { 'a.yaml': text } });
    const run = runPractice({ ...defaults, answers: 'a.yaml' }, context);
    const error = await run.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(ContentError);
    const diagnostics = (error as ContentError).diagnostics;
    expect(diagnostics.some((each) => each.line >= line && each.message.includes(message))).toBe(true);
    expect(context.store.stored.size).toBe(0);
  });
});

describe('practice', () => {
  test('without a terminal is refused at once and names --answers', async () => {
    await expect(runPractice(defaults, testContext())).rejects.toMatchObject({
      exitCode: 2,
      hint: expect.stringContaining('--answers'),
    });
  });

  test.each([
    [{ problem: 'nope' }, 'nope'],
    [{ template: 'nope' }, 'nope'],
    [{ phase: 'desing' }, 'desing'],
    [{ level: 'L9' }, 'L9'],
  ])('refuses %j and writes nothing', async (options, named) => {
    const context = testContext({ interactive: true });
    await expect(runPractice({ ...defaults, ...options }, context)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining(named),
    });
    expect(context.store.stored.size).toBe(0);
  });

  test('of a single phase has that phase alone, with its budget', async () => {
    const { session } = await playFile('answers: {design: boxes}', { phase: 'design' });
    expect(
      session.phases.map((phase: { id: string; budgetMinutes: number }) => [phase.id, phase.budgetMinutes]),
    ).toEqual([['design', 15]]);
    expect(session.minutes).toBe(15);
  });

  test('scales the template to the time that is given', async () => {
    const { session } = await playFile('answers: {}', { time: 60 });
    expect(session.phases.map((phase: { budgetMinutes: number }) => phase.budgetMinutes)).toEqual([10, 30, 20]);
  });
});

describe('resume', () => {
  const options = { session: undefined, plain: false, bell: true };

  test('has nothing to go on with where nothing was left', async () => {
    await expect(runResume(options, testContext({ interactive: true }))).rejects.toMatchObject({
      exitCode: 2,
      message: 'No session is left to resume.',
    });
  });

  test('says where to read a session that is finished, and gives its lock back', async () => {
    const { context } = await playFile(FULL);
    const interactive = { ...context, terminal: testContext({ interactive: true }).terminal };
    await expect(runResume({ ...options, session: 'last' }, interactive)).rejects.toMatchObject({
      exitCode: 2,
      hint: 'To read it: sdi review 2026-11-22-visitor-counter',
    });
    context.store.sessions.open('2026-11-22-visitor-counter').close();
  });
});
