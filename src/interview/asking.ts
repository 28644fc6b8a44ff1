import type { Fact, Problem } from '../catalogue/schema.ts';
import type { InterviewerTurn } from '../session/decide.ts';
import type { SessionState } from '../session/state.ts';
import { type FactMatch, matchFact } from './facts.ts';
import { questionsIn } from './questions.ts';

export { questionsIn };

/** Nobody asks more in one turn; this only bounds what is looked up for a pasted text. */
const QUESTIONS_MOST = 30;
/** What joins a question to the one before; it is left out where the question is quoted. */
const JOINT = /^(?:and|also|but|so|or|then|plus),?\s+/i;
/** Characters of a question that is quoted. */
const QUOTED = 72;

/** The facts that the questions of an answer clearly ask for. */
export function factsAskedFor(questions: readonly string[], problem: Problem): InterviewerTurn[] {
  return factsOf(questions.slice(0, QUESTIONS_MOST).flatMap((question) => matchesOf(question, problem))).map(tell);
}

/** What the interviewer says to questions: the facts asked for, then some to choose from, then what it has nothing on. */
export function replyToAsk(state: SessionState, problem: Problem, text: string): InterviewerTurn[] {
  const picked = pickedFact(state, problem, text);
  if (picked !== undefined) return [tell(picked)];
  const { lines } = questionsIn(text);
  const questions = (lines.length === 0 ? [text.trim()] : lines)
    .slice(0, QUESTIONS_MOST)
    .map((question) => question.replace(JOINT, ''));
  const asked = questions.map((question) => ({ question, matches: matchesOf(question, problem) }));
  const told = factsOf(asked.flatMap(({ matches }) => matches));
  const unclear = asked.flatMap(({ question, matches }) => {
    const facts = matches.flatMap((match) => (match.type === 'near' ? match.facts : []));
    return facts.length === 0 || facts.some((fact) => told.includes(fact)) ? [] : [{ question, facts }];
  });
  const unknown = asked.filter(({ matches }) => matches.every(({ type }) => type === 'none'));
  const isOne = questions.length === 1;
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

/** "Which latency and what availability": where the whole is not clear and each part is, it asks for all of them. */
function matchesOf(question: string, problem: Problem): readonly FactMatch[] {
  const whole = matchFact(question, problem);
  const parts = question.split(/,\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+/i).filter((part) => part.trim() !== '');
  if (whole.type === 'fact' || parts.length === 1) return [whole];
  const matches = parts.map((part) => matchFact(part, problem));
  return matches.every(({ type }) => type === 'fact') ? matches : [whole];
}

/** Each once. */
function factsOf(matches: readonly FactMatch[]): readonly Fact[] {
  return [...new Set(matches.flatMap((match) => (match.type === 'fact' ? [match.fact] : [])))];
}

function tell(fact: Fact): InterviewerTurn {
  return { kind: 'fact', about: fact.id, text: fact.answer.trim() };
}

interface Unclear {
  readonly question: string;
  readonly facts: readonly Fact[];
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
