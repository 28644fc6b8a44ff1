import { calculate, readDefinition } from '../quantity/calculate.ts';
import { nameKey } from '../quantity/notation/names.ts';
import type { Quantity, Scope } from '../quantity/quantity.ts';
import type { SessionState } from '../session/state.ts';

/** What a calculation comes to, as it is kept and shown; or a sentence on what is wrong with it. */
export type CalculationResult =
  | { readonly text: string; readonly notes: readonly string[] }
  | { readonly fault: string };

/** Works out an expression with the names that earlier calculations of the session defined. */
export function calculation(state: SessionState, typed: string): CalculationResult {
  const line = typed.trim();
  if (line === '') return { fault: 'Such as /calc peak = 100M/min, then /calc peak * 1 KB in Gbps' };
  const { name, expression } = readDefinition(line);
  const found = calculate(expression, { scope: namesOf(state) });
  if (!found.ok) {
    const { message, hint, start, end } = found.fault;
    const place = end > start ? ` at "${expression.slice(start, end)}"` : '';
    return { fault: [`${message}${place}.`, hint].filter((part) => part !== undefined).join(' ') };
  }
  const { text, notes } = found.value;
  const result = name === undefined ? [expression.trim(), text] : [name, expression.trim(), text];
  return { text: result.join(' = '), notes: notes.map(({ message }) => message) };
}

/** The names that were defined so far; a later definition takes the place of an earlier one. */
function namesOf(state: SessionState): Scope {
  const scope = new Map<string, Quantity>();
  for (const turn of state.turns) {
    if (turn.kind !== 'calculation') continue;
    const { name, expression } = readDefinition(turn.text);
    if (name === undefined) continue;
    // What the calculation came to stands behind the last sign.
    const [written = ''] = expression.split(/\s=\s(?=[^=]*$)/);
    const found = calculate(written, { scope });
    if (found.ok) scope.set(nameKey(name), found.value.quantity);
  }
  return scope;
}
