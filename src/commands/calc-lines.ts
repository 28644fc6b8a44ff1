import type { Diagnostic } from '../errors.ts';
import { type Calculation, calculate, readDefinition } from '../quantity/calculate.ts';
import { Definitions } from '../quantity/definitions.ts';
import { type QuantityFault, shifted } from '../quantity/fault.ts';
import type { Quantity } from '../quantity/quantity.ts';

export interface LineResult {
  /** From 1. */
  readonly line: number;
  /** What the line defines. */
  readonly name: string | undefined;
  /** Its notes have their places in the line. */
  readonly calculation: Calculation;
}

export interface CalculatedLines {
  readonly results: readonly LineResult[];
  readonly faults: readonly Diagnostic[];
  /** Lines that are sound, and cannot be shown in the unit asked for. */
  readonly misfits: readonly { readonly line: number; readonly message: string }[];
}

/** With so many faults the input is something else, and the rest of it is not read. */
const MOST_FAULTS = 100;

interface Line {
  readonly line: number;
  readonly source: string;
  /** Without its comment. */
  readonly definition: ReturnType<typeof readDefinition>;
}

/** Each line is an expression or `name = expression`, and a name holds below it; blank lines and comments from `#` on are skipped. */
export function calculateLines(text: string, to?: string): CalculatedLines {
  const reader = new LineReader(to);
  for (const line of linesOf(text)) {
    if (reader.faults.length === MOST_FAULTS) {
      reader.refuse(line, { message: `after ${MOST_FAULTS} faults the rest is not read`, start: 0, end: 0 });
      break;
    }
    reader.read(line);
  }
  return reader;
}

function* linesOf(text: string): Iterable<Line> {
  for (const [index, source] of text.split(/\r\n?|\n/).entries()) {
    const written = source.replace(/#.*$/s, '');
    if (written.trim() !== '') yield { line: index + 1, source, definition: readDefinition(written) };
  }
}

class LineReader implements CalculatedLines {
  readonly results: LineResult[] = [];
  readonly faults: Diagnostic[] = [];
  readonly misfits: { line: number; message: string }[] = [];
  readonly #to: string | undefined;
  readonly #names = new Definitions();

  constructor(to: string | undefined) {
    this.#to = to;
  }

  read(line: Line): void {
    const value = this.#calculate(line);
    const { name } = line.definition;
    if (name === undefined) return;
    if (value === undefined) this.#names.spoil(name);
    else this.#names.define(name, value);
  }

  #calculate(line: Line): Quantity | undefined {
    const { name, expression, offset } = line.definition;
    const found = calculate(expression, { scope: this.#names });
    if (!found.ok) {
      // A fault is told once, and not again wherever the name of its line is used.
      if (found.fault.kind !== 'no-value') this.refuse(line, shifted(found.fault, offset));
      return undefined;
    }
    const shown = this.#to === undefined ? found : calculate(expression, { scope: this.#names, to: this.#to });
    if (!shown.ok) {
      this.misfits.push({ line: line.line, message: shown.fault.message });
      return found.value.quantity;
    }
    const notes = shown.value.notes.map((note) => shifted(note, offset));
    this.results.push({ line: line.line, name, calculation: { ...shown.value, notes } });
    return found.value.quantity;
  }

  refuse({ line, source }: Line, { message, hint, start }: QuantityFault): void {
    this.faults.push({
      file: 'stdin',
      line,
      column: start + 1,
      message,
      source,
      ...(hint === undefined ? {} : { hint }),
    });
  }
}
