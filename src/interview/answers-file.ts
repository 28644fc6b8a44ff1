import type { Fault, Path } from '../catalogue/faults/fault.ts';
import { parseYaml, type YamlDocument } from '../catalogue/yaml-document.ts';
import { ContentError } from '../errors.ts';
import type { PlannedPhase } from '../session/events.ts';
import { nearest } from '../text/nearest.ts';
import { parseCommand, SCRIPTED_WORDS } from './command-words.ts';

/** The largest answers file, in bytes. */
export const ANSWERS_LIMIT = 1024 * 1024;

const MINUTES_MOST = 480;

/** One turn of an answers file; the clock advances by `minutes` before it is sent. */
export interface ScriptedTurn {
  readonly text: string;
  readonly minutes: number;
}

/** The turns by the id of their phase. */
export type Answers = ReadonlyMap<string, readonly ScriptedTurn[]>;

/**
 * Reads `answers: {<phase id>: turn or list of turns}`; a turn is text, or `{text, minutes}`.
 * Throws ContentError with every fault.
 */
export function parseAnswers(bytes: Uint8Array, file: string, phases: readonly PlannedPhase[]): Answers {
  const parsed = parseYaml(bytes, file, ANSWERS_LIMIT);
  if (!parsed.ok) throw new ContentError(parsed.diagnostics);
  const reader = new AnswersReader(
    parsed.document,
    phases.map((phase) => phase.id),
  );
  const answers = reader.read();
  if (reader.faults.length > 0) throw new ContentError(parsed.document.diagnostics(reader.faults));
  return answers;
}

const SHAPE = 'write answers: with a list of turns under the id of each phase';

class AnswersReader {
  readonly faults: Fault[] = [];
  readonly #value: unknown;
  readonly #phases: readonly string[];

  constructor(document: YamlDocument, phases: readonly string[]) {
    this.#value = document.value;
    this.#phases = phases;
  }

  read(): Answers {
    const answers = new Map<string, readonly ScriptedTurn[]>();
    if (this.#value === null || this.#value === undefined) return this.#refuse([], 'the file is empty', SHAPE, answers);
    if (!isRecord(this.#value)) return this.#refuse([], 'this is not an answers file', SHAPE, answers);
    for (const key of Object.keys(this.#value)) {
      if (key !== 'answers') this.#fault([key], `unknown key "${key}"`, SHAPE, 'key');
    }
    const phases = this.#value.answers;
    if (!('answers' in this.#value)) return this.#refuse([], 'answers is missing', SHAPE, answers);
    if (!isRecord(phases)) return this.#refuse(['answers'], 'answers must name phases', SHAPE, answers);
    for (const [id, turns] of Object.entries(phases)) {
      if (!this.#phases.includes(id)) this.#unknownPhase(id);
      else answers.set(id, this.#turns(turns, ['answers', id]));
    }
    return answers;
  }

  #turns(value: unknown, path: Path): readonly ScriptedTurn[] {
    if (!Array.isArray(value)) return this.#turn(value, path);
    return value.flatMap((turn, index) => this.#turn(turn, [...path, index]));
  }

  #turn(value: unknown, path: Path): readonly ScriptedTurn[] {
    if (typeof value === 'string') return this.#text(value, path) ? [{ text: value, minutes: 0 }] : [];
    if (!isRecord(value)) {
      return this.#refuse(
        path,
        'a turn must be text, or {text, minutes}',
        'put numbers and lists in quotes to send them as text',
        [],
      );
    }
    for (const key of Object.keys(value)) {
      if (key !== 'text' && key !== 'minutes')
        this.#fault([...path, key], `unknown key "${key}"`, 'a turn has text and minutes', 'key');
    }
    const { text, minutes = 0 } = value;
    if (typeof text !== 'string')
      return this.#refuse([...path, 'text'], 'text is missing or no text', 'write text: and the answer', []);
    if (typeof minutes !== 'number' || !(minutes >= 0 && minutes <= MINUTES_MOST)) {
      return this.#refuse(
        [...path, 'minutes'],
        `minutes must be a number from 0 to ${MINUTES_MOST}`,
        'it is the time that passes before the turn',
        [],
      );
    }
    return this.#text(text, [...path, 'text']) ? [{ text, minutes }] : [];
  }

  #text(text: string, path: Path): boolean {
    const before = this.faults.length;
    if (text.trim() === '') this.#fault(path, 'a turn has no text', 'leave it out, or write what is answered');
    const command = text.includes('\n') ? undefined : parseCommand(text);
    if (command !== undefined && !SCRIPTED_WORDS.includes(command.name)) {
      this.#fault(path, `/${command.name} needs a terminal`, `here: /${SCRIPTED_WORDS.join(', /')}`);
    }
    return this.faults.length === before;
  }

  #unknownPhase(id: string): void {
    const [near] = nearest(id, this.#phases);
    const known = `the phases are ${this.#phases.join(', ')}`;
    this.#fault(
      ['answers', id],
      `unknown phase "${id}"`,
      near === undefined ? known : `did you mean ${near}? ${known}`,
      'key',
    );
  }

  #fault(path: Path, message: string, hint: string, on?: 'key'): void {
    this.faults.push({ path, message, hint, ...(on === undefined ? {} : { on }) });
  }

  #refuse<T>(path: Path, message: string, hint: string, rest: T): T {
    this.#fault(path, message, hint);
    return rest;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
