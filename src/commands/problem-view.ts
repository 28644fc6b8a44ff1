import { figuresOf } from '../catalogue/capacity.ts';
import type { Problem } from '../catalogue/schema.ts';
import { baseUnit, COUNT } from '../quantity/dimension.ts';

/** What `show --json` tells of a problem: nothing that gives an answer away. */
export function problemView(problem: Problem): object {
  const { id, title, ladder, level, version, updated, difficulty, category, companies, tags, minutes } = problem;
  return {
    id,
    title,
    ladder,
    level,
    version,
    updated,
    difficulty,
    category,
    companies,
    tags,
    minutes,
    statement: problem.statement,
  };
}

/** The rest of it, as in the problem format, but for the signals, which are how sdi looks for a point. */
export function solutionView(problem: Problem): object {
  return {
    context: problem.context,
    stories: problem.stories,
    requirements: problem.requirements,
    facts: problem.facts.map(({ id, topic, answer }) => ({ id, topic, answer })),
    capacity: capacityView(problem),
    reference: problem.reference,
    scaling: problem.scaling,
    security: problem.security,
    observability: problem.observability,
    recovery: problem.recovery,
    tradeOffs: problem.tradeOffs,
    platform: problem.platform ?? null,
    twists: problem.twists,
    points: problem.points.map(pointView),
    followUps: problem.followUps,
    learning: problem.learning,
    assessment: problem.assessment,
    related: problem.related,
    resources: problem.resources,
  };
}

/** Values are in base units (bytes, seconds, dollars, counts), whatever `text` shows them in. */
function capacityView({ capacity }: Problem): object {
  const { byId } = figuresOf(capacity);
  const unitOf = (id: string) => baseUnit(byId.get(id)?.quantity.dimension ?? COUNT);
  return {
    inputs: capacity.inputs.map(({ id, title, value, amount, because }) => ({
      id,
      title,
      value: amount,
      unit: unitOf(id),
      text: value,
      because: because ?? null,
    })),
    estimates: capacity.estimates.map(({ id, title, formula, amount, text, factor, because }) => ({
      id,
      title,
      formula,
      value: amount,
      unit: unitOf(id),
      text,
      factor,
      because,
    })),
  };
}

function pointView({
  id,
  stage,
  competency,
  bar,
  weight,
  claim,
  probe,
  hints,
  answer,
}: Problem['points'][number]): object {
  return { id, stage, competency, bar, weight, claim, probe, hints, answer };
}
