import { expect, test } from 'vitest';
import { runDoctor } from '../../src/commands/doctor.ts';
import { EXIT } from '../../src/errors.ts';
import { testContext } from '../harness/context.ts';
import { fullRecord } from '../harness/sessions.ts';

const ok = { name: 'Data directory', ok: true, detail: '' };

test('tells versions, places and that all is well', async () => {
  const context = testContext({ diagnosis: [ok], environment: { TERM: 'xterm', NO_COLOR: '1', VISUAL: 'vi' } });
  expect(await runDoctor({}, context)).toBe(EXIT.done);
  expect(context.printed).toEqual({
    err: '',
    out: `This machine
  sdi       0.0.0-test
  Node      20.19.0 on linux
  Sessions  /home/test/sdi
  Time zone UTC
  Keyboard  stdin is no terminal
  Screen    cannot be drawn on; sessions are plain
  Output    stdout is no terminal, stderr is no terminal
  TERM      xterm
  Colour    NO_COLOR set
  Editor    vi

Checks
  ok     Data directory

All is well.
`,
  });
});

test('ends with 1 where a check found a fault, and says what to do', async () => {
  const fault = { name: 'Journals', ok: false, detail: 'x is damaged\nsdi doctor --salvage x' };
  const context = testContext({ diagnosis: [ok, fault] });
  expect(await runDoctor({}, context)).toBe(EXIT.no);
  expect(context.printed.out).toContain(
    '  fault  Journals: x is damaged\n         sdi doctor --salvage x\n\n1 of 2 checks found a fault.\n',
  );
});

test('salvages a session and says what was recovered and lost', async () => {
  const context = testContext({ sessions: [fullRecord()] });
  expect(await runDoctor({ salvage: '2026-11-20' }, context)).toBe(EXIT.done);
  expect(context.printed.out).toBe('2026-11-20-visitor-counter-salvaged\n');
  expect(context.printed.err).toBe(
    'Recovered 28 records of 2026-11-20-visitor-counter; 1 record could not be verified and stayed behind. The damaged session is as it was.\n',
  );
});

test('cannot salvage what is not there', async () => {
  await expect(runDoctor({ salvage: '../x' }, testContext())).rejects.toMatchObject({ exitCode: EXIT.usage });
});
