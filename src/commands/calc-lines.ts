import type { Diagnostic } from '../errors.ts';
import { type Calculation, calculate, readDefinition } from '../quantity/calculate.ts';
import { type QuantityFault, shifted } from '../quantity/fault.ts';
import { nameTable } from '../quantity/notation/names.ts';
import { parseExpression } from '../quantity/notation/parse.ts';
import type { Quantity, Scope } from '../quantity/quantity.ts';

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

/** Every line is read with all names before it, so the time grows with the square of their number. */
const MOST_LINES = 500;

interface Line {
  readonly line: number;
  readonly source: string;
  /** Without its comment. */
  readonly definition: ReturnType<typeof readDefinition>;
}

/** Each line is an expression or `name = expression`, and a name holds below it; blank lines and comments from `#` on are skipped. */
export function calculateLines(text: string, to?: string): CalculatedLines {
  const lines = linesOf(text);
  const reader = new LineReader(to);
  for (const line of lines.slice(0, MOST_LINES)) reader.read(line);
  const rest = lines[MOST_LINES];
  if (rest !== undefined) {
    reader.refuse(rest, { message: `only ${MOST_LINES} lines are worked out at once`, start: 0, end: 0 });
  }
  return reader;
}

function linesOf(text: string): Line[] {
  return text
    .split(/\r\n?|\n/)
    .map((source, index) => ({ line: index + 1, source, written: source.replace(/#.*$/s, '') }))
    .filter(({ written }) => written.trim() !== '')
    .map(({ line, source, written }) => ({ line, source, definition: readDefinition(written) }));
}

class LineReader implements CalculatedLines {
  readonly results: LineResult[] = [];
  readonly faults: Diagnostic[] = [];
  readonly misfits: { line: number; message: string }[] = [];
  readonly #to: string | undefined;
  readonly #scope = new Map<string, Quantity>();
  /** Names whose own line has a fault. */
  readonly #spoilt = new Set<string>();

  constructor(to: string | undefined) {
    this.#to = to;
  }

  read(line: Line): void {
    const value = this.#calculate(line);
    const { name } = line.definition;
    if (name === undefined) return;
    this.#scope.delete(name);
    this.#spoilt.delete(name);
    if (value === undefined) this.#spoilt.add(name);
    else this.#scope.set(name, value);
  }

  #calculate(line: Line): Quantity | undefined {
    const { name, expression, offset } = line.definition;
    // A fault is told once, and not again wherever the name of its line is used.
    if (isSpoilt(expression, this.#scope, this.#spoilt)) return undefined;
    const found = calculate(expression, { scope: this.#scope });
    if (!found.ok) {
      this.refuse(line, shifted(found.fault, offset));
      return undefined;
    }
    const shown = this.#to === undefined ? found : calculate(expression, { scope: this.#scope, to: this.#to });
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

/** Whether an expression would be sound, but uses a spoilt name. */
function isSpoilt(expression: string, scope: Scope, spoilt: ReadonlySet<string>): boolean {
  if (spoilt.size === 0) return false;
  const parsed = parseExpression(expression, { names: nameTable([...scope.keys(), ...spoilt]) });
  return parsed.ok && parsed.value.names.some((name) => spoilt.has(name));
}
