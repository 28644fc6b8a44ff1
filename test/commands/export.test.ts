import { expect, test } from 'vitest';
import { type ExportOptions, runExport } from '../../src/commands/export.ts';
import { EXIT, MachineError } from '../../src/errors.ts';
import { testContext, type World } from '../harness/context.ts';
import { answered, at, fullRecord, recordLike } from '../harness/sessions.ts';

function exporting(options: Partial<ExportOptions>, world: World = {}) {
  const context = testContext({ sessions: [fullRecord()], ...world });
  return { context, exitCode: runExport({ session: 'last', ...options }, context) };
}

test('prints Markdown unless told otherwise', async () => {
  const { context, exitCode } = exporting({});
  expect(await exitCode).toBe(EXIT.done);
  expect(context.printed.out).toMatch(/^# Visitor counter\n/);
  expect(context.printed.err).toBe('');
});

test('prints JSON', async () => {
  const { context, exitCode } = exporting({ format: 'JSON' });
  await exitCode;
  expect(JSON.parse(context.printed.out).session).toBe('2026-11-20-visitor-counter');
});

test('writes a file and tells its path on stderr', async () => {
  const { context, exitCode } = exporting({ output: 'notes/t.md' });
  expect(await exitCode).toBe(EXIT.done);
  expect(context.printed).toEqual({ out: '', err: 'Wrote notes/t.md\n' });
  expect(context.store.files.get('notes/t.md')).toMatch(/^# Visitor counter\n/);
});

test('leaves a file that exists alone, unless forced', async () => {
  const files = { 't.md': 'mine' };
  const refused = exporting({ output: 't.md' }, { files });
  await expect(refused.exitCode).rejects.toMatchObject({ exitCode: EXIT.usage, message: 't.md exists already.' });
  expect(refused.context.store.files.get('t.md')).toBe('mine');
  const forced = exporting({ output: 't.md', force: true }, { files });
  await forced.exitCode;
  expect(forced.context.store.files.get('t.md')).toMatch(/^# Visitor/);
});

test('what the disk says is passed on, and nothing claims to be written', async () => {
  const full = () => {
    throw new MachineError('The disk is full.');
  };
  const { context, exitCode } = exporting({ output: 't.md' }, { beforeWrite: full });
  await expect(exitCode).rejects.toMatchObject({ exitCode: EXIT.machine });
  expect(context.printed).toEqual({ out: '', err: '' });
});

test.each([
  [{ format: 'mdd' }, 'There is no format "mdd".', 'Did you mean md?'],
  [{ output: '' }, '--output needs the name of a file.', undefined],
  [{ session: '../x' }, 'unknown session "../x"', undefined],
])('%j is refused', async (options, message, hint) => {
  await expect(exporting(options).exitCode).rejects.toMatchObject({ exitCode: EXIT.usage, message, hint });
});

test('a file keeps an answer byte for byte; a terminal gets it made visible', async () => {
  const sessions = [recordLike({}, at(1, answered('design', '\u202e\tx')))];
  const file = exporting({}, { sessions });
  await file.exitCode;
  expect(file.context.printed.out).toContain('```text\n\u202e\tx\n```');
  const terminal = exporting({}, { sessions, interactive: true });
  await terminal.exitCode;
  expect(terminal.context.printed.out).toContain('```text\n\\u{202e}    x\n```');
});
