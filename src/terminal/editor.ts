import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EditorCommand, parseEditorCommand } from './editor-command.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface EditorOptions {
  readonly environment: Environment;
  /** Tells that the program has to end: the editor is asked to. */
  readonly leaving: AbortSignal;
}

/** `text` only where the editor did its work; `notice` is what to tell the candidate. */
export interface Edited {
  readonly text?: string;
  readonly notice?: string;
}

/** How an editor ended, in words; undefined when all is well. */
type Ending = string | undefined;

const USUAL_EDITOR = 'vi';
const AS_IT_WAS = 'Your answer is as it was.';
/** An editor that does not end when it is told to is not waited for. */
const PATIENCE_MS = 500;

/** Has a text edited in `$VISUAL`, `$EDITOR` or vi. Never throws: whatever fails, the old text stands. */
export async function editText(text: string, options: EditorOptions): Promise<Edited> {
  const { environment } = options;
  const wanted = [environment.VISUAL, environment.EDITOR].find((each) => each?.trim()) ?? USUAL_EDITOR;
  const command = parseEditorCommand(wanted);
  if (command.type === 'refused') return { notice: `The editor was not started: ${command.reason}. ${AS_IT_WAS}` };
  let folder: string;
  try {
    folder = mkdtempSync(join(tmpdir(), 'sdi-'));
  } catch (error) {
    return { notice: `There is no place for the editor's file (${codeOf(error)}). ${AS_IT_WAS}` };
  }
  return editIn(folder, text, command, options);
}

async function editIn(
  folder: string,
  text: string,
  command: Extract<EditorCommand, { type: 'command' }>,
  options: EditorOptions,
): Promise<Edited> {
  const file = join(folder, 'answer.md');
  try {
    writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
    const ending = await runEditor([command.program, ...command.arguments, file], options);
    const edited = readEdited(file);
    if (ending === undefined) return finish(folder, file, text, edited);
    const isWorthKeeping = edited !== undefined && edited !== text;
    if (!isWorthKeeping) discard(folder, file);
    return { notice: `${ending} ${AS_IT_WAS}${isWorthKeeping ? ` What was saved there is in ${file}.` : ''}` };
  } catch (error) {
    discard(folder, file);
    return { notice: `The editor's file could not be written (${codeOf(error)}). ${AS_IT_WAS}` };
  }
}

function finish(folder: string, file: string, text: string, edited: string | undefined): Edited {
  if (edited === undefined) {
    attempt(() => rmdirSync(folder));
    return { notice: `The editor left no UTF-8 text in ${file}. ${AS_IT_WAS}` };
  }
  discard(folder, file);
  const hasAddedNewline = edited.endsWith('\n') && !text.endsWith('\n');
  return { text: hasAddedNewline ? edited.slice(0, -1) : edited };
}

/** The program without a shell, on our terminal. */
function runEditor(
  [program = '', ...rest]: readonly string[],
  { environment, leaving }: EditorOptions,
): Promise<Ending> {
  return new Promise((resolve) => {
    const child = spawn(program, rest, { stdio: 'inherit', env: { ...environment } });
    let patience: NodeJS.Timeout | undefined;
    const leave = () => {
      child.kill('SIGTERM');
      patience = setTimeout(() => end('The editor did not end when it was told to.'), PATIENCE_MS);
    };
    const end = (ending: Ending) => {
      clearTimeout(patience);
      leaving.removeEventListener('abort', leave);
      child.unref();
      resolve(ending);
    };
    leaving.addEventListener('abort', leave, { once: true });
    child.once('error', (error) => end(`The editor ${program} could not be started (${codeOf(error)}).`));
    child.once('exit', (code, signal) => {
      if (signal !== null) end(`The editor was ended by ${signal}.`);
      else end(code === 0 ? undefined : `The editor ended with ${code}.`);
    });
  });
}

/** Undefined where there is no file any more, or no UTF-8 in it. */
function readEdited(file: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file));
  } catch {
    return undefined;
  }
}

/** Removes our file and folder and nothing else: what the editor put beside stays with the user. */
function discard(folder: string, file: string): void {
  attempt(() => unlinkSync(file));
  attempt(() => rmdirSync(folder));
}

function attempt(step: () => void): void {
  try {
    step();
  } catch {
    // Gone already, or not empty.
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
