import type { Context } from '../context.ts';
import { EXIT, type ExitCode } from '../errors.ts';
import type { Intent } from '../session/decide.ts';
import { openPhase, type PhaseState, type SessionState } from '../session/state.ts';
import { renderJson } from '../transcript/json.ts';
import { renderTerminal } from '../transcript/terminal.ts';
import { transcribe } from '../transcript/transcript.ts';
import { ANSWERS_LIMIT, type Answers, parseAnswers, type ScriptedTurn } from './answers-file.ts';
import { assessSitting } from './closing.ts';
import { parseCommand } from './command-words.ts';
import type { SessionPlan } from './plan.ts';
import type { Sitting } from './sitting.ts';
import { saveTranscript } from './written-up.ts';

export interface ScriptOptions {
  readonly plan: SessionPlan;
  readonly file: string;
  readonly json: boolean;
  /** Called when everything has been checked; nothing is written before. */
  readonly start: () => Sitting;
}

/** A whole interview without a terminal; its clock moves only by the minutes that the answers file gives. */
export async function runScript(options: ScriptOptions, context: Context): Promise<ExitCode> {
  const bytes = context.store.readFile(options.file, ANSWERS_LIMIT);
  const answers = parseAnswers(bytes, options.file, options.plan.phases);
  const sitting = options.start();
  try {
    for (const remark of await playAnswers(sitting, answers)) context.err.write(`${remark}\n`);
    assessSitting(sitting);
    saveTranscript(sitting, context);
    const transcript = transcribe(sitting.record);
    context.out.write(options.json ? renderJson(transcript) : renderTerminal(transcript, context.out));
    context.err.write(`Session ${sitting.session.id}, seed ${sitting.state.header.seed}\n`);
    return sitting.state.ended ? EXIT.done : EXIT.no;
  } finally {
    sitting.session.close();
  }
}

/** Plays every turn in the order of the phases; returns what could not be carried out, for the user. */
async function playAnswers(sitting: Sitting, answers: Answers): Promise<readonly string[]> {
  const remarks: string[] = [];
  let at = 0;
  await sitting.listen(at);
  for (const { id } of sitting.state.phases) {
    const isAhead = () => phaseOf(sitting, id)?.openedAt === undefined;
    await moveOnWhile(isAhead, sitting, at);
    for (const turn of answers.get(id) ?? []) {
      at += Math.round(turn.minutes * 60_000);
      const refusal = goBackTo(id, sitting, at) ?? (await play(turn, sitting, at));
      if (refusal !== undefined) remarks.push(`${id}: "${firstLine(turn.text)}" was not played: ${refusal}`);
    }
  }
  await moveOnWhile(() => true, sitting, at);
  return remarks;
}

function phaseOf({ state }: Sitting, id: string): PhaseState | undefined {
  return state.phases.find((phase) => phase.id === id);
}

/** Ends phases, each heard out, until the interview is over or nothing is to be waited for. */
async function moveOnWhile(isAhead: () => boolean, sitting: Sitting, at: number): Promise<void> {
  while (!sitting.state.ended && isAhead() && sitting.apply({ type: 'next', draft: '' }, at) === undefined) {
    await sitting.listen(at);
  }
}

/** Time may have ended the phase; what its list still holds is added to it and not dropped. Returns why not, if refused. */
function goBackTo(id: string, sitting: Sitting, at: number): string | undefined {
  const { state } = sitting;
  const isOver = phaseOf(sitting, id)?.endedAt !== undefined && openPhase(state)?.id !== id;
  return isOver && !state.ended ? sitting.apply({ type: 'back', phase: id }, at) : undefined;
}

/** Carries a turn out and hears the interviewer; returns why not, if it was refused. */
async function play(turn: ScriptedTurn, sitting: Sitting, at: number): Promise<string | undefined> {
  const intent = await intentOf(turn, sitting);
  const refusal = typeof intent === 'string' ? intent : sitting.apply(intent, at);
  await sitting.listen(at);
  return refusal;
}

/** What a turn wants, or why that cannot be. */
async function intentOf(turn: ScriptedTurn, { state }: Sitting): Promise<Intent | string> {
  const command = turn.text.includes('\n') ? undefined : parseCommand(turn.text);
  switch (command?.name) {
    case 'next':
      return { type: 'next', draft: '' };
    case 'ask':
      return { type: 'ask', text: command.argument };
    case 'hint':
      return { type: 'hint' };
    case 'retry':
      return { type: 'retry' };
    case 'calc':
      return calculate(state, command.argument);
    case 'note':
      return { type: 'note', text: command.argument };
    case 'back':
      return { type: 'back', phase: command.argument };
    case 'undo':
      return { type: 'undo' };
    default:
      return { type: 'answer', text: turn.text };
  }
}

async function calculate(state: SessionState, expression: string): Promise<Intent | string> {
  if (expression === '') return 'Write an expression behind it, such as /calc peak = 100M/min';
  const { workOut } = await import('./calculator.ts');
  const found = workOut(state, expression);
  return 'fault' in found ? found.fault : { type: 'calculate', text: found.text };
}

function firstLine(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
