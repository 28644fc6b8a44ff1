import { StringDecoder } from 'node:string_decoder';

/** A line as it was entered. Only the last of several that came at once can have been entered by hand. */
export interface EnteredLine {
  readonly text: string;
  readonly byHand: boolean;
}

/** Splits chunks of input into lines, and tells pasted ones from typed ones by what came together. */
export class LineBatch {
  readonly #bytes = new StringDecoder('utf8');
  #pending = '';

  add(chunk: Uint8Array): void {
    this.#pending += this.#bytes.write(chunk);
  }

  /** The lines that are whole; the rest waits. */
  take(): readonly EnteredLine[] {
    const lines = this.#pending.split(/\r\n|\n/);
    this.#pending = lines.pop() ?? '';
    return lines.map((text, index) => ({ text, byHand: index === lines.length - 1 }));
  }

  /** What stands behind the last line break, when no more will come. */
  rest(): string {
    const rest = this.#pending + this.#bytes.end();
    this.#pending = '';
    return rest;
  }
}
