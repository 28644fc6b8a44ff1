import type { Fact, Problem } from '../catalogue/schema.ts';
import type { InterviewerTurn } from '../session/decide.ts';
import type { SessionState } from '../session/state.ts';
import { type FactMatch, matchFact } from './facts.ts';
import { asksIn, choicesIn, isPhrase, phrasesOf, questionsIn } from './questions.ts';

export { questionsIn };

/** Nobody asks more in one turn; this only bounds what is looked up for a pasted text. */
const QUESTIONS_MOST = 30;
/** What joins a question to the one before; it is left out where the question is quoted. */
const JOINT = /^(?:and|also|but|so|or|then|plus),?\s+/i;
/** "How soon must that work?" goes on with what was asked before it. */
const REFERRING = /\b(?:it|so|that|this|those|these)\b/i;
/** Characters of a question that is quoted. */
const QUOTED = 72;

/** The facts that the questions of an answer clearly ask for. */
export function factsAskedFor(questions: readonly string[], problem: Problem): InterviewerTurn[] {
  return factsOf(questions.slice(0, QUESTIONS_MOST).flatMap((question) => partsOf(question, problem))).map(tell);
}

/** What the interviewer says to questions: the facts asked for, then some to choose from, then what it has nothing on. */
export function replyToAsk(state: SessionState, problem: Problem, text: string): InterviewerTurn[] {
  const picked = pickedFact(state, problem, text);
  if (picked !== undefined) return [tell(picked)];
  const questions = asksIn(text)
    .slice(0, QUESTIONS_MOST)
    .map((question) => question.replace(JOINT, ''));
  const asked = questions.flatMap((question) => partsOf(question, problem));
  const told = factsOf(asked);
  const unclear = asked.flatMap((each) => unclearOf(each, told));
  const unknown = asked.filter(({ match }) => match.type === 'none');
  const isOne = asked.length === 1;
  return [
    ...told.map(tell),
    ...(unclear.length === 0 ? [] : [offer(unclear, isOne)]),
    ...(unknown.length === 0
      ? []
      : [
          assume(
            unknown.map(({ question }) => question),
            isOne,
          ),
        ]),
  ];
}

/** A question, or a phrase of one that lists several, and what there is on it. */
interface Asked {
  readonly question: string;
  readonly match: FactMatch;
}

/** "Latency, availability and budget" asks for three facts; "per user, per key and per address" for one. */
function partsOf(question: string, problem: Problem): readonly Asked[] {
  const whole = { question, match: matchFact(question, problem) };
  const listed = phrasesOf(question);
  const phrases = whole.match.type === 'fact' ? listed : listed.flatMap(choicesIn);
  if (phrases.length === 1 || phrases.length > QUESTIONS_MOST) return [whole];
  const parts = phrases.map((phrase) => ({ question: phrase, match: matchFact(phrase, problem) }));
  const told = factsOf(parts);
  // An ask that only the whole has is one question.
  if (told.length === 0 || (whole.match.type === 'fact' && !told.includes(whole.match.fact))) return [whole];
  if (parts.every(({ match }) => match.type === 'fact')) return parts;
  if (!phrases.every(isPhrase)) return [whole];
  // A word by itself may belong to the phrase beside it.
  return parts.filter(
    ({ question: phrase, match }) => match.type === 'fact' || told.length > 1 || /\S\s+\S/.test(phrase),
  );
}

/** Each once. */
function factsOf(asked: readonly Asked[]): readonly Fact[] {
  return [...new Set(asked.flatMap(({ match }) => (match.type === 'fact' ? [match.fact] : [])))];
}

function tell(fact: Fact): InterviewerTurn {
  return { kind: 'fact', about: fact.id, text: fact.answer.trim() };
}

interface Unclear {
  readonly question: string;
  readonly facts: readonly Fact[];
}

/** What is left to choose from when some facts are told. */
function unclearOf({ question, match }: Asked, told: readonly Fact[]): readonly Unclear[] {
  const [nearest, ...others] = match.type === 'near' ? match.facts : [];
  if (nearest === undefined || told.includes(nearest)) return [];
  const left = others.filter((fact) => !told.includes(fact));
  return left.length < others.length && REFERRING.test(question) ? [] : [{ question, facts: [nearest, ...left] }];
}

function offer(unclear: readonly Unclear[], isOne: boolean): InterviewerTurn {
  const facts = [...new Set(unclear.flatMap((each) => each.facts))];
  const [only] = facts;
  if (isOne && only !== undefined && facts.length === 1) {
    return { kind: 'choices', about: only.id, text: `Do you mean "${only.topic}"? /ask 1 tells it.` };
  }
  const lead = isOne
    ? 'Which of these do you mean?'
    : `Which of these do you mean by ${quoted(unclear.map(({ question }) => question))}?`;
  const rows = facts.map((fact, index) => `${String(index + 1).padStart(2)}  ${fact.topic}`);
  return {
    kind: 'choices',
    about: facts.map((fact) => fact.id).join(' '),
    text: [lead, ...rows, 'Ask by number, such as /ask 1'].join('\n'),
  };
}

function assume(questions: readonly string[], isOne: boolean): InterviewerTurn {
  const what = isOne ? 'that' : quoted(questions);
  return {
    kind: 'assume',
    about: questions.join('\n'),
    text: `I have nothing on ${what}: make an assumption, and say what it is.`,
  };
}

function quoted(questions: readonly string[]): string {
  const short = questions.map((question) => {
    const signs = [...question];
    return signs.length <= QUOTED ? `"${question}"` : `"${signs.slice(0, QUOTED).join('').trimEnd()}…"`;
  });
  return [short.slice(0, -1).join(', '), ...short.slice(-1)].filter((part) => part !== '').join(' and ');
}

/** `/ask 2` takes the second of the facts last offered. */
function pickedFact(state: SessionState, problem: Problem, question: string): Fact | undefined {
  if (!/^\s*\d{1,2}\s*$/.test(question)) return undefined;
  const offered = state.turns.findLast((turn) => turn.kind === 'choices')?.about?.split(' ') ?? [];
  const id = offered[Number(question) - 1];
  return problem.facts.find((fact) => fact.id === id);
}
