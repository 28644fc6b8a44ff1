import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import { afterAll, test } from 'vitest';
import { decodeJournal } from '../../src/journal/decode.ts';
import { encodeEvent, encodeHeader } from '../../src/journal/encode.ts';

const BIN = fileURLToPath(new URL('../../bin/sdi.js', import.meta.url));
const ROUNDS = 21;
const folder = mkdtempSync(join(tmpdir(), 'sdi-bench-'));
const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, ...inherited } = process.env;
const env = { ...inherited, SDI_HOME: join(folder, 'home'), TERM: 'xterm-256color', TZ: 'UTC' } as Record<
  string,
  string
>;
const rows: string[] = [];

function report(what: string, measured: string, mark: string): void {
  rows.push(`| ${what} | ${measured} | ${mark} |`);
}

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  const table = ['| what | measured | mark |', '|---|---|---|', ...rows].join('\n');
  mkdirSync('.reports', { recursive: true });
  writeFileSync('.reports/bench.md', `${table}\n`);
  process.stdout.write(`\nNode ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}\n\n${table}\n`);
});

const median = (values: readonly number[]) => percentile(values, 0.5);

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function timeRun(args: readonly string[], environment = env): number {
  const start = performance.now();
  spawnSync(process.execPath, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  return performance.now() - start;
}

test('start-up, as a ratio to node -e 0 in the same run', async () => {
  const commands: [string, string[], string][] = [
    ['node -e 0', ['-e', '0'], ''],
    ['sdi --version', [BIN, '--version'], '1.3'],
    ['sdi --help', [BIN, '--help'], '1.6'],
    ['sdi list --json', [BIN, 'list', '--json'], '1.8'],
    ['sdi list', [BIN, 'list'], '3'],
  ];
  const times = commands.map((): number[] => []);
  const firstQuestion: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, [, args]] of commands.entries()) times[index]?.push(timeRun(args));
    firstQuestion.push(await timeFirstQuestion());
  }
  const base = median(times[0] ?? []);
  report('`node -e 0`', `${base.toFixed(0)} ms`, '');
  commands.slice(1).forEach(([name, , mark], index) => {
    report(`\`${name}\``, `${(median(times[index + 1] ?? []) / base).toFixed(2)} times node`, `≤ ${mark}`);
  });
  report(
    'first question of `sdi practice` on the screen',
    `${(median(firstQuestion) / base).toFixed(2)} times node`,
    '≤ 4.5',
  );
});

interface Session {
  write(text: string): void;
  /** Resolves with the time when `text` has been written to the terminal since the last call. */
  shown(text: string): Promise<number>;
  /** Resolves at the next output. */
  next(): Promise<number>;
  bytes(): number;
  close(): Promise<void>;
}

function practise(cols: number): Session {
  const home = mkdtempSync(join(folder, 'home-'));
  const pty = spawn(process.execPath, [BIN, 'practice', 'rate-limiter', '--seed', '1'], {
    cols,
    rows: 40,
    cwd: folder,
    env: { ...env, SDI_HOME: home },
  });
  let seen = '';
  let bytes = 0;
  let waiting: (() => void)[] = [];
  pty.onData((data) => {
    seen += data;
    bytes += Buffer.byteLength(data);
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
  });
  const next = () => new Promise<number>((resolve) => waiting.push(() => resolve(performance.now())));
  return {
    write: (text) => pty.write(text),
    next,
    shown: async (text) => {
      while (!seen.includes(text)) await next();
      seen = '';
      return performance.now();
    },
    bytes: () => bytes,
    close: () =>
      new Promise((resolve) => {
        pty.onExit(() => resolve());
        pty.kill('SIGKILL');
      }),
  };
}

async function timeFirstQuestion(): Promise<number> {
  const start = performance.now();
  const session = practise(80);
  const end = await session.shown('Before we draw');
  await session.close();
  return end - start;
}

test.each([80, 120])('a clock tick at %i columns', async (cols) => {
  const session = practise(cols);
  await session.shown('Before we draw');
  await session.next();
  const start = session.bytes();
  const ticks = 8;
  await new Promise((resolve) => setTimeout(resolve, ticks * 1_000));
  report(`output a clock tick, ${cols} columns`, `${((session.bytes() - start) / ticks).toFixed(0)} bytes`, '≤ 120');
  await session.close();
});

test('a paste of 10,000 characters', async () => {
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    const session = practise(80);
    await session.shown('Before we draw');
    const start = performance.now();
    session.write(`\x1b[200~${'word '.repeat(1_999)}LAST\x1b[201~`);
    times.push((await session.shown('LAST')) - start);
    await session.close();
  }
  report('10,000 pasted characters on the screen', `${(median(times) / 1_000).toFixed(2)} s`, '≤ 0.3 s');
});

test('a key in an answer of 20,000 characters', async () => {
  const session = practise(80);
  await session.shown('Before we draw');
  session.write(`\x1b[200~${`${'word '.repeat(19)}line\r`.repeat(200)}LAST\x1b[201~`);
  await session.shown('LAST');
  const times: number[] = [];
  for (let key = 0; key < 400; key++) {
    const start = performance.now();
    const shown = session.next();
    session.write(String.fromCharCode(97 + (key % 26)));
    times.push((await shown) - start);
  }
  report(
    'key to screen, answer of 20,000 characters',
    `p50 ${median(times).toFixed(1)} ms, p99 ${percentile(times, 0.99).toFixed(1)} ms`,
    'p99 ≤ 16 ms',
  );
  await session.close();
});

test('list and review with many sessions', () => {
  const home = join(folder, 'many');
  const once = { ...env, SDI_HOME: home };
  writeFileSync(join(folder, 'a.yaml'), 'answers: {requirements: [one, two], design: three}');
  spawnSync(process.execPath, [BIN, 'practice', 'rate-limiter', '--answers', join(folder, 'a.yaml')], { env: once });
  const sessions = join(home, 'sessions');
  const id = `${new Date().toISOString().slice(0, 10)}-rate-limiter`;
  const { header, events } = decodeJournal(readFileSync(join(sessions, id, 'journal.jsonl')), {
    file: id,
    session: id,
  });
  let count = 1;
  for (const total of [10, 100, 1_000]) {
    for (; count < total; count++) {
      const session = `2026-01-01-rate-limiter-${count + 1}`;
      mkdirSync(join(sessions, session), { mode: 0o700 });
      const lines = [
        encodeHeader({ ...header, session, scripted: false }),
        ...events.map((event, index) => encodeEvent(event, index + 1)),
      ];
      writeFileSync(join(sessions, session, 'journal.jsonl'), lines.join(''), { mode: 0o600 });
    }
    for (const command of ['list', 'review']) {
      const times = Array.from({ length: 5 }, () => timeRun([BIN, command], once));
      report(`\`sdi ${command}\`, ${total} sessions`, `${median(times).toFixed(0)} ms`, 'reported');
    }
  }
});
