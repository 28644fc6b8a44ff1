import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Program, sessionId } from './program.ts';

const CTRL_D = '\x04';
const ID = sessionId('rate-limiter');

test('an interview goes through all phases, is killed in the middle, resumed and finished, and keeps every answer byte for byte', async () => {
  const sdi = new Program();
  const answers = [
    'Clients: services of our own.\r/api/v1/users: GET is limited per user\r// cache miss is no reason to refuse',
    'peak = 100M/min / 60 = 1.67M/s\ncounters = 10K * 1M * 64 bytes = 640 GB\n/next\n/quit\n\ttabbed, ünïcödé 🙂',
    'client -> gateway -> limiter -> [redis]',
  ];

  const first = sdi.open(['practice', 'rate-limiter', '--time', '45', '--seed', '1']);
  await first.waitFor('Requirements 1/7');
  first.type(answers[0] ?? '');
  await first.waitFor('no reason to refuse');
  first.type(CTRL_D);
  await sdi.taken(first, ID, 1);
  first.type('/next\r');
  await first.waitFor('2/7');
  first.paste(answers[1] ?? '');
  await first.waitFor('tabbed');
  first.type(CTRL_D);
  await sdi.taken(first, ID, 2);
  first.type('/next\r');
  await first.waitFor('3/7');
  first.type('half an ans');
  await first.waitFor('half an ans');
  await first.waitUntil(() => sdi.draft(ID) === 'half an ans');
  first.signal('SIGKILL');
  await first.exited;

  const second = sdi.open(['resume']);
  await second.waitFor('half an ans');
  await second.waitFor('3/7');
  second.type('\x15');
  second.pasteRaw((answers[2] ?? '').replaceAll('\n', '\r'));
  await second.waitFor('[redis]');
  second.type(CTRL_D);
  await sdi.taken(second, ID, 3);
  for (const place of ['4/7', '5/7', '6/7', '7/7']) {
    second.type('/next\r');
    await second.waitFor(place);
  }
  second.type('/next\r');
  await sdi.close(second);
  const { exitCode } = await second.exited;
  expect(exitCode).toBe(0);
  expect(second.scrollback()).toContain('the interview is over');

  const sent = answers.map((answer) => answer.replaceAll('\r', '\n'));
  expect(sdi.answers(ID)).toEqual(sent);
  const shown = JSON.parse(sdi.run(['review', 'last', '--json']).out);
  const turns = shown.phases.flatMap((phase: { turns: { kind: string; text: string }[] }) => phase.turns);
  expect(
    turns.filter((turn: { kind: string }) => turn.kind === 'answer').map((turn: { text: string }) => turn.text),
  ).toEqual(sent);
  const markdown = sdi.run(['export', 'last']).out;
  for (const answer of sent) expect(markdown).toContain(answer);
  expect(readFileSync(join(sdi.home, 'sessions', ID, 'transcript.md'), 'utf8')).toBe(markdown);
}, 60_000);

test('the dialogue of a phase stays in the scrollback when the phase ends', async () => {
  const sdi = new Program();
  const terminal = sdi.open(['practice', 'url-shortener']);
  await terminal.waitFor('Requirements 1/7');
  terminal.type(`short links${CTRL_D}`);
  await sdi.taken(terminal, sessionId('url-shortener'));
  terminal.type('/next\r');
  await terminal.waitFor('2/7');
  terminal.type('/quit\r');
  expect(await terminal.exited).toMatchObject({ exitCode: 0 });
  expect(terminal.scrollback()).toMatch(/Requirements, \d\d:\d\d of \d+ min/);
  expect(terminal.scrollback()).toContain('short links');
  expect(terminal.scrollback()).toContain(`sdi resume ${sessionId('url-shortener')}`);
});

test('a fact is told when asked, and a question that no fact answers gets an honest reply', async () => {
  const sdi = new Program();
  const terminal = sdi.open(['practice', 'url-shortener'], { rows: 40 });
  await terminal.waitFor('Requirements 1/7');
  terminal.type('/ask what is the peak traffic?\r');
  await terminal.waitFor('50,000');
  terminal.type('/ask what colour is it?\r');
  await terminal.waitFor('make an assumption');
});

test('with an unfinished session, practice offers to go on with it', async () => {
  const sdi = new Program();
  const first = sdi.open(['practice', 'url-shortener']);
  await first.waitFor('Requirements 1/7');
  first.type(`my answer${CTRL_D}`);
  await sdi.taken(first, sessionId('url-shortener'));
  first.type('/quit\r');
  await first.exited;
  const second = sdi.open(['practice', 'url-shortener']);
  await second.waitFor('Go on with it');
  second.type('\r');
  await second.waitFor('Welcome back');
  expect(second.screen()).toContain('my answer');
});

test('without a problem, practice shows a menu', async () => {
  const sdi = new Program();
  const terminal = sdi.open(['practice']);
  await terminal.waitFor('Which problem?');
  expect(terminal.screen()).toContain('URL shortener');
  terminal.type('\r');
  await terminal.waitFor('1/7');
});

test('plain mode asks in numbered lists, without an escape sequence', async () => {
  const sdi = new Program();
  const terminal = sdi.open(['practice', '--plain']);
  await terminal.waitFor('A number from 1 to 3:');
  terminal.type('3\r');
  await terminal.waitFor('Requirements');
  terminal.type('/quit\r');
  expect(await terminal.exited).toMatchObject({ exitCode: 0 });
  expect(terminal.output()).not.toContain('\x1b');
});

test('plain mode goes line by line, without an escape sequence, and ends with the input saved', async () => {
  const sdi = new Program();
  const terminal = sdi.open(['practice', 'url-shortener', '--plain']);
  await terminal.waitFor('Requirements');
  terminal.type('first line\r');
  await terminal.waitFor('first line');
  terminal.type(' /next is text here\r');
  terminal.type('/send\r');
  await terminal.waitUntil(() => sdi.answers(sessionId('url-shortener')).length === 1);
  terminal.type('left behind\r');
  await terminal.waitFor(/left behind/);
  terminal.type(CTRL_D);
  expect(await terminal.exited).toMatchObject({ exitCode: 130 });
  expect(terminal.output()).not.toContain('\x1b');
  const id = sessionId('url-shortener');
  expect(sdi.answers(id)).toEqual(['first line\n /next is text here']);
  expect(sdi.draft(id)).toBe('left behind');
  expect(terminal.screen()).toContain(`sdi resume ${id}`);
});
