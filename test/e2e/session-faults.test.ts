import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { Program, sessionId } from './program.ts';

const CTRL_D = '\x04';
const DRIVEN_ID = '2026-11-22-rate-limiter';
const PRACTICE = ['practice', 'rate-limiter', '--seed', '1'];

/** Runs in `npm test`; the full number runs in `npm run test:faults`. */
const KILLS = Number(process.env.SDI_TEST_KILLS ?? 15);

describe('SIGKILL', () => {
  test(`at a random moment while answers are submitted, ${KILLS} times: nothing acknowledged is lost`, async () => {
    let seed = 20261122;
    const random = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return seed / 2 ** 31;
    };
    let lost = 0;
    for (let run = 0; run < KILLS; run++) {
      const sdi = new Program();
      const terminal = sdi.open(PRACTICE);
      await terminal.waitFor('1/7');
      let acknowledged = 0;
      const moment = Math.floor(random() * 12);
      for (let answer = 0; answer < 12; answer++) {
        terminal.type(`answer ${answer} of run ${run}${CTRL_D}`);
        if (answer === moment) break;
        await sdi.taken(terminal, sessionId('rate-limiter'), answer + 1);
        acknowledged = answer + 1;
      }
      terminal.signal('SIGKILL');
      await terminal.exited;
      const kept = sdi.answers(sessionId('rate-limiter'));
      for (let answer = 0; answer < acknowledged; answer++) {
        if (kept[answer] !== `answer ${answer} of run ${run}`) lost++;
      }
      const { exitCode } = sdi.run(['review', 'last']);
      expect(exitCode).toBe(0);
      const again = sdi.open(['resume']);
      await again.waitFor('Welcome back');
      sdi.remove();
    }
    expect(lost).toBe(0);
  }, 600_000);
});

describe('the disk', () => {
  test('full while answering: told, the answer stays in the prompt, and saves once there is space', async () => {
    const sdi = new Program();
    const { terminal, control } = sdi.drive(PRACTICE);
    await terminal.waitFor('1/7');
    await control.order({ fault: { operation: 'write', nth: 1, code: 'ENOSPC', lasting: true, seen: 0 } });
    terminal.type(`a precious answer${CTRL_D}`);
    await terminal.waitFor(/disk is full/i);
    expect(terminal.screen()).toContain('│ a precious answer');
    expect(sdi.answers(DRIVEN_ID)).toEqual([]);
    await control.order({ fault: { nth: 0, code: '', seen: 0 } });
    terminal.type(CTRL_D);
    await sdi.taken(terminal, DRIVEN_ID);
    expect(sdi.answers(DRIVEN_ID)).toEqual(['a precious answer']);
  });

  test('300,000 bytes of output into a pipe all arrive, and a reader that goes away is no error', () => {
    const sdi = new Program();
    const text = 'x'.repeat(99_000);
    sdi.file('a.yaml', `answers: {requirements: ["${text}", "${text}", "${text}"]}`);
    sdi.run(['practice', 'rate-limiter', '--answers', 'a.yaml']);
    const whole = sdi.run(['export', 'last', '--format', 'json']);
    expect(whole.out.length).toBeGreaterThan(300_000);
    expect(JSON.parse(whole.out).finished).toBe(true);
    const piped = spawnSync(
      '/bin/bash',
      ['-c', `set -o pipefail; "${process.execPath}" "${sdiBin()}" list | head -1`],
      { env: sdi.env, encoding: 'utf8' },
    );
    expect(piped).toMatchObject({ status: 0, stderr: '' });
  });
});

function sdiBin(): string {
  return new URL('../../bin/sdi.js', import.meta.url).pathname;
}

describe('the lock', () => {
  test('a second resume is refused within a second and names the process', async () => {
    const sdi = new Program();
    const terminal = sdi.open(PRACTICE);
    await terminal.waitFor('1/7');
    const other = sdi.open(['resume', 'last']);
    expect(await other.exited).toMatchObject({ exitCode: 4 });
    expect(other.screen()).toContain(String(terminal.pid));
    expect(other.output()).not.toMatch(/\n\s+at /);
  });

  test('of an owner that is merely stopped is kept; of one that was killed it is taken over', async () => {
    const sdi = new Program();
    const terminal = sdi.open(PRACTICE);
    await terminal.waitFor('1/7');
    terminal.signal('SIGSTOP');
    const other = sdi.open(['resume', 'last']);
    expect(await other.exited).toMatchObject({ exitCode: 4 });
    terminal.signal('SIGKILL');
    await terminal.exited;
    const third = sdi.open(['resume', 'last']);
    await third.waitFor('1/7');
  });
});

describe('time', () => {
  test('runs out while typing: nothing is lost, overtime is marked', async () => {
    const sdi = new Program();
    const { terminal, control } = sdi.drive([...PRACTICE, '--time', '45']);
    await terminal.waitFor('1/7');
    terminal.type('started in time ');
    await terminal.waitFor('started in time');
    await control.passMinutes(5.5);
    await terminal.waitFor(/\+00:30/);
    terminal.type(`and finished late${CTRL_D}`);
    await terminal.waitFor('2/7');
    expect(sdi.state(DRIVEN_ID).turns.find((turn) => turn.kind === 'answer')).toMatchObject({
      text: 'started in time and finished late',
      overtime: true,
    });
  });

  test('a jump of the calendar moves nothing; a sleep of ten minutes is a pause', async () => {
    const sdi = new Program();
    const { terminal, control } = sdi.drive([...PRACTICE, '--time', '45']);
    await terminal.waitFor('05:00');
    await control.order({ jump: 3_600_000 });
    await control.passMinutes(1);
    await terminal.waitFor('04:00');
    await control.order({ sleep: 600_000 });
    await control.passMinutes(1);
    await terminal.waitFor('03:00');
    expect(sdi.state(DRIVEN_ID).pauses).toEqual([{ at: expect.any(Number), reason: 'slept', awayMs: 600_000 }]);
  });

  test('killed at 30:00 and resumed two hours later: the time left is right within 5 s', async () => {
    const sdi = new Program();
    const first = sdi.drive([...PRACTICE, '--time', '60']);
    await first.terminal.waitFor('1/7');
    await first.control.passMinutes(30);
    await first.terminal.waitFor('total 30:00');
    first.terminal.signal('SIGKILL');
    await first.terminal.exited;
    first.control.close();
    const second = sdi.open(['resume', 'last']);
    await second.waitFor(/total 30:0[0-5]/);
  });

  test('a whole interview of 45 minutes passes in its phases', async () => {
    const sdi = new Program();
    const { terminal, control } = sdi.drive([...PRACTICE, '--time', '45', '--template', 'five-phase']);
    for (const [phase, minutes] of [5, 10, 15, 10, 5].entries()) {
      await terminal.waitFor(`${phase + 1}/5`);
      await control.passMinutes(minutes - 0.5);
      terminal.type(`answer ${phase}${CTRL_D}`);
      await sdi.taken(terminal, DRIVEN_ID, phase + 1);
      terminal.type('/next\r');
    }
    await sdi.close(terminal);
    expect(await terminal.exited).toMatchObject({ exitCode: 0 });
    const state = sdi.state(DRIVEN_ID);
    expect(state.ended).toBe(true);
    expect(state.turns.filter((turn) => turn.kind === 'answer').map((turn) => turn.phase)).toEqual(
      state.phases.map((phase) => phase.id),
    );
    expect(Math.round(state.at / 60_000)).toBe(43);
  });
});
