import { createConnection, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { main as runMain } from '../../src/main.ts';
import { createNodeContext } from '../../src/node-context.ts';
import { nodeStreams } from '../../src/node-streams.ts';
import { type FaultPlan, faultyFiles } from '../../src/store/faults.ts';
import { nodeFiles } from '../../src/store/files.ts';
import { ManualClock } from './clock.ts';

/** What a test asks of a running program, one JSON object a line; each is answered with a line when it has taken effect. */
export type Order =
  | { readonly advance: number }
  | { readonly sleep: number }
  | { readonly jump: number }
  | { readonly fault: FaultPlan };

/** Steps in which time passes; the program would take a longer one for a sleep. */
const STEP_MS = 20_000;

/** The same program with a clock and a disk that a test drives through the socket named in SDI_TEST_CONTROL. */
export async function main(args: readonly string[]): Promise<number> {
  const clock = new ManualClock(process.env.SDI_TEST_NOW ?? '2026-11-22T12:00:00Z', 'UTC');
  const plan: FaultPlan = { nth: 0, code: 'EIO', seen: 0 };
  const socket = await obey(clock, plan);
  try {
    return await runMain(args, nodeStreams(), async (streams) =>
      createNodeContext(streams, { clock, files: faultyFiles(nodeFiles, plan) }),
    );
  } finally {
    socket?.destroy();
  }
}

async function obey(clock: ManualClock, plan: FaultPlan): Promise<Socket | undefined> {
  const path = process.env.SDI_TEST_CONTROL;
  if (path === undefined) return undefined;
  const socket = createConnection(path);
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  socket.on('error', () => {});
  let last: Promise<void> = Promise.resolve();
  createInterface({ input: socket }).on('line', (line) => {
    last = last.then(() => carryOut(JSON.parse(line), clock, plan)).then(() => void socket.write('done\n'));
  });
  return socket;
}

async function carryOut(order: Order, clock: ManualClock, plan: FaultPlan): Promise<void> {
  if ('advance' in order) await advance(order.advance, clock);
  if ('sleep' in order) clock.sleep(order.sleep);
  if ('jump' in order) clock.jump(order.jump);
  if ('fault' in order)
    Object.assign(plan, { operation: undefined, lasting: false, writeAtMost: undefined, seen: 0 }, order.fault);
}

/** Between two steps the program gets its turn, as it would in real time. */
async function advance(ms: number, clock: ManualClock): Promise<void> {
  for (let left = ms; left > 0; left -= STEP_MS) {
    clock.advance(Math.min(left, STEP_MS));
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
  }
}
