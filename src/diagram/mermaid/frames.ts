import type { At, GraphBuilder } from '../graph-builder.ts';
import { plainLabel } from './statements.ts';

const BEGIN = /^(loop|alt|opt|par|critical|break)\b\s*(.*)$/;
const BRANCH = /^(else|and|option)\b\s*(.*)$/;
/** What only colours messages or participants. */
const UNSEEN = /^(?:rect|box)\b/;
const NOTE = /^note\s+(over|left of|right of)\s+([^:]+):\s*(.*)$/i;

interface Open {
  readonly at: At;
  readonly isSeen: boolean;
}

/** Frames and notes of a sequence: each is a mark between its messages. */
export class Frames {
  readonly #builder: GraphBuilder;
  readonly #open: Open[] = [];

  constructor(builder: GraphBuilder) {
    this.#builder = builder;
  }

  /** Whether a statement is about a frame or a note. */
  read(text: string, at: At): boolean {
    if (text === 'end') this.#end(at);
    else if (UNSEEN.test(text)) this.#open.push({ at, isSeen: false });
    else return this.#begin(text, at) || this.#branch(text, at) || this.#note(text, at);
    return true;
  }

  finish(): void {
    const left = this.#open.pop();
    if (left !== undefined) this.#builder.fault(left.at, 'This block has no `end`.', 'Add a line `end`.');
  }

  #begin(text: string, at: At): boolean {
    const match = BEGIN.exec(text);
    if (match === null) return false;
    this.#open.push({ at, isSeen: true });
    this.#builder.mark({ kind: 'begin', word: match[1] ?? '', text: plainLabel(match[2] ?? ''), nodes: [] }, at);
    return true;
  }

  #branch(text: string, at: At): boolean {
    const match = BRANCH.exec(text);
    if (match === null) return false;
    const word = match[1] ?? '';
    if (this.#open.at(-1)?.isSeen === true) {
      this.#builder.mark({ kind: 'branch', word, text: plainLabel(match[2] ?? ''), nodes: [] }, at);
    } else
      this.#builder.fault(at, `This \`${word}\` belongs to no block.`, 'Begin it with `alt`, `par` or `critical`.');
    return true;
  }

  #end(at: At): void {
    const last = this.#open.pop();
    if (last === undefined) this.#builder.fault(at, 'This `end` ends nothing.', 'Remove it.');
    else if (last.isSeen) this.#builder.mark({ kind: 'end', word: 'end', text: '', nodes: [] }, at);
  }

  #note(text: string, at: At): boolean {
    if (!/^note\b/i.test(text)) return false;
    const match = NOTE.exec(text);
    if (match === null) {
      this.#builder.fault(at, 'This note is not complete.', 'Write `Note over A,B: text`.');
      return true;
    }
    const [, where = '', names = '', said = ''] = match;
    const nodes = names.split(',').map((name) => name.trim());
    for (const key of nodes) this.#builder.node({ key, label: plainLabel(key), at });
    this.#builder.mark({ kind: 'note', word: `Note ${where.toLowerCase()}`, text: plainLabel(said), nodes }, at);
    return true;
  }
}
