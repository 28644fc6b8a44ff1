import { NameBook } from '../quantity/worksheet/known-names.ts';
import type { Working } from '../quantity/worksheet/working.ts';
import { readWorksheet } from '../quantity/worksheet/worksheet.ts';
import type { SessionState, Turn } from '../session/state.ts';

/** What the candidate worked out so far, a line each: with the calculator, and in answers wherever they calculate. */
export function ownNumbers(state: SessionState): readonly string[] {
  const lines = worked(state).flatMap(({ turn, workings }) =>
    turn.kind === 'calculation' ? [turn.text] : workings.map(lineOf),
  );
  return [...new Set(lines)];
}

/** The session as if what the calculator worked out had been said, unless an answer has it too. */
export function withCalculations(state: SessionState): SessionState {
  if (!state.turns.some(({ kind }) => kind === 'calculation')) return state;
  const all = worked(state);
  const told = new Set(all.flatMap(({ turn, workings }) => (turn.kind === 'answer' ? workings.flatMap(namesOf) : [])));
  const said = new Set(
    all
      .filter(
        ({ turn, workings }) =>
          turn.kind === 'calculation' && !workings.flatMap(namesOf).some((name) => told.has(name)),
      )
      .map(({ turn }) => turn.turn),
  );
  // The calculations stay, since their names are known in every phase.
  const turns = state.turns.flatMap((turn) =>
    said.has(turn.turn) ? [turn, { ...turn, kind: 'answer' } as const] : [turn],
  );
  return { ...state, turns };
}

/** Every turn that may hold working, with what it holds; the names of each are known in those behind it. */
function worked(state: SessionState): readonly { readonly turn: Turn; readonly workings: readonly Working[] }[] {
  const names = new NameBook();
  return state.turns
    .filter(({ kind, withdrawn }) => kind === 'calculation' || (kind === 'answer' && !withdrawn))
    .map((turn) => ({ turn, workings: readWorksheet(turn.text, { names }).workings }));
}

function lineOf({ name, expression, stated }: Working): string {
  return [name, expression.text, stated?.text].filter((side) => side !== undefined).join(' = ');
}

/** What tells one calculation from another: its name and its expression. */
function namesOf({ name, expression }: Working): readonly string[] {
  const written = expression.text.replaceAll(/\s/g, '');
  return name === undefined ? [written] : [name, written];
}
