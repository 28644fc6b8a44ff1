import type { Debrief, PointResult, Tally } from '../assessment/debrief.ts';
import type { DrawingsReport } from '../assessment/drawings.ts';
import type { CheckedWorking, EstimatesReport } from '../assessment/estimates.ts';
import type { SessionHeader } from '../session/header.ts';

/** A piece of the debrief, before it is drawn: prose, a list, or a point with the candidate's words or a model answer. */
export type DebriefBlock =
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'lines'; readonly lines: readonly string[] }
  | {
      readonly type: 'point';
      readonly claim: string;
      readonly note: string;
      readonly quotes: readonly string[];
      readonly answer: string | undefined;
    };

/** At the end of an interview so many missed points come with their model answer; the others are named. */
const ANSWERED_AT_ONCE = 3;
const NAMED_TO_PRACTISE = 2;

/** The debrief in words, in the order in which it is read; `brief` at the end of an interview, when nobody reads for long. */
export function debriefBlocks(
  debrief: Debrief,
  header: SessionHeader,
  { brief = false } = {},
): readonly DebriefBlock[] {
  const { level } = header;
  const inState = (standing: PointResult['standing']) =>
    debrief.results.filter((result) => result.standing === standing);
  const missed = [...inState('missed')].sort((a, b) => b.point.weight - a.point.weight);
  const judged = debrief.results.length - inState('beyond').length;
  const beyond = inState('beyond').filter(({ evidence }) => evidence.length > 0);
  return [
    heading(`What was covered: ${inState('covered').length} of ${judged} points at ${level}`),
    lines([`By stage: ${tallyText(debrief.stages)}.`, `By competency: ${tallyText(debrief.competencies)}.`]),
    ...inState('covered').map((result) => covered(result)),
    ...titled(
      'Beyond the bar',
      beyond.map((result) => covered(result)),
    ),
    ...titled(
      'Not sure, and not counted',
      inState('unsure').map((result) => covered(result)),
    ),
    ...titled('Missed', missedBlocks(missed, brief, header)),
    ...titled('What changed', twistBlocks(debrief.twist)),
    ...titled('Your estimates', estimateBlocks(debrief.estimates)),
    ...titled('Your diagrams', drawingBlocks(debrief.drawings)),
    heading('What you asked'),
    lines(askedLines(debrief)),
    ...debrief.criteria.flatMap(({ group, items }) => [
      heading(`${level}: ${group}`),
      lines(items.map(({ text, seen }) => `- ${text} ${seen}`)),
    ]),
    ...titled(
      'Strengths',
      debrief.strengths.length === 0
        ? []
        : [lines(debrief.strengths.map(({ name, covered: made, of }) => `- ${name}: ${made} of ${of}`))],
    ),
    ...titled(
      'Practise next',
      debrief.practise.length === 0
        ? []
        : [lines(debrief.practise.map((each) => practiseText(each, debrief.isOwnLevel, header)))],
    ),
    ...titled('Your reflection', debrief.reflection.length === 0 ? [] : [lines(debrief.reflection)]),
  ];
}

function missedBlocks(missed: readonly PointResult[], brief: boolean, header: SessionHeader): readonly DebriefBlock[] {
  const answered = brief ? missed.slice(0, ANSWERED_AT_ONCE) : missed;
  const others = missed.slice(answered.length);
  const where = `Also missed; sdi review ${header.session} has what a good answer says:`;
  return [
    ...answered.map(
      (result): DebriefBlock => ({
        type: 'point',
        claim: result.point.claim,
        note: noteOn(result),
        quotes: [],
        answer: result.point.answer.trim(),
      }),
    ),
    ...(others.length === 0 ? [] : [lines([where, ...others.map(named)])]),
  ];
}

/** Such as `- capacity: sdi practice rate-limiter --phase capacity (5 open, such as peak rate and storage)`. */
function practiseText(
  { stage, phase, missed }: Debrief['practise'][number],
  isOwnLevel: boolean,
  { problem, level, template }: SessionHeader,
): string {
  const weightiest = [...missed].sort((a, b) => b.weight - a.weight).slice(0, NAMED_TO_PRACTISE);
  const names = weightiest.map(({ id }) => id.replaceAll('-', ' ')).join(' and ');
  const open = `${missed.length} open${missed.length > weightiest.length ? ', such as' : ':'} ${names}`;
  const atLevel = isOwnLevel ? '' : ` --level ${level}`;
  const inTemplate = template.id === level.toLowerCase() ? '' : ` --template ${template.id}`;
  const command = `sdi practice ${problem.id}${atLevel}${inTemplate} --phase ${phase ?? stage}`;
  return `- ${stage}: ${command} (${open})`;
}

function askedLines({ asked, offered, unanswered, neverAsked }: Debrief): readonly string[] {
  const named = (lead: string, names: readonly string[]) =>
    names.length === 0 ? [] : [`${lead}: ${names.join(', ')}.`];
  const questions = unanswered.map((question) => `"${question}"`);
  const hasAsked = asked.length + offered.length + unanswered.length > 0;
  return [
    ...(hasAsked ? named('Asked for', asked) : ['You asked for none of the facts.']),
    ...named('Offered, and not taken up', offered),
    ...named('Asked, and I had nothing on it', questions),
    ...named('Never asked for', neverAsked),
  ];
}

function estimateBlocks(estimates: EstimatesReport | undefined): readonly DebriefBlock[] {
  if (estimates === undefined || estimates.workings.length === 0) return [];
  const { workings, unused, notWorkedOut } = estimates;
  return [
    lines(workings.filter(isWorthTelling).map((working) => `- ${working.text}: ${verdictText(working)}.`)),
    ...(unused.length === 0 ? [] : [lines(['Worked out and not used again:', ...unused.map((text) => `- ${text}`)])]),
    ...(notWorkedOut.length === 0
      ? []
      : [lines(['Not worked out:', ...notWorkedOut.map(({ title, text }) => `- ${title}: ${text}`)])]),
  ];
}

/** A figure that is only given, "peak = 20K/s", is told where it stands beside the problem's own. */
function isWorthTelling({ verdict, text, result, estimate }: CheckedWorking): boolean {
  return verdict !== undefined || estimate !== undefined || !text.endsWith(`= ${result}`);
}

/** What is said of one calculation, as a clause. How a right one was read is not worth a word. */
export function verdictText(working: CheckedWorking): string {
  const notes = working.verdict === 'agrees' ? [] : working.notes.slice(0, 1);
  return [resultText(working) + ownText(working), ...notes].join('; ');
}

function resultText({ verdict, result, message }: CheckedWorking): string {
  switch (verdict) {
    case 'wrong':
      return message ?? `it comes to ${result}`;
    case 'agrees':
      return 'right';
    case 'rounded':
      return `fair; exactly it is ${result}`;
    case undefined:
      return `it comes to ${result}`;
  }
}

/** How the problem's own figure stands beside it. */
function ownText({ verdict, estimate }: CheckedWorking): string {
  if (estimate === undefined) return '';
  const own = `${estimate.text} (${estimate.title})`;
  if (!estimate.isWithin) return `, but I have ${own}`;
  return verdict === 'wrong' ? `; mine is ${own}` : `, near my ${own}`;
}

function drawingBlocks(drawings: DrawingsReport | undefined): readonly DebriefBlock[] {
  if (drawings === undefined) return [];
  const { unexplained, undrawn } = drawings;
  if (unexplained.length === 0 && undrawn.length === 0) return [];
  return [
    lines([
      ...(unexplained.length === 0 ? [] : [`- Drawn and never explained: ${unexplained.join(', ')}.`]),
      ...(undrawn.length === 0 ? [] : [`- Named and never drawn: ${undrawn.join(', ')}.`]),
    ]),
  ];
}

function twistBlocks(twist: Debrief['twist']): readonly DebriefBlock[] {
  if (twist === undefined) return [];
  const { change, wants } = twist;
  return [
    lines([change]),
    lines(['A good answer to it holds these; sdi does not judge it:', ...wants.map((want) => `- ${want}`)]),
  ];
}

function heading(text: string): DebriefBlock {
  return { type: 'heading', text };
}

function lines(all: readonly string[]): DebriefBlock {
  return { type: 'lines', lines: all };
}

function titled(title: string, blocks: readonly DebriefBlock[]): readonly DebriefBlock[] {
  return blocks.length === 0 ? [] : [heading(title), ...blocks];
}

function covered(result: PointResult): DebriefBlock {
  const quotes = result.evidence.map(({ quote }) => quote.trim());
  return { type: 'point', claim: result.point.claim, note: noteOn(result), quotes, answer: undefined };
}

function named(result: PointResult): string {
  const note = noteOn(result);
  return `- ${result.point.claim}${note === '' ? '' : ` (${note})`}`;
}

/** What a reader must know of how a point came about; empty where there is nothing. */
function noteOn({ standing, isOwnWord, hints }: PointResult): string {
  return [
    ...(isOwnWord && standing === 'covered' ? ['by your own word'] : []),
    ...(hints === 0 ? [] : [`after ${hints} hint${hints === 1 ? '' : 's'}`]),
  ].join(', ');
}

function tallyText(tallies: readonly Tally[]): string {
  return tallies.map(({ name, covered: made, of }) => `${name} ${made}/${of}`).join(', ');
}
