import {
  appendFileSync,
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MachineError } from '../../src/errors.ts';
import { sealLine } from '../../src/journal/line.ts';
import { sampleEvents, sampleHeader } from '../journal/sample.ts';
import { answer, setFault, storeWorld, textsIn } from './world.ts';

const ID = sampleHeader.session;

function begun() {
  const world = storeWorld();
  return { ...world, session: world.store.sessions.create(sampleHeader) };
}

describe('a session', () => {
  test('holds what was said when it is opened again', () => {
    const { store, session } = begun();
    session.append(sampleEvents);
    session.append([answer('more', 9001)]);
    session.close();
    const again = store.sessions.open(ID);
    expect(again.record).toEqual({ header: sampleHeader, events: [...sampleEvents, answer('more', 9001)] });
    expect(again.notices).toEqual([]);
    again.append([{ type: 'ended', at: 9002 }]);
    expect(store.sessions.read(ID).events.at(-1)).toEqual({ type: 'ended', at: 9002 });
  });

  test('gets -2 and -3 where its id is taken, in folder and header', () => {
    const { store } = begun();
    const ids = [store.sessions.create(sampleHeader), store.sessions.create(sampleHeader)].map(({ id }) => id);
    expect(ids).toEqual([`${ID}-2`, `${ID}-3`]);
    expect(store.sessions.read(`${ID}-3`).header.session).toBe(`${ID}-3`);
  });

  test('can be read while it is written to', () => {
    const { store, session, path } = begun();
    session.append([answer('a')]);
    appendFileSync(path(ID), '{"crc":"0123');
    expect(textsIn(store, ID)).toEqual(['a']);
  });

  test('refuses what could not be read again, as a bug', () => {
    const { session } = begun();
    session.append([answer('a', 5)]);
    expect(() => session.append([answer('b', 4)])).toThrow(RangeError);
    expect(() => session.append([answer('b', Number.NaN)])).toThrow(RangeError);
  });
});

describe('recovery', () => {
  test('keeps a cut record aside at every byte, and appends behind the whole ones', () => {
    const { store, session, path, names } = begun();
    session.append([answer('first 日本')]);
    const good = statSync(path(ID)).size;
    session.append([answer('second 🧑‍🚀', 1)]);
    session.close();
    const whole = readFileSync(path(ID));
    for (let cut = good; cut <= whole.length; cut++) {
      writeFileSync(path(ID), whole.subarray(0, cut));
      const tail = path(ID, 'journal.tail-1');
      rmSync(tail, { force: true });
      const again = store.sessions.open(ID);
      again.append([answer('third', 2)]);
      again.close();
      const expected = cut === whole.length ? ['first 日本', 'second 🧑‍🚀', 'third'] : ['first 日本', 'third'];
      expect(textsIn(store, ID)).toEqual(expected);
      if (cut === good || cut === whole.length) expect(existsSync(tail)).toBe(false);
      else expect(readFileSync(tail)).toEqual(whole.subarray(good, cut));
    }
    expect(names(ID)).toEqual(['journal.jsonl']);
  });

  test('says what it did, and numbers the tails', () => {
    const { session, store, path } = begun();
    session.close();
    for (const number of [1, 2]) {
      appendFileSync(path(ID), '{"crc":');
      const again = store.sessions.open(ID);
      expect(again.notices.join()).toContain(`the 7 bytes are kept in ${path(ID, `journal.tail-${number}`)}`);
      again.close();
    }
  });

  test.each<[string, (whole: Buffer) => Buffer | string]>([
    ['a damaged record before the last', (whole) => whole.toString().replace('first', 'fIrst')],
    ['a damaged last record', (whole) => whole.toString().replace('second', 'sEcond')],
    ['a damaged header', (whole) => whole.toString().replace('Berlin', 'Bonn!!')],
    ['a damaged last line end', (whole) => Buffer.concat([whole.subarray(0, -1), Buffer.from('\v')])],
    ['NUL at the end', (whole) => Buffer.concat([whole, Buffer.alloc(512)])],
    ['a newer version', () => sealLine({ seq: 0, journal: 2, header: {} })],
    ['nothing in it', () => ''],
    ['half a header', (whole) => whole.subarray(0, 30)],
  ])('stops at %s and touches nothing', (_, damage) => {
    const { store, session, path, names } = begun();
    session.append([answer('first'), answer('second', 1)]);
    session.close();
    const bytes = Buffer.from(damage(readFileSync(path(ID))));
    writeFileSync(path(ID), bytes);
    expect(() => store.sessions.open(ID)).toThrow(MachineError);
    expect(() => store.sessions.open(ID)).toThrow(path(ID));
    expect(() => store.sessions.read(ID)).toThrow(MachineError);
    expect(readFileSync(path(ID))).toEqual(bytes);
    expect(names(ID)).toEqual(['journal.jsonl']);
  });
});

describe('salvage', () => {
  test('writes what verifies into a new session, with the draft, and leaves the old one', () => {
    const { store, session, path, read } = begun();
    session.append([answer('first'), answer('second', 1), answer('third', 2)]);
    session.saveDraft({ text: 'unsent', cursor: 6, at: 9 });
    session.close();
    const bytes = readFileSync(path(ID), 'utf8').replace('second', 'sEcond');
    writeFileSync(path(ID), bytes);
    expect(store.sessions.salvage(ID)).toEqual({ id: `${ID}-salvaged`, records: 2, lost: 1 });
    expect(store.sessions.salvage(ID).id).toBe(`${ID}-salvaged-2`);
    expect(textsIn(store, `${ID}-salvaged`)).toEqual(['first', 'third']);
    expect(store.sessions.open(`${ID}-salvaged`).draft).toEqual({ text: 'unsent', cursor: 6, at: 9 });
    expect(read(ID)).toBe(bytes);
  });

  test('leaves out a draft that was sent', () => {
    const { store, session } = begun();
    session.saveDraft({ text: 'sent', cursor: 0, at: 0 });
    session.append([answer('sent')]);
    session.close();
    store.sessions.salvage(ID);
    expect(store.sessions.open(`${ID}-salvaged`).draft).toBeUndefined();
  });

  test('makes nothing where there is nothing to read', () => {
    const { store, session, path } = begun();
    session.close();
    writeFileSync(path(ID), 'hello\n');
    expect(() => store.sessions.salvage(ID)).toThrow(/no record that can be read/);
    expect(store.sessions.list()).toHaveLength(1);
  });
});

describe('a full disk', () => {
  test('is told, leaves whole records only, and takes the same answer once there is room', () => {
    const { store, session, plan, path } = begun();
    session.append([answer('first')]);
    const before = readFileSync(path(ID));
    for (const writeAtMost of [1, 7, 100]) {
      setFault(plan, { operation: 'write', nth: 2, code: 'ENOSPC', lasting: true, writeAtMost });
      expect(() => session.append([answer('second', 1)])).toThrow(
        'The disk is full: nothing was saved just now, what you typed is still here.',
      );
      expect(readFileSync(path(ID))).toEqual(before);
    }
    setFault(plan);
    session.append([answer('second', 1)]);
    expect(textsIn(store, ID)).toEqual(['first', 'second']);
  });

  test('tells what to do', () => {
    const { session, plan } = begun();
    setFault(plan, { operation: 'write', nth: 1, code: 'ENOSPC' });
    expect(() => session.append([answer('a')])).toThrow(
      expect.objectContaining({ hint: 'Make room and send again.', exitCode: 4 }),
    );
  });

  test('that leaves a part of the record in the file is dealt with by the next call', () => {
    const { store, session, plan, path } = begun();
    session.append([answer('first')]);
    const before = readFileSync(path(ID));
    const left = new Set<number>();
    for (let nth = 1; nth <= 7; nth++) {
      // From the nth operation on nothing works, so what was written can't be taken back either.
      setFault(plan, { nth, code: 'EIO', lasting: true, writeAtMost: 60 });
      expect(() => session.append([answer('lost '.repeat(9), 1)])).toThrow(MachineError);
      left.add(readFileSync(path(ID)).length - before.length);
      setFault(plan);
    }
    expect(left.size).toBeGreaterThan(2);
    session.append([answer('second', 1)]);
    expect(textsIn(store, ID)).toEqual(['first', 'second']);
  });

  test('and short writes are completed', () => {
    const { store, session, plan } = begun();
    setFault(plan, { writeAtMost: 3 });
    session.append([answer('日本語 '.repeat(100))]);
    session.saveDraft({ text: 'half', cursor: 4, at: 1 });
    session.close();
    const again = store.sessions.open(ID);
    expect(textsIn(store, ID)).toEqual(['日本語 '.repeat(100)]);
    expect(again.draft?.text).toBe('half');
  });
});

describe('a data directory that is changed during a session', () => {
  test('is made anew with everything said so far, and the path is told', () => {
    const { store, session: created, open, home, path } = begun();
    created.append([answer('first')]);
    created.close();
    const session = open(ID);
    rmSync(home, { recursive: true });
    session.append([answer('second', 1)]);
    expect(session.takeNotices().join()).toContain(path(ID, ''));
    expect(session.takeNotices()).toEqual([]);
    session.append([answer('third', 2)]);
    expect(textsIn(store, ID)).toEqual(['first', 'second', 'third']);
    expect(() => store.sessions.open(ID)).toThrow(/is open in process/);
  });

  test('is noticed by a draft, too', () => {
    const { store, session, home } = begun();
    session.append([answer('first')]);
    rmSync(home, { recursive: true });
    session.saveDraft({ text: 'x', cursor: 1, at: 1 });
    session.close();
    const again = store.sessions.open(ID);
    expect(again.record.events).toHaveLength(1);
    expect(again.draft?.text).toBe('x');
  });

  test.each<[string, (path: string) => void]>([
    [
      'replaced by an older copy',
      (path) => {
        cpSync(path, `${path}.old`);
        truncateSync(`${path}.old`, 600);
        renameSync(`${path}.old`, path);
      },
    ],
    ['cut', (path) => truncateSync(path, 600)],
    ['added to', (path) => appendFileSync(path, 'hello')],
  ])('keeps a journal that another program has %s aside', (_, change) => {
    const { store, session, path, names } = begun();
    session.append([answer('first '.repeat(50))]);
    change(path(ID));
    session.append([answer('second', 1)]);
    expect(textsIn(store, ID)).toEqual(['first '.repeat(50), 'second']);
    expect(names(ID)).toContain('journal.changed-1');
  });

  test('goes on silently where the same bytes have another inode', () => {
    const { store, session, path, names } = begun();
    session.append([answer('first')]);
    cpSync(path(ID), path(ID, 'copy'));
    renameSync(path(ID, 'copy'), path(ID));
    session.append([answer('second', 1)]);
    expect(textsIn(store, ID)).toEqual(['first', 'second']);
    expect(names(ID)).toEqual(['journal.jsonl', 'lock']);
  });
});

describe('a draft', () => {
  test('comes back with its cursor and time', () => {
    const { store, session } = begun();
    session.append([answer('a', 3)]);
    session.saveDraft({ text: 'half a thought \ud800', cursor: 4, at: 5000 });
    session.close();
    expect(store.sessions.open(ID).draft).toEqual({ text: 'half a thought \ud800', cursor: 4, at: 5000 });
  });

  test('is dropped once it was sent, and its time still counts', () => {
    const { open, session } = begun();
    session.append([answer('a', 3)]);
    session.saveDraft({ text: 'b', cursor: 1, at: 5000 });
    session.append([answer('b', 5000), { type: 'phase-ended', phase: 'design', by: 'next', at: 5001 }]);
    session.close();
    const again = open(ID);
    expect(again.draft).toBeUndefined();
    expect(again.elapsedMs).toBe(5001);
  });

  test('stays while only the interviewer has spoken since', () => {
    const { open, session } = begun();
    session.append([answer('a', 3)]);
    session.saveDraft({ text: 'b', cursor: 1, at: 5000 });
    session.append([{ type: 'said', speaker: 'interviewer', kind: 'nudge', phase: 'design', text: 'Time.', at: 6000 }]);
    session.close();
    const again = open(ID);
    expect(again.draft?.text).toBe('b');
    expect(again.elapsedMs).toBe(6000);
  });

  test('stays after a failed send that never got to the disk', () => {
    const { store, session, plan } = begun();
    session.saveDraft({ text: 'b', cursor: 1, at: 1 });
    setFault(plan, { operation: 'syncData', nth: 1, code: 'EIO' });
    expect(() => session.append([answer('b', 1)])).toThrow(MachineError);
    session.close();
    expect(store.sessions.open(ID).draft?.text).toBe('b');
  });

  test('that is damaged is kept aside, told, and does not stop the session', () => {
    const { store, session, read, path } = begun();
    session.saveDraft({ text: 'secret', cursor: 1, at: 1 });
    session.close();
    writeFileSync(path(ID, 'draft'), read(ID, 'draft').replace('secret', 'sEcret'));
    const again = store.sessions.open(ID);
    expect(again.draft).toBeUndefined();
    expect(again.notices.join()).toContain(path(ID, 'draft.damaged-1'));
    expect(read(ID, 'draft.damaged-1')).toContain('sEcret');
  });

  test('leaves the last one where saving fails', () => {
    const { store, session, plan, names } = begun();
    session.saveDraft({ text: 'old', cursor: 1, at: 1 });
    for (const operation of ['open', 'write', 'syncData', 'rename'] as const) {
      setFault(plan, { operation, nth: 1, code: 'ENOSPC' });
      expect(() => session.saveDraft({ text: 'new', cursor: 1, at: 2 })).toThrow(
        /The disk is full: the draft was not saved/,
      );
    }
    setFault(plan);
    expect(names(ID)).toEqual(['draft', 'journal.jsonl', 'lock']);
    session.close();
    expect(store.sessions.open(ID).draft?.text).toBe('old');
  });
});
