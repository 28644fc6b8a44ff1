import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Store } from '../../src/context.ts';
import { MachineError, UsageError } from '../../src/errors.ts';
import type { SessionHeader } from '../../src/session/header.ts';
import { sampleHeader } from '../journal/sample.ts';
import { answer, modeOf, storeWorld, temporaryFolder, type World } from './world.ts';

const ID = sampleHeader.session;

function make(world: World, session: string, fields: Partial<SessionHeader> = {}) {
  const made = world.store.sessions.create({ ...sampleHeader, session, ...fields });
  made.close();
  return made.id;
}

/** Every way of naming a session; only the first takes a part of its id. */
function usesOf({ sessions }: Store): readonly ((name: string) => unknown)[] {
  return [
    (name) => sessions.find(name),
    (name) => sessions.read(name),
    (name) => sessions.open(name),
    (name) => sessions.remove(name),
    (name) => sessions.salvage(name),
  ];
}

describe('the list', () => {
  test('is empty before the first session, and makes nothing', () => {
    const world = storeWorld();
    expect(world.store.sessions.list()).toEqual([]);
    expect(existsSync(world.home)).toBe(false);
  });

  test('has the newest first by the time they were started, and what each has come to', () => {
    const world = storeWorld();
    const early = make(world, '2026-11-22-a', { startedAt: '2026-11-22T10:00:00+02:00' });
    const late = make(world, '2026-11-22-b', { startedAt: '2026-11-22T09:00:00Z' });
    const session = world.store.sessions.open(early);
    session.append([answer('x'.repeat(20_000), 5), { type: 'ended', at: 70 }]);
    session.close();
    expect(world.store.sessions.list()).toMatchObject([
      { id: late, finished: false, elapsedMs: 0 },
      { id: early, finished: true, elapsedMs: 70, header: { session: early } },
    ]);
  });

  test('finds a last record that is longer than a window', () => {
    const world = storeWorld();
    const session = world.store.sessions.create(sampleHeader);
    session.append([answer('x'.repeat(300_000), 5)]);
    expect(world.store.sessions.list()).toMatchObject([{ finished: false, elapsedMs: 5 }]);
  });

  test('leaves an unterminated record behind the end aside', () => {
    const world = storeWorld();
    const session = world.store.sessions.create(sampleHeader);
    session.append([{ type: 'ended', at: 5 }]);
    writeFileSync(world.path(ID), '{"crc":"0', { flag: 'a' });
    expect(world.store.sessions.list()).toMatchObject([{ finished: true, elapsedMs: 5 }]);
  });

  test('shows what is damaged, and the others all the same', () => {
    const world = storeWorld();
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) make(world, `2026-11-22-${id}`);
    writeFileSync(world.path('2026-11-22-a'), '');
    writeFileSync(world.path('2026-11-22-b'), world.read('2026-11-22-b').replace('Berlin', 'Bxrlin'));
    rmSync(world.path('2026-11-22-c'));
    rmSync(world.path('2026-11-22-d', ''), { recursive: true });
    symlinkSync(world.path('2026-11-22-f', ''), world.path('2026-11-22-d', ''));
    writeFileSync(world.path('2026-11-22-e'), '{"damaged":1}\n', { flag: 'a' });
    mkdirSync(world.path('somebody else’s', ''));
    const list = world.store.sessions.list();
    const faults = Object.fromEntries(
      list.map((summary) => [summary.id.slice(-1), 'fault' in summary ? summary.fault : '']),
    );
    expect(Object.keys(faults).sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(faults.a).toContain('is empty');
    expect(faults.b).toContain('damaged at byte 0');
    expect(faults.c).toContain('not there');
    expect(faults.d).toContain('symbolic link');
    expect(faults.e).toContain('damaged in its last record');
    expect(faults.f).toBe('');
  });
});

describe('a session’s name', () => {
  const world = () => {
    const made = storeWorld();
    make(made, '2026-11-21-rate-limiter', { startedAt: '2026-11-21T10:00:00Z' });
    make(made, '2026-11-22-chat', { startedAt: '2026-11-22T10:00:00Z' });
    make(made, '2026-11-22-chat', { startedAt: '2026-11-22T11:00:00Z' });
    return made.store.sessions;
  };

  test.each([
    ['2026-11-22-chat', '2026-11-22-chat'],
    ['2026-11-22-chat-2', '2026-11-22-chat-2'],
    ['2026-11-21', '2026-11-21-rate-limiter'],
    ['last', '2026-11-22-chat-2'],
  ])('%s is %s', (name, id) => {
    expect(world().find(name)).toBe(id);
  });

  test('that several have in common lists them', () => {
    const lookup = () => world().find('2026-11-22-c');
    expect(lookup).toThrow(UsageError);
    expect(lookup).toThrow(expect.objectContaining({ hint: 'Say which: 2026-11-22-chat, 2026-11-22-chat-2' }));
  });

  test.each(['2026-11-21-rate-limitter', 'rate-limiter', '2026-11-12-rate-limiter'])(
    '%s, which is none, brings the near one',
    (name) => {
      expect(() => world().find(name)).toThrow(
        expect.objectContaining({ hint: 'Did you mean 2026-11-21-rate-limiter?' }),
      );
    },
  );

  test.each(['../x', '/etc/x', 'a\0b', '2026-11-22-../x', '2026-11-22-a/b', 'x'.repeat(300), '', '.', '2026-11-22-Ä'])(
    '%j is refused before the disk is touched',
    (name) => {
      const { store, plan } = storeWorld();
      for (const use of usesOf(store)) expect(() => use(name)).toThrow(UsageError);
      expect(() => store.sessions.create({ ...sampleHeader, session: name })).toThrow(UsageError);
      expect(plan.seen).toBe(0);
    },
  );

  test.each(['con', 'nul', '2026-11-22-gone'])('%s is no session', (name) => {
    const { store, home } = storeWorld();
    for (const use of usesOf(store)) expect(() => use(name)).toThrow(UsageError);
    expect(existsSync(home)).toBe(false);
  });

  test('last says so where there is none', () => {
    expect(() => storeWorld().store.sessions.find('last')).toThrow('There is no session yet.');
  });
});

describe('privacy', () => {
  test('does not depend on the umask', () => {
    const before = process.umask();
    onTestFinished(() => void process.umask(before));
    for (const umask of [0o000, 0o777]) {
      const home = join(temporaryFolder(), 'home');
      process.umask(umask);
      const world = storeWorld({ home });
      const session = world.store.sessions.create(sampleHeader);
      session.append([answer('a')]);
      session.saveDraft({ text: 'a', cursor: 0, at: 0 });
      session.saveTranscript('a');
      for (const folder of [world.home, join(world.home, 'sessions'), session.folder])
        expect(modeOf(folder)).toBe(0o700);
      for (const name of world.names(ID)) expect(modeOf(world.path(ID, name))).toBe(0o600);
      expect(world.names(ID)).toEqual(['draft', 'journal.jsonl', 'lock', 'transcript.md']);
      process.umask(before);
    }
  });

  test('comes back to old files that others could read', () => {
    const world = storeWorld();
    const session = world.store.sessions.create(sampleHeader);
    session.saveDraft({ text: 'a', cursor: 0, at: 0 });
    session.saveTranscript('a');
    session.close();
    const files = ['draft', 'journal.jsonl', 'transcript.md'];
    for (const name of files) chmodSync(world.path(ID, name), 0o644);
    chmodSync(session.folder, 0o755);
    expect(world.store.diagnose().filter(({ ok }) => !ok)).toMatchObject([{ name: `modes of ${ID}` }]);
    world.store.sessions.open(ID);
    for (const name of files) expect(modeOf(world.path(ID, name))).toBe(0o600);
    expect(modeOf(session.folder)).toBe(0o700);
  });

  test.each(['journal.jsonl', 'lock', 'draft', 'transcript.md'])('does not follow a link at %s', (name) => {
    const world = storeWorld();
    make(world, ID);
    const outside = join(world.home, 'outside');
    writeFileSync(outside, world.read(ID), { mode: 0o644 });
    rmSync(world.path(ID, name), { force: true });
    symlinkSync(outside, world.path(ID, name));
    expect(() => world.store.sessions.open(ID)).toThrow(/symbolic link/);
    if (name === 'journal.jsonl') expect(() => world.store.sessions.read(ID)).toThrow(MachineError);
    expect(modeOf(outside)).toBe(0o644);
    if (name === 'lock') expect(() => world.store.sessions.remove(ID)).toThrow(/symbolic link/);
    else world.store.sessions.remove(ID);
    expect(world.store.sessions.list()).toHaveLength(name === 'lock' ? 1 : 0);
    expect(existsSync(outside)).toBe(true);
  });

  test('does not follow a link at the session’s folder', () => {
    const world = storeWorld();
    make(world, ID);
    const link = '2026-11-23-link';
    symlinkSync(world.path(ID, ''), join(world.home, 'sessions', link));
    for (const use of usesOf(world.store).slice(1)) expect(() => use(link)).toThrow(/symbolic link/);
    expect(world.names(ID)).toEqual(['journal.jsonl']);
  });
});

describe('removing', () => {
  test('takes the folder with all its files, and nothing else', () => {
    const world = storeWorld();
    const session = world.store.sessions.create(sampleHeader);
    session.saveTranscript('a');
    session.close();
    make(world, '2026-11-23-b');
    world.store.sessions.remove(ID);
    expect(readdirSync(join(world.home, 'sessions'))).toEqual(['2026-11-23-b']);
  });

  test('leaves everything where somebody has put a folder of their own', () => {
    const world = storeWorld();
    make(world, ID);
    mkdirSync(world.path(ID, 'mine'));
    expect(() => world.store.sessions.remove(ID)).toThrow(/nothing was removed/);
    expect(world.names(ID)).toEqual(['journal.jsonl', 'mine']);
  });
});

describe('making a session', () => {
  test('clears away what a killed process left, and not what a living one makes', () => {
    const world = storeWorld({ facts: { isAlive: (pid) => pid === 2 } });
    const folder = join(world.home, 'sessions');
    for (const name of ['.sdi-1-1.tmp', '.sdi-2-1.tmp']) {
      mkdirSync(join(folder, name), { recursive: true });
      writeFileSync(join(folder, name, 'journal.jsonl'), 'x');
    }
    expect(world.store.sessions.list()).toEqual([]);
    make(world, ID);
    expect(readdirSync(folder).sort()).toEqual(['.sdi-2-1.tmp', ID]);
  });
});

describe('the diagnosis', () => {
  test('has nothing to say against a healthy store, or none at all', () => {
    const world = storeWorld();
    expect(world.store.diagnose()).toMatchObject([{ ok: true, detail: expect.stringContaining(world.home) }]);
    make(world, ID);
    expect(world.store.diagnose().map(({ name, ok }) => [name, ok])).toEqual([
      ['data directory', true],
      ['privacy', true],
      ['free space', true],
      ['sessions', true],
    ]);
  });

  test('names damaged sessions, stale locks and what was kept aside', () => {
    const world = storeWorld({ facts: { isAlive: () => false } });
    world.store.sessions.create(sampleHeader);
    make(world, '2026-11-22-b');
    writeFileSync(world.path('2026-11-22-b'), 'x\n');
    writeFileSync(world.path(ID, 'journal.tail-1'), 'x', { mode: 0o600 });
    const found = world.store.diagnose().map(({ name, ok }) => [name, ok]);
    expect(found).toContainEqual(['sessions', false]);
    expect(found).toContainEqual(['session 2026-11-22-b', false]);
    expect(found).toContainEqual([`lock of ${ID}`, true]);
    expect(found).toContainEqual([`remains of ${ID}`, true]);
  });
});
