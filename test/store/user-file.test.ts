import { execFileSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MachineError, UsageError } from '../../src/errors.ts';
import { modeOf, setFault, storeWorld, temporaryFolder } from './world.ts';

function world() {
  const { store, plan } = storeWorld();
  const folder = temporaryFolder();
  return { store, plan, folder, path: join(folder, 'report.md') };
}

describe('a file that the user names, when it is read', () => {
  test('gives its bytes up to the limit, also through a link', () => {
    const { store, folder, path } = world();
    writeFileSync(path, 'äbc');
    symlinkSync(path, join(folder, 'link'));
    expect(Buffer.from(store.readFile(join(folder, 'link'), 4)).toString()).toBe('äbc');
    expect(() => store.readFile(path, 3)).toThrow(/larger than 3 bytes/);
  });

  test('is refused at once where it is a folder, a FIFO, a device or not there', () => {
    const { store, folder, path } = world();
    const fifo = join(folder, 'fifo');
    execFileSync('mkfifo', [fifo]);
    for (const wrong of [folder, fifo, '/dev/zero', '/dev/tty', path, join(path, 'x'), 'a\0b']) {
      expect(() => store.readFile(wrong, 10)).toThrow(UsageError);
    }
  });

  test('is refused above the limit where its size is not told beforehand', () => {
    expect(() => world().store.readFile('/proc/self/status', 10)).toThrow(
      process.platform === 'linux' ? /larger/ : /no file/,
    );
  });
});

describe('a file that the user names, when it is written', () => {
  test('is private when new, and keeps the mode of an old one', () => {
    const { store, folder, path } = world();
    store.writeFile(path, 'one');
    expect(modeOf(path)).toBe(0o600);
    chmodSync(path, 0o644);
    store.writeFile(path, 'two');
    expect(modeOf(path)).toBe(0o644);
    expect(readFileSync(path, 'utf8')).toBe('two');
    expect(readdirSync(folder)).toEqual(['report.md']);
  });

  test('replaces a link and leaves alone what it leads to', () => {
    const { store, folder, path } = world();
    const target = join(folder, 'target');
    writeFileSync(target, 'old');
    symlinkSync(target, path);
    store.writeFile(path, 'new');
    expect(readFileSync(target, 'utf8')).toBe('old');
    expect(lstatSync(path).isFile()).toBe(true);
    expect(modeOf(path)).toBe(0o600);
  });

  test('is never a device, a FIFO or a folder, also through a link', () => {
    const { store, folder, path } = world();
    const fifo = join(folder, 'fifo');
    execFileSync('mkfifo', [fifo]);
    mkdirSync(join(folder, 'sub'));
    symlinkSync('/dev/null', path);
    for (const wrong of [folder, join(folder, 'sub'), fifo, path, '/dev/null', join(folder, 'none', 'x'), 'a\0b']) {
      expect(() => store.writeFile(wrong, 'x')).toThrow(UsageError);
    }
    expect(readdirSync(folder).sort()).toEqual(['fifo', 'report.md', 'sub']);
  });

  test.each(['EIO', 'ENOSPC', 'EACCES', 'EROFS'])(
    'stands as it was when any operation fails with %s, and no other file is left',
    (code) => {
      const { store, plan, folder, path } = world();
      writeFileSync(path, 'old');
      for (let nth = 1; ; nth++) {
        setFault(plan, { nth, code, writeAtMost: 1 });
        try {
          store.writeFile(path, 'new');
          break;
        } catch (error) {
          expect(error).toBeInstanceOf(MachineError);
          expect(readFileSync(path, 'utf8')).toBe('old');
          expect(readdirSync(folder)).toEqual(['report.md']);
        }
      }
      expect(readFileSync(path, 'utf8')).toBe('new');
    },
  );

  test('is known to be there, also as a link that leads nowhere', () => {
    const { store, path } = world();
    expect(store.exists(path)).toBe(false);
    symlinkSync('nowhere', path);
    expect(store.exists(path)).toBe(true);
  });
});
