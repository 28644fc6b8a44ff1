import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'rolldown';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { timesYardstick } from '../harness/speed.ts';
import { sampleHeader } from '../journal/sample.ts';
import { answer, storeWorld, textsIn } from './world.ts';

const ID = sampleHeader.session;
const RACERS = 5;
const RACES = 6;

/** What another process does: wait for the start, open the session, say how that went, hold it until it is ended. */
const OTHER = `
import { existsSync } from 'node:fs';
import { createStore } from './store.js';
const [home, id, start, text] = process.argv.slice(2);
const store = createStore({ environment: { SDI_HOME: home }, wallMs: () => Date.now() });
process.stdout.write('ready\\n');
while (!existsSync(start));
try {
  const session = store.sessions.open(id);
  session.append([{ type: 'said', speaker: 'candidate', kind: 'answer', phase: 'design', text, at: 0 }]);
  process.stdout.write('opened\\n');
  setInterval(() => {}, 1000);
} catch (error) {
  process.stdout.write(error.message + '\\n');
}
`;

let program = '';

beforeAll(async () => {
  program = mkdtempSync(join(tmpdir(), 'sdi-other-'));
  await build({
    input: 'src/store/store.ts',
    platform: 'node',
    output: { dir: program, entryFileNames: '[name].js' },
    logLevel: 'silent',
  });
  writeFileSync(join(program, 'package.json'), '{"type":"module"}');
  writeFileSync(join(program, 'other.js'), OTHER);
});

afterAll(() => rmSync(program, { recursive: true, force: true }));

interface Other {
  readonly process: ChildProcess;
  readonly ready: Promise<void>;
  /** How opening the session went. */
  readonly said: Promise<string>;
}

function startOther(home: string, start: string, text = 'from another process'): Other {
  const child = spawn(process.execPath, [join(program, 'other.js'), home, ID, start, text], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const words: AsyncIterator<string> = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ready = words.next().then(() => undefined);
  return { process: child, ready, said: ready.then(async () => (await words.next()).value) };
}

async function kill({ process: child }: Other): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

function begun() {
  const world = storeWorld();
  world.store.sessions.create(sampleHeader).close();
  const start = join(world.home, 'start');
  writeFileSync(start, '');
  return { ...world, start };
}

test('a session open in another process is refused at once, running or stopped, and free once that is killed', async () => {
  const { store, home, start } = begun();
  const other = startOther(home, start);
  expect(await other.said).toBe('opened');
  for (const signal of ['SIGCONT', 'SIGSTOP'] as const) {
    other.process.kill(signal);
    const open = () => store.sessions.open(ID);
    expect(open).toThrow(`${ID} is open in process ${other.process.pid}`);
    expect(timesYardstick(() => expect(open).toThrow(), 50)).toBeLessThan(50);
  }
  await kill(other);
  const session = store.sessions.open(ID);
  session.append([answer('mine')]);
  expect(textsIn(store, ID)).toEqual(['from another process', 'mine']);
});

test('of processes that race for the lock of a killed one, exactly one gets it', async () => {
  const { store, home, start } = begun();
  const winners: string[] = [];
  let last = startOther(home, start, 'first');
  await last.said;
  for (let race = 0; race < RACES; race++) {
    await kill(last);
    const begin = join(home, `start-${race}`);
    const racers = Array.from({ length: RACERS }, (_, index) => startOther(home, begin, `${race}.${index}`));
    await Promise.all(racers.map(({ ready }) => ready));
    writeFileSync(begin, '');
    const said = await Promise.all(racers.map((racer) => racer.said));
    const winner = said.indexOf('opened');
    expect(said.filter((words) => words === 'opened')).toHaveLength(1);
    for (const words of said) expect(words).toMatch(/^opened$|is open in process \d+/);
    winners.push(`${race}.${winner}`);
    last = racers[winner] ?? last;
  }
  expect(textsIn(store, ID)).toEqual(['first', ...winners]);
}, 30_000);
