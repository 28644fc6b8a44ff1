import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MachineError } from '../../src/errors.ts';
import type { ProcessFacts } from '../../src/store/process-facts.ts';
import { sampleHeader } from '../journal/sample.ts';
import { answer, setFault, storeWorld } from './world.ts';

const ID = sampleHeader.session;
const alive: Partial<ProcessFacts> = {
  pid: 4711,
  host: () => 'here',
  bootId: () => 'boot-1',
  startTime: () => '100',
  isAlive: () => true,
};

/** A session that process 4711 has open, and the world of another process that wants it. */
function taken(other: Partial<ProcessFacts>, owner = alive) {
  const first = storeWorld({ facts: owner });
  const session = first.store.sessions.create(sampleHeader);
  return { first, session, second: storeWorld({ home: first.home, facts: { ...alive, pid: 4712, ...other } }) };
}

test('a session that is open is refused, naming the process', () => {
  const { second } = taken({});
  expect(() => second.store.sessions.open(ID)).toThrow(`${ID} is open in process 4711.`);
  expect(() => second.store.sessions.remove(ID)).toThrow(/is open in process 4711/);
  expect(existsSync(second.path(ID))).toBe(true);
});

test('a session that this very process has open is refused', () => {
  const world = storeWorld();
  world.store.sessions.create(sampleHeader);
  expect(() => world.store.sessions.open(ID)).toThrow(`is open in process ${process.pid}`);
});

test.each<[string, Partial<ProcessFacts>]>([
  ['is dead', { isAlive: () => false }],
  ['ran before the machine was started again', { bootId: () => 'boot-2' }],
  ['had its number before another process got it', { startTime: () => '200' }],
])('a lock whose owner %s is taken over', (_, facts) => {
  const { second } = taken(facts);
  const session = second.store.sessions.open(ID);
  session.append([answer('mine now')]);
  session.close();
  expect(second.names(ID)).toEqual(['journal.jsonl']);
});

test.each<[string, Partial<ProcessFacts>]>([
  ['its start time is not told', { startTime: () => undefined }],
  ['the start of the machine is not told', { bootId: () => undefined }],
])('a lock whose owner lives keeps the session where %s', (_, facts) => {
  expect(() => taken(facts).second.store.sessions.open(ID)).toThrow(/is open in process 4711/);
});

test('a lock of another machine is respected, saying what to do', () => {
  const { second } = taken({ host: () => 'there', isAlive: () => false });
  expect(() => second.store.sessions.open(ID)).toThrow(/another machine: process 4711 on here/);
  expect(() => second.store.sessions.open(ID)).toThrow(
    expect.objectContaining({ hint: expect.stringContaining(second.path(ID, 'lock')) }),
  );
});

test.each(['', 'x', '{}', '{"pid":"1","host":"here"}', '{"pid":-1,"host":"here"}'])(
  'a lock that reads %j is not taken over',
  (text) => {
    const { second } = taken({});
    writeFileSync(second.path(ID, 'lock'), text);
    expect(() => second.store.sessions.open(ID)).toThrow(/lock can't be read/);
  },
);

test('the first owner, once it has lost the session, writes no more and leaves the lock alone', () => {
  const { session, second, first } = taken({ isAlive: () => false });
  second.store.sessions.open(ID);
  expect(() => session.append([answer('late')])).toThrow(/is open in process 4712/);
  expect(() => session.saveDraft({ text: '', cursor: 0, at: 0 })).toThrow(MachineError);
  session.close();
  expect(readFileSync(first.path(ID, 'lock'), 'utf8')).toContain('4712');
});

test('a lock that somebody deleted is taken again', () => {
  const { session, first } = taken({});
  rmSync(first.path(ID, 'lock'));
  session.append([answer('a')]);
  expect(readFileSync(first.path(ID, 'lock'), 'utf8')).toContain('4711');
  session.close();
  expect(first.names(ID)).toEqual(['journal.jsonl']);
});

test('a file system without hard links will do', () => {
  const world = storeWorld();
  setFault(world.plan, { operation: 'link', nth: 1, code: 'EPERM', lasting: true });
  const session = world.store.sessions.create(sampleHeader);
  expect(() => world.store.sessions.open(ID)).toThrow(/is open in process/);
  session.close();
  expect(world.names(ID)).toEqual(['journal.jsonl']);
});

test('what a killed process left half-written is cleared away, what a living one makes is not', () => {
  const { second, first } = taken({ isAlive: (pid) => pid === 4713 });
  const left = '.sdi-4711-1.tmp';
  const living = '.sdi-4713-1.tmp';
  writeFileSync(first.path(ID, left), 'x');
  linkSync(first.path(ID, left), first.path(ID, living));
  second.store.sessions.open(ID);
  expect(second.names(ID)).toEqual([living, 'journal.jsonl', 'lock']);
});

test('a lock is private, and holds what tells its owner', () => {
  const { first } = taken({});
  expect(JSON.parse(readFileSync(first.path(ID, 'lock'), 'utf8'))).toEqual({
    pid: 4711,
    host: 'here',
    since: 0,
    startedAt: '100',
    bootId: 'boot-1',
  });
});
