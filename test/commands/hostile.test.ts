import { describe, expect, test } from 'vitest';
import { runComplete } from '../../src/commands/complete.ts';
import { runDelete } from '../../src/commands/delete.ts';
import { runDoctor } from '../../src/commands/doctor.ts';
import { runExport } from '../../src/commands/export.ts';
import { runList } from '../../src/commands/list.ts';
import { runReview } from '../../src/commands/review.ts';
import { runShow } from '../../src/commands/show.ts';
import type { Command } from '../../src/context.ts';
import { visitorCounter } from '../harness/catalogue.ts';
import { type TestContext, testContext } from '../harness/context.ts';
import { fullRecord } from '../harness/sessions.ts';

/** ESC, OSC, BEL, CSI of C1, carriage return, direction and zero-width characters. */
const NASTY = '\x1b[2J\x1b]0;title\x07\x9b31m\r\u202e\u2066\u200b\ufeff';
/** Everything that a terminal might obey or hide. A newline is how we end lines; a tab divides the replies of completion. */
const RAW = /(?![\n\t])\p{Cc}|[\u200b\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** The value with `NASTY` at the end of every text in it. */
function spoiled<T>(value: T): T {
  if (typeof value === 'string') return `${value}${NASTY}` as T;
  if (Array.isArray(value)) return value.map(spoiled) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, spoiled(each)])) as T;
}

function spoiledRecord() {
  const { header, events } = fullRecord();
  const said = events.map((event) =>
    event.type === 'said' || event.type === 'noted' ? { ...event, text: event.text + NASTY } : event,
  );
  const opened = said.map((event) =>
    event.type === 'opened'
      ? { ...event, phases: event.phases.map((phase) => ({ ...phase, title: phase.title + NASTY })) }
      : event,
  );
  return { header: spoiled(header), events: opened };
}

function spoiledContext(): TestContext {
  return testContext({
    interactive: true,
    problems: [{ ...spoiled(visitorCounter), level: 'L6', difficulty: 'easy', updated: `2026-01-01${NASTY}` }],
    sessions: [{ id: `broken${NASTY}`, fault: `fault${NASTY}` }, spoiledRecord()],
    diagnosis: [{ name: `name${NASTY}`, ok: false, detail: `detail${NASTY}` }],
    environment: { TERM: NASTY, EDITOR: NASTY, NO_COLOR: NASTY },
    choices: [true],
  });
}

const problem = visitorCounter.id + NASTY;
const session = 'last';
const argument = { name: () => 'problem', variadic: false };
const leaf = {
  name: () => 'show',
  description: () => NASTY,
  commands: [],
  options: [],
  registeredArguments: [argument],
};
const program = { ...leaf, commands: [leaf], registeredArguments: [] };

/** Binds options, so that commands of different options stand in one table. */
function bind<Options>(command: Command<Options>, options: Options) {
  return (context: TestContext) => command(options, context);
}

describe.each([
  ['list', bind(runList, {})],
  ['list --json', bind(runList, { json: true })],
  ['show', bind(runShow, { problem })],
  ['show --solution', bind(runShow, { problem, solution: true })],
  ['show --solution --json', bind(runShow, { problem, solution: true, json: true })],
  ['review --json', bind(runReview, { json: true })],
  ['review last', bind(runReview, { session })],
  ['review last --json', bind(runReview, { session, json: true })],
  ['export last', bind(runExport, { session })],
  ['export last --format json', bind(runExport, { session, format: 'json' })],
  ['export last --output', bind(runExport, { session, output: `file${NASTY}` })],
  ['delete', bind(runDelete, { sessions: [`broken${NASTY}`, session] })],
  ['doctor', bind(runDoctor, {})],
  ['doctor --salvage', bind(runDoctor, { salvage: session })],
  ['complete', bind(runComplete, { words: ['show', ''], program })],
  ['complete commands', bind(runComplete, { words: [''], program })],
])('sdi %s', (_, run) => {
  test('prints no raw control character from titles, ids, answers or faults', async () => {
    const context = spoiledContext();
    await run(context);
    expect(context.printed.out).not.toMatch(RAW);
    expect(context.printed.err).not.toMatch(RAW);
  });
});

test('the list of sessions and the menu too', async () => {
  const context = testContext({ sessions: [{ id: `broken${NASTY}`, fault: NASTY }, spoiledRecord()] });
  await runReview({}, context);
  expect(context.printed.out).not.toMatch(RAW);
  const terminal = testContext({
    interactive: true,
    sessions: [spoiledRecord()],
    choices: [spoiledRecord().header.session],
  });
  await runReview({}, terminal);
  expect(terminal.asked[0]?.labels.join()).not.toMatch(RAW);
});

test('no command prints an escape of its own to a plain output', async () => {
  const context = testContext({ sessions: [fullRecord()] });
  await runList({}, context);
  await runShow({ problem: visitorCounter.id, solution: true }, context);
  await runReview({ session }, context);
  await runDoctor({}, context);
  expect(context.printed.out).not.toContain('\x1b');
});
