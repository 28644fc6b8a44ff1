import { calculate, readDefinition } from '../quantity/calculate.ts';
import { shifted } from '../quantity/fault.ts';
import { formatQuantity } from '../quantity/format.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { mistakeText } from '../quantity/worksheet/message.ts';
import { readWorksheet } from '../quantity/worksheet/worksheet.ts';
import type { SessionState } from '../session/state.ts';

/** What a line comes to, as it is kept; or why it comes to nothing. */
export type WorkedOut =
  | { readonly text: string; readonly notes: readonly string[] }
  /** One or two sentences, and where in the line the fault stands. */
  | { readonly fault: string; readonly at: number };

/** For `/calc` alone. */
export const CALCULATOR_EXAMPLES = [
  '/calc takes an expression, or name = expression; names can be used later:',
  '  /calc peak = 100M/min',
  '  /calc peak * 1 KB * 30 days in TB',
  '  /calc servers(peak, 20K/s, 70%)',
].join('\n');

const EQUALS = ' = ';

/** Works a line out with the names that the session has defined so far, in calculations, answers, and what is being typed. */
export function workOut(state: SessionState, typed: string, draft = ''): WorkedOut {
  const line = typed.trim();
  const scope = namesOf(state, draft);
  const { expression, offset } = readDefinition(line);
  const found = calculate(expression, { scope });
  if (found.ok) {
    const { text, notes } = found.value;
    return { text: line + EQUALS + text, notes: notes.map(({ message }) => message) };
  }
  const checked = checkStated(line, scope);
  if (checked !== undefined) return checked;
  const { message, hint, start } = shifted(found.fault, offset);
  return { fault: `/calc: ${message}.${hint === undefined ? '' : ` ${hint}`}`, at: start };
}

/** A line that gives its result too, `peak = 100M/min = 1.67M/s`: it is recomputed, and what is wrong with it is noted. */
function checkStated(line: string, scope: ReadonlyMap<string, Quantity>): WorkedOut | undefined {
  const { workings } = readWorksheet(line, { scope });
  const [first] = workings;
  if (first?.stated === undefined) return undefined;
  const sides = [first.name, first.expression.text, formatQuantity(first.expression.quantity)];
  return {
    text: sides.filter((side) => side !== undefined).join(EQUALS),
    notes: workings.flatMap(({ mistake, notes }) => [
      ...(mistake === undefined ? [] : [mistakeText(mistake)]),
      ...notes,
    ]),
  };
}

/** A later definition takes the place of an earlier one. */
function namesOf(state: SessionState, draft: string): Map<string, Quantity> {
  const scope = new Map<string, Quantity>();
  for (const { kind, text, withdrawn } of state.turns) {
    if (kind === 'calculation') defineAgain(text, scope);
    else if (kind === 'answer' && !withdrawn) defineAll(text, scope);
  }
  defineAll(draft, scope);
  return scope;
}

function defineAll(text: string, scope: Map<string, Quantity>): void {
  for (const [name, value] of readWorksheet(text, { scope }).scope) scope.set(name, value);
}

/** What `workOut` wrote: computed again, since its result is rounded; that counts where a name has gone with a draft. */
function defineAgain(text: string, scope: Map<string, Quantity>): void {
  const end = text.lastIndexOf(EQUALS);
  const { name, expression } = readDefinition(text.slice(0, end));
  if (name === undefined) return;
  const exact = calculate(expression, { scope });
  const found = exact.ok ? exact : calculate(text.slice(end + EQUALS.length));
  if (found.ok) scope.set(name, found.value.quantity);
}
