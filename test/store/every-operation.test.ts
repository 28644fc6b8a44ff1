import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { OpenSession } from '../../src/context.ts';
import { MachineError } from '../../src/errors.ts';
import { decodeDraft } from '../../src/journal/draft.ts';
import { sampleHeader } from '../journal/sample.ts';
import { answer, setFault, storeWorld, textsIn, type World } from './world.ts';

const ID = sampleHeader.session;
/** More than a whole sitting takes; the test says so if that ever changes. */
const MOST_OPERATIONS = 400;

/** What the user was told to be saved. */
interface Told {
  readonly answers: string[];
  draft: string | undefined;
}

/** Tries twice, as a user would; whatever is thrown must be for the user. */
function twice<T>(action: () => T): T | undefined {
  for (let time = 0; time < 2; time++) {
    try {
      return action();
    } catch (error) {
      expect(error).toBeInstanceOf(MachineError);
    }
  }
  return undefined;
}

function say(session: OpenSession, text: string, told: Told): void {
  const saved = twice(() => {
    session.saveDraft({ text, cursor: 0, at: 0 });
    return true;
  });
  if (saved) told.draft = text;
  const sent = twice(() => {
    session.append([answer(text)]);
    return true;
  });
  if (!sent) return;
  told.answers.push(text);
  told.draft = undefined;
}

/** A session that is left, cut by a crash, resumed, and exported. */
function sitting({ store, path, home }: World, told: Told): void {
  const session = twice(() => store.sessions.create(sampleHeader));
  if (session === undefined) return;
  say(session, 'first', told);
  say(session, 'second', told);
  session.close();
  appendFileSync(path(session.id), '{"crc":"cut off');
  const again = twice(() => store.sessions.open(session.id));
  if (again === undefined) return;
  say(again, 'third', told);
  twice(() => again.saveTranscript('# Transcript'));
  again.close();
  twice(() => store.sessions.list());
  twice(() => store.writeFile(join(home, 'export.md'), 'new'));
  store.diagnose();
}

test.each(['EIO', 'ENOSPC', 'EACCES', 'EROFS'])(
  'loses nothing that was acknowledged when any one operation fails with %s',
  (code) => {
    for (let nth = 1; ; nth++) {
      expect(nth).toBeLessThan(MOST_OPERATIONS);
      const world = storeWorld({ fast: true });
      const told: Told = { answers: [], draft: undefined };
      setFault(world.plan, { nth, code });
      sitting(world, told);
      const reached = world.plan.seen >= nth;
      setFault(world.plan);
      check(world, told);
      if (!reached) return;
    }
  },
);

test.each(['EIO', 'ENOSPC'])(
  'loses nothing that was acknowledged when all operations fail with %s from one on',
  (code) => {
    for (let nth = 1; ; nth++) {
      const world = storeWorld({ fast: true });
      const told: Told = { answers: [], draft: undefined };
      setFault(world.plan, { nth, code, lasting: true });
      sitting(world, told);
      const reached = world.plan.seen >= nth;
      setFault(world.plan);
      check(world, told);
      if (!reached) return;
    }
  },
);

function check({ store, home, names, path }: World, told: Told): void {
  for (const summary of store.sessions.list()) {
    expect(summary).not.toHaveProperty('fault');
    // The lock of a process that could not remove it would be taken over by the next process, not by this one.
    if (!names(summary.id).includes('lock')) store.sessions.open(summary.id).close();
  }
  if (told.answers.length > 0) {
    const texts = textsIn(store, ID);
    expect(texts.filter((text) => told.answers.includes(text))).toEqual(told.answers);
  }
  if (told.draft !== undefined) expect(decodeDraft(readFileSync(path(ID, 'draft')))?.text).toBe(told.draft);
  const exported = join(home, 'export.md');
  if (existsSync(exported)) expect(readFileSync(exported, 'utf8')).toBe('new');
}
