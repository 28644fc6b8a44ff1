import type { Output } from '../context.ts';
import { calculate } from '../quantity/calculate.ts';
import { dimensionName } from '../quantity/dimension.ts';
import { FORMULAS, type Formula } from '../quantity/formulas.ts';
import { wrap } from '../text/wrap.ts';

const MOST_COLUMNS = 100;
const MARGIN = '    ';

/** How each formula is called, what it is for, and a call with its result. */
export function formulaList({ columns, theme }: Output): string {
  const room = Math.min(columns, MOST_COLUMNS) - 1;
  const entries = FORMULAS.map((formula) => {
    const about = wrap(formula.about, room - MARGIN.length).map((line) => `${MARGIN}${line}`);
    return [theme.strong(callOf(formula)), ...about, `${MARGIN}${theme.dim(exampleOf(formula))}`].join('\n');
  });
  return `${entries.join('\n\n')}\n`;
}

/** What `--json` tells of them. */
export function formulaViews(): readonly object[] {
  return FORMULAS.map(({ name, parameters, formula, about, example }) => ({
    name,
    about,
    parameters: parameters.map((parameter) => ({
      name: parameter.name,
      title: parameter.title,
      dimensions: parameter.dimensions.map(dimensionName),
      default: parameter.otherwise ?? null,
    })),
    formula,
    example,
  }));
}

/** Such as `peak-rate(average, factor = 3)`. */
function callOf({ name, parameters }: Formula): string {
  const list = parameters.map((each) =>
    each.otherwise === undefined ? each.name : `${each.name} = ${each.otherwise}`,
  );
  return `${name}(${list.join(', ')})`;
}

function exampleOf({ example }: Formula): string {
  const found = calculate(example);
  return found.ok ? `${example} = ${found.value.text}` : example;
}
