import { expect, test } from 'vitest';
import { Stopwatch } from '../../src/interview/stopwatch.ts';
import { ManualClock } from '../harness/clock.ts';

function at(elapsed = 0) {
  const clock = new ManualClock('2026-11-22T12:00:00Z', 'UTC');
  return { clock, stopwatch: new Stopwatch(clock, elapsed) };
}

test('counts on from the time it is given', () => {
  const { clock, stopwatch } = at(1_000);
  clock.advance(2_500);
  expect(stopwatch.read()).toEqual({ at: 3_500, away: undefined });
});

test('reports the sleep of the machine and does not count it', () => {
  const { clock, stopwatch } = at();
  clock.advance(500);
  clock.sleep(600_000);
  clock.advance(500);
  expect(stopwatch.read()).toEqual({ at: 1_000, away: { reason: 'slept', ms: 600_000 } });
});

test('takes a silence of more than a minute and a half for a gap, and a shorter one for time', () => {
  const { clock, stopwatch } = at();
  clock.advance(89_000);
  expect(stopwatch.read()).toEqual({ at: 89_000, away: undefined });
  clock.advance(600_000);
  expect(stopwatch.read()).toEqual({ at: 89_000, away: { reason: 'gap', ms: 600_000 } });
});

test('does not count what is skipped', () => {
  const { clock, stopwatch } = at();
  clock.advance(1_000);
  stopwatch.read();
  clock.advance(30_000);
  expect(stopwatch.skip('stopped')).toEqual({ at: 1_000, away: { reason: 'stopped', ms: 30_000 } });
});

test('is not moved by the calendar, and works where the time since boot is unknown', () => {
  const { clock } = at();
  const stopwatch = new Stopwatch({ ...clockWithoutBoot(clock) }, 0);
  clock.jump(-3_600_000);
  clock.advance(1_000);
  expect(stopwatch.read()).toEqual({ at: 1_000, away: undefined });
});

function clockWithoutBoot(clock: ManualClock) {
  return {
    monotonicMs: () => clock.monotonicMs(),
    sinceBootMs: () => undefined,
    wallMs: () => clock.wallMs(),
    timeZone: () => 'UTC',
    schedule: (delay: number, task: () => void) => clock.schedule(delay, task),
  };
}
