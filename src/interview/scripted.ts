import type { Context } from '../context.ts';
import { EXIT, type ExitCode } from '../errors.ts';
import type { Intent } from '../session/decide.ts';
import { openPhase, type SessionState } from '../session/state.ts';
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
    return EXIT.done;
  } finally {
    sitting.session.close();
  }
}

/** Plays every turn in the order of the phases; returns what could not be carried out, for the user. */
async function playAnswers(sitting: Sitting, answers: Answers): Promise<readonly string[]> {
  const remarks: string[] = [];
  let at = 0;
  await sitting.listen(at);
  for (const phase of sitting.state.phases) {
    for (const turn of answers.get(phase.id) ?? []) {
      at += Math.round(turn.minutes * 60_000);
      // Time may have ended the phase; what its list still holds is added to it and not dropped.
      const isOver = openPhase(sitting.state)?.id !== phase.id;
      if (isOver && !sitting.state.ended) sitting.apply({ type: 'back', phase: phase.id }, at);
      const intent = await intentOf(turn, sitting);
      const refusal = typeof intent === 'string' ? intent : sitting.apply(intent, at);
      if (refusal !== undefined) remarks.push(`${phase.id}: "${firstLine(turn.text)}" was not played: ${refusal}`);
      await sitting.listen(at);
    }
    if (openPhase(sitting.state)?.id === phase.id) sitting.apply({ type: 'next', draft: '' }, at);
    await sitting.listen(at);
  }
  return remarks;
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
