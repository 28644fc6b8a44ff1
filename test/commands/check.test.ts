import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCheck } from '../../src/commands/check.ts';
import { UsageError } from '../../src/errors.ts';
import { contentContext, contentFolders, problemText } from '../harness/content.ts';

const good = problemText('good');
const bad = problemText('bad').replace('level: L6 ', 'level: L5 ').replace('weight: 2', 'weight: 9');

describe('check', () => {
  test('a good catalogue ends with 0 and one line', async () => {
    const context = contentContext(contentFolders({ 'home/problems/good.yaml': good }));
    expect(await runCheck({ paths: [], json: false }, context)).toBe(0);
    expect(context.printed).toEqual({ out: '1 file, no faults\n', err: '' });
  });

  test('every fault of every file is told, and the exit code is 1', async () => {
    const folders = contentFolders({
      'home/problems/good.yaml': good,
      'home/problems/bad.yaml': bad,
      'home/problems/worse.yaml': 'a: &x',
    });
    const context = contentContext(folders);
    expect(await runCheck({ paths: [], json: false }, context)).toBe(1);
    const path = join(folders.home, 'problems');
    expect(context.printed.out.split('\n')).toEqual([
      `${path}/bad.yaml:6:8: level must be L6 or L7, not "L5"`,
      expect.stringMatching(/bad\.yaml:\d+:13: weight must be a whole number from 1 to 3, not 9$/),
      `${path}/worse.yaml:1:4: this is an anchor (&name), which is not read here (Take it out, or put the text in quotes.)`,
      '3 files, 3 faults',
      '',
    ]);
  });

  test('one bad file among fifty ends with 1 (fault 26)', async () => {
    const files = Array.from({ length: 49 }, (_, index) => [`home/problems/p${index}.yaml`, problemText(`p${index}`)]);
    const folders = contentFolders({
      ...Object.fromEntries(files),
      'home/problems/bad.yaml': problemText('bad').replace('solving: 60', 'solving: 0'),
    });
    const context = contentContext(folders);
    expect(await runCheck({ paths: [], json: false }, context)).toBe(1);
    expect(context.printed.out).toMatch(/50 files, 1 fault\n$/);
  });

  test('paths are checked alone, but with the built-in problems in mind', async () => {
    const related = good.replace('related: []', 'related: [{ problem: built-in, title: B, how: so }]');
    const folders = contentFolders({ 'x/good.yaml': related, 'home/problems/bad.yaml': bad });
    const context = contentContext(folders);
    expect(await runCheck({ paths: [join(folders.root, '../x/good.yaml')], json: false }, context)).toBe(0);
    expect(context.printed.out).toBe('1 file, no faults\n');
  });

  test('an own file with the id of a built-in one is a fault', async () => {
    const context = contentContext(contentFolders({ 'home/problems/built-in.yaml': problemText('built-in') }));
    expect(await runCheck({ paths: [], json: false }, context)).toBe(1);
    expect(context.printed.out).toContain('the id "built-in" is that of a built-in problem too');
  });

  test('a path that is not there is wrong usage', async () => {
    await expect(runCheck({ paths: ['/nowhere'], json: false }, contentContext(contentFolders()))).rejects.toThrow(
      UsageError,
    );
  });

  test('--json prints the faults as data', async () => {
    const context = contentContext(contentFolders({ 'home/problems/bad.yaml': bad }));
    expect(await runCheck({ paths: [], json: true }, context)).toBe(1);
    const view = JSON.parse(context.printed.out);
    expect(view).toMatchObject({ schemaVersion: 1, files: 1 });
    expect(view.faults).toHaveLength(2);
    expect(view.faults[0]).toEqual({
      file: expect.stringMatching(/bad\.yaml$/),
      line: 6,
      column: 8,
      message: 'level must be L6 or L7, not "L5"',
      hint: null,
    });
  });
});

describe('the spinner', () => {
  const slow = async (interactive: boolean, environment = {}) => {
    const context = contentContext(contentFolders({ 'home/problems/good.yaml': good }), { interactive, environment });
    let now = 0;
    const clock = {
      ...context.clock,
      monotonicMs: () => (now += 600),
      wallMs: () => 0,
      timeZone: () => 'UTC',
      sinceBootMs: () => 0,
      schedule: () => () => {},
    };
    await runCheck({ paths: [], json: false }, { ...context, clock });
    return context.printed.err;
  };

  test('turns on a terminal when it takes long, and leaves no trace', async () => {
    const shown = await slow(true);
    expect(shown).toMatch(/^\r\S+ Checking 1 file/);
    expect(shown.endsWith('\r\u001b[K')).toBe(true);
  });

  test('is not shown elsewhere', async () => {
    expect(await slow(false)).toBe('');
    expect(await slow(true, { TERM: 'dumb' })).toBe('');
  });
});
