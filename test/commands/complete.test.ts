import { Command } from 'commander';
import { expect, test } from 'vitest';
import { runComplete } from '../../src/commands/complete.ts';
import { EXIT } from '../../src/errors.ts';
import { testContext } from '../harness/context.ts';
import { fullRecord, recordLike } from '../harness/sessions.ts';

function program(): Command {
  const sdi = new Command('sdi').option('-V, --version', 'print the version');
  sdi.command('list').description('what there is').option('--level <level>', 'L6 or L7').option('--json', 'print JSON');
  sdi.command('show <problem>').description('a statement').option('--solution', 'all of it');
  sdi.command('export <session>').description('a transcript').option('-o, --output <file>', 'to a file');
  sdi.command('delete <session...>').description('for good');
  sdi
    .command('practice [problem]')
    .description('go')
    .option('--template <id>', 'phases')
    .option('--time <minutes>', 'length');
  return sdi;
}

const sessions = [fullRecord(), recordLike({ session: '2026-11-22-visitor-counter' }), { id: 'broken', fault: 'x' }];

async function complete(...words: string[]): Promise<string[]> {
  const context = testContext({ sessions });
  expect(await runComplete({ words, program: program() }, context)).toBe(EXIT.done);
  return context.printed.out.split('\n').filter((line) => line !== '');
}

async function values(...words: string[]): Promise<(string | undefined)[]> {
  return (await complete(...words)).map((line) => line.split('\t')[0]);
}

const IDS = ['last', 'broken', '2026-11-22-visitor-counter', '2026-11-20-visitor-counter'];

test.each([
  [[''], ['list', 'show', 'export', 'delete', 'practice']],
  [['s'], ['show']],
  [['nothing', ''], []],
  [['show', ''], ['visitor-counter']],
  [['show', 'visitor'], ['visitor-counter']],
  [['show', 'x'], []],
  [['show', '--solution', ''], ['visitor-counter']],
  [['show', 'visitor-counter', ''], []],
  [
    ['show', '--'],
    ['--solution', '--help'],
  ],
  [['show', '--solution', '-'], ['--help']],
  [
    ['list', '--level', ''],
    ['L6', 'L7'],
  ],
  [
    ['list', '--level', 'L6', '--'],
    ['--level', '--json', '--help'],
  ],
  [
    ['list', '--level=L'],
    ['--level=L6', '--level=L7'],
  ],
  [
    ['list', '--level', '=', 'L'],
    ['L6', 'L7'],
  ],
  [
    ['list', '--level', '='],
    ['L6', 'L7'],
  ],
  [['list', '--json=', ''], []],
  [['practice', '--template', ''], ['l6']],
  [['practice', '--time', ''], []],
  [['practice', '--time', '45', ''], ['visitor-counter']],
  [['export', ''], IDS],
  [['export', '2026-11-20'], ['2026-11-20-visitor-counter']],
  [['export', 'last', '-o', ''], [':files']],
  [['export', 'last', '--output=x'], [':files']],
  [['delete', 'broken', ''], IDS.filter((id) => id !== 'broken')],
  [['show', '--', '-'], []],
  [[], ['list', 'show', 'export', 'delete', 'practice']],
])('after %j come %j', async (words, found) => {
  expect(await values(...words)).toEqual(found);
});

test('each value has a description', async () => {
  expect(await complete('show', '')).toEqual(['visitor-counter\tVisitor counter']);
  expect(await complete('e')).toEqual(['export\ta transcript']);
});
