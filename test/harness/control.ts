import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Order } from './entry.ts';

/** The test's end of the line to a running program: drives its clock and its disk. */
export class Control {
  readonly path: string;
  readonly #server: Server;
  readonly #connected: Promise<Socket>;
  readonly #waiting: (() => void)[] = [];

  /** Listens in `folder`. */
  constructor(folder: string) {
    this.path = join(folder, 'control');
    this.#server = createServer();
    this.#connected = new Promise((resolve) => {
      this.#server.on('connection', (socket) => {
        socket.on('error', () => {});
        // A program that has ended has carried out all it ever will.
        socket.on('close', () => {
          for (const done of this.#waiting.splice(0)) done();
        });
        createInterface({ input: socket }).on('line', () => this.#waiting.shift()?.());
        resolve(socket);
      });
    });
    this.#server.listen(this.path);
  }

  /** Resolves when the program has carried it out. */
  async order(order: Order): Promise<void> {
    const socket = await this.#connected;
    const done = new Promise<void>((resolve) => this.#waiting.push(resolve));
    socket.write(`${JSON.stringify(order)}\n`);
    await done;
  }

  async passMinutes(minutes: number): Promise<void> {
    await this.order({ advance: minutes * 60_000 });
  }

  close(): void {
    this.#server.close();
  }
}
