import type { Problem } from '../catalogue/schema.ts';
import { type Block, list, named, pairs, section, subheading, text } from '../text/blocks.ts';
import { type Page, referenceBlocks } from './reference-design.ts';

/** Everything of a problem but its head, in the order in which an interview comes to it. */
export function solutionBlocks(problem: Problem, page: Page): Block[] {
  return [
    ...framing(problem),
    ...capacity(problem),
    ...referenceBlocks(problem, page),
    ...interview(problem),
    ...learning(problem),
  ];
}

function framing({ context, stories, requirements, facts }: Problem): Block[] {
  return [
    ...section('Context', [
      text(context),
      list(stories.map((story) => `As ${story.as} I want ${story.want}, so ${story.so}.`)),
    ]),
    ...section('Requirements', [
      ...named('Functional', requirements.functional),
      subheading('Non-functional'),
      pairs(requirements.nonFunctional.map(({ quality, target }) => [quality, target])),
      ...named('Constraints', requirements.constraints),
      ...named('Assumptions', requirements.assumptions),
    ]),
    ...section('Facts, told when asked', [pairs(facts.map(({ topic, answer }) => [topic, answer]))]),
  ];
}

function capacity({ capacity: { inputs, estimates } }: Problem): Block[] {
  return section('Capacity', [
    subheading('Inputs'),
    pairs(inputs.map(({ id, title, value, because }) => [`${title} (${id})`, sentence(value, because)])),
    subheading('Estimates'),
    ...estimates.map(({ id, title, formula, text: result, because }) =>
      pairs([[`${title} (${id})`, sentence(`${formula} = ${result}`, because)]]),
    ),
  ]);
}

function sentence(value: string, because: string | undefined): string {
  return because === undefined ? value : `${value}\n${because}`;
}

function interview({ points, twists, followUps }: Problem): Block[] {
  const questions = (title: string, all: Problem['followUps']['deepDives']) => [
    subheading(title),
    ...all.flatMap(({ question, pointers }) => [text(question), list(pointers)]),
  ];
  return [
    ...section(
      'Twists',
      twists.flatMap(({ change, wants }) => [text(change), list(wants)]),
    ),
    ...section(
      'Points',
      points.flatMap((point) => [
        subheading(`${point.claim} (${point.id}: ${point.stage}, ${point.bar}, weight ${point.weight})`),
        pairs([
          ['Asked as', point.probe],
          ['Answer', point.answer],
        ]),
      ]),
    ),
    ...section('Follow-up questions', [
      ...questions('Deep dives', followUps.deepDives),
      ...questions('Variations', followUps.variations),
      ...questions('The real world', followUps.realWorld),
    ]),
  ];
}

function learning({
  learning: { concepts, technologies, patterns },
  assessment,
  related,
  resources,
}: Problem): Block[] {
  return [
    ...section('Assessment', [
      ...named('An excellent answer', assessment.excellent),
      ...named('Common mistakes', assessment.mistakes),
      ...named('Tips', assessment.tips),
    ]),
    ...section('To learn from it', [
      pairs([
        ['Concepts', concepts.join(', ')],
        ['Technologies', technologies.join(', ')],
        ['Patterns', patterns.join(', ')],
      ]),
    ]),
    ...section('Related', related.length === 0 ? [] : [pairs(related.map(({ title, how }) => [title, how]))]),
    ...section('Resources', resources.length === 0 ? [] : [list(resources.map(resourceLine))]),
  ];
}

function resourceLine({ title, url, note }: Problem['resources'][number]): string {
  return `${title}: ${note}${url === undefined ? '' : ` ${url}`}`;
}
