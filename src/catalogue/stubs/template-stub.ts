interface TemplateStub {
  readonly id: string;
  /** Where the JSON Schema stands, for editors. */
  readonly schema: string;
}

/** A template that passes `check`, for an author to change. */
export function templateStub({ id, schema }: TemplateStub): string {
  return `# yaml-language-server: $schema=${schema}
# A template: the phases of an interview and their time budgets.
id: ${id}                    # the name of this file; never changes
title: My own plan
version: 1.0.0
# With a level, its ladder too; then the phases cover that level's stages:
# ladder: Amazon
# level: L6
summary: One line on whom this plan is for.
minutes: 60                  # the default length; --time scales the phases to another

# Together the phases cover all nine stages, each in one phase: strategy, requirements, capacity, design, deep-dive,
# scaling, reliability, evolution, trade-offs.
phases:
${PHASES.map(phase).join('')}
# Other weights for short sessions, one for each phase:
# short:
#   upTo: 45
#   minutes: { ${PHASES.map(({ id: name }) => `${name}: 10`).join(', ')} }

# How success shows: by a competency (three of its points at least), by timing, by estimates, or by the candidate's own word.
# What sdi sees stands behind the text: say no more in it than that can show.
criteria:
  - group: Must have
    items:
      - id: clear-scope
        text: The functions, targets and limits that shape the design were stated
        seen: { by: competency, competency: problem-framing }
      - id: in-time
        text: Every phase had its share of the time
        seen: { by: timing }
`;
}

const PHASES = [
  { id: 'understand', title: 'Understand', stages: 'strategy, requirements, capacity', minutes: 15 },
  { id: 'design', title: 'Design', stages: 'design, deep-dive', minutes: 25 },
  { id: 'harden', title: 'Harden', stages: 'scaling, reliability, evolution, trade-offs', minutes: 20 },
];

function phase({ id, title, stages, minutes }: (typeof PHASES)[number]): string {
  return `  - id: ${id}
    title: ${title}
    stages: [${stages}]
    minutes: ${minutes}
    objective: What the candidate should have reached when this phase ends.
    question: How the interviewer opens the phase?
    topics:
      - What is worth talking about
    checklist:
      - What must be done before moving on
    tips:
      - Advice for this phase
`;
}
