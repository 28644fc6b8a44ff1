import { type Intent, isSent } from '../session/decide.ts';
import { openPhase } from '../session/state.ts';
import { briefText, helpText, timeText } from './brief.ts';
import { COMMAND_WORDS } from './command-words.ts';
import type { Desk } from './desk.ts';

/** Runs a command word; returns true when the candidate wants to leave. */
export async function runCommand(desk: Desk, name: string, argument: string): Promise<boolean> {
  switch (name) {
    case 'quit':
      return true;
    case 'next':
      await moveOn(desk);
      return false;
    case 'ask':
      if (take(desk, name, argument, { type: 'ask', text: argument })) await desk.hearInterviewer();
      return false;
    case 'hint':
      if (desk.attempt({ type: 'hint' })) await desk.hearInterviewer();
      return false;
    case 'retry':
      if (desk.attempt({ type: 'retry' })) await desk.hearInterviewer();
      return false;
    case 'calc':
      await calculateFor(desk, argument);
      return false;
    case 'draw':
      await drawFor(desk, argument);
      return false;
    case 'note':
      take(desk, name, argument, { type: 'note', text: argument });
      return false;
    case 'pause':
      desk.togglePause();
      return false;
    case 'undo':
      undo(desk);
      return false;
    case 'back':
      if (take(desk, name, argument, { type: 'back', phase: argument })) tellTarget(desk);
      return false;
    case 'edit':
      desk.notice = await desk.prompt.edit();
      return false;
    case 'brief': {
      const { ownNumbers } = await import('./own-working.ts');
      desk.dialogue.add(briefText(desk.state, ownNumbers(desk.state)));
      return false;
    }
    case 'time':
      desk.dialogue.add(timeText(desk.state, desk.at));
      return false;
    default:
      desk.dialogue.add(helpText(argument, COMMAND_WORDS, desk.plain));
      return false;
  }
}

/** A command that cannot be taken now stands in the answer box again, to be run later. */
function take(desk: Desk, name: string, argument: string, intent: Intent): boolean {
  const isTaken = desk.attempt(intent);
  if (!isTaken && argument !== '') desk.putBack(`/${name} `, argument, argument.length);
  return isTaken;
}

/** Sends what is typed; it leaves the answer box only when it is on disk. */
export async function send(desk: Desk, intent: Intent): Promise<void> {
  const before = openPhase(desk.state);
  if (!desk.attempt(intent)) return;
  desk.setDraft('');
  if (openPhase(desk.state)?.id !== before?.id) desk.keepPhase(before?.id);
  await desk.hearInterviewer();
}

/** Who leaves a phase with the first answer has never heard a follow-up, and is told once how to. */
async function moveOn(desk: Desk): Promise<void> {
  const draft = desk.prompt.draft.text;
  const isFirst = draft.trim() !== '' && !desk.state.turns.some(({ kind }) => kind === 'answer');
  await send(desk, { type: 'next', draft });
  if (!isFirst || desk.state.ended) return;
  const sends = desk.plain ? 'A line /send' : 'Ctrl-D';
  desk.notice ??= `Sent, without a follow-up: /next moves on at once. ${sends} sends and stays.`;
}

/** The withdrawn text comes back to be edited, unless something else is being typed. */
function undo(desk: Desk): void {
  const last = desk.state.turns.findLast(isSent);
  if (!desk.attempt({ type: 'undo' }) || last === undefined) return;
  if (desk.prompt.draft.text.trim() !== '') {
    desk.notice = 'Withdrawn.';
    return;
  }
  if (last.kind === 'ask') desk.putBack('/ask ', last.text, last.text.length);
  else desk.setDraft(last.text);
  desk.notice = desk.prompt.draft.text === '' ? 'Withdrawn.' : 'Withdrawn; here it is to edit.';
}

function tellTarget(desk: Desk): void {
  const { back, phases } = desk.state;
  const open = openPhase(desk.state);
  const target = phases.find((phase) => phase.id === back);
  desk.notice =
    target === undefined
      ? `Your next answer stays in ${open?.title ?? ''}.`
      : `Your next answer goes to ${target.title}; /back ${open?.id ?? ''} stays here.`;
}

/** What cannot be worked out, or not be kept, goes back to where it was typed, to be mended and run again. */
async function calculateFor(desk: Desk, typed: string): Promise<void> {
  const { CALCULATOR_EXAMPLES, workOut } = await import('./calculator.ts');
  if (typed === '') {
    desk.dialogue.add(CALCULATOR_EXAMPLES);
    return;
  }
  const found = workOut(desk.state, typed, desk.prompt.draft.text);
  if ('fault' in found) {
    desk.notice = found.fault;
    desk.putBack('/calc ', typed, found.at);
  } else if (!desk.attempt({ type: 'calculate', text: found.text })) {
    desk.putBack('/calc ', typed, typed.length);
  } else if (found.notes.length > 0) {
    desk.dialogue.add(found.notes.join('\n'));
  }
}

/** What stands behind the word is a line of the diagram, and of the answer. */
async function drawFor(desk: Desk, line: string): Promise<void> {
  const { drawing, withLine, withPlainLine } = await import('./drawing.ts');
  const { draft } = desk.prompt;
  if (line !== '') {
    const { text, cursor } = desk.plain ? withPlainLine(draft, line) : withLine(draft, line);
    desk.setDraft(text, cursor);
  }
  const { state, asideSpace: space } = desk;
  const sketch = { draft: desk.prompt.draft.text, line };
  const { text, notice } = drawing(state, sketch, space);
  const fit = (columns: number) => drawing(state, sketch, { ...space, columns }).text ?? '';
  if (text !== undefined) desk.dialogue.add(text, fit);
  desk.notice = notice;
}
