import { spawnSync } from 'node:child_process';
import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { MachineError } from '../../src/errors.ts';
import { sampleHeader } from '../journal/sample.ts';
import { answer, storeWorld, temporaryFolder, textsIn } from '../store/world.ts';

const ID = sampleHeader.session;
const DISK_BYTES = 512 * 1024;

/** Mounts a small disk in memory, which takes root on Linux; undefined where that can't be done. */
function mountSmallDisk(folder: string): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_BYTES}`, 'tmpfs', folder]).status === 0;
}

function smallDisk(skip: (note: string) => never): string {
  const folder = temporaryFolder();
  if (!mountSmallDisk(folder)) skip('Mounting a small disk takes root on Linux.');
  onTestFinished(() => void spawnSync('umount', ['-l', folder]));
  return folder;
}

/** Takes the last byte of the disk; returns what gives it back. */
function fill(folder: string): () => void {
  const path = join(folder, 'filler');
  for (const size of [65_536, 4096, 1]) {
    try {
      for (;;) appendFileSync(path, Buffer.alloc(size));
    } catch {
      // Full for pieces of this size.
    }
  }
  return () => rmSync(path);
}

test('a full disk loses no acknowledged answer, and takes the same answer once there is room', ({ skip }) => {
  const disk = smallDisk(skip);
  const { store, path } = storeWorld({ home: join(disk, 'home') });
  const session = store.sessions.create(sampleHeader);
  session.append([answer('first')]);
  session.saveDraft({ text: 'long '.repeat(4000), cursor: 0, at: 0 });
  const makeRoom = fill(disk);
  const before = readFileSync(path(ID));
  const long = answer('long '.repeat(4000), 1);
  for (let time = 0; time < 3; time++) {
    expect(() => session.append([long])).toThrow(/^The disk is full: nothing was saved just now/);
    expect(() => session.saveDraft({ text: 'new '.repeat(4000), cursor: 0, at: 1 })).toThrow(MachineError);
    expect(readFileSync(path(ID))).toEqual(before);
  }
  makeRoom();
  session.append([long]);
  session.close();
  expect(textsIn(store, ID)).toEqual(['first', long.type === 'said' ? long.text : '']);
});

test('an export onto a full disk leaves the old file whole and nothing else', ({ skip }) => {
  const disk = smallDisk(skip);
  const { store } = storeWorld({ home: join(disk, 'home') });
  const path = join(disk, 'report.md');
  writeFileSync(path, 'old');
  const makeRoom = fill(disk);
  expect(() => store.writeFile(path, 'new '.repeat(4000))).toThrow(/^The disk is full: .*stands as it was/);
  expect(readFileSync(path, 'utf8')).toBe('old');
  expect(readdirSync(disk).sort()).toEqual(['filler', 'report.md']);
  makeRoom();
  store.writeFile(path, 'new');
  expect(readFileSync(path, 'utf8')).toBe('new');
});
