import { EventEmitter } from 'node:events';
import { emitKeypressEvents, type Key } from 'node:readline';
import { StringDecoder } from 'node:string_decoder';
import { chordOf } from './chord.ts';
import { Lull } from './lull.ts';
import type { Stroke } from './stroke.ts';

const PASTE_START = '\x1b[200~';
const PASTE_END = '\x1b[201~';
/** A chunk of this size may be a part of a paste that was cut by the terminal's buffer. */
const CUT_BY_BUFFER = 512;

/** Turns chunks of a terminal's input into strokes. What belongs together may be parted by chunks anywhere. */
export class KeyDecoder {
  readonly #bytes = new StringDecoder('utf8');
  readonly #keys = new EventEmitter();
  #strokes: Stroke[] = [];
  #paste: string | undefined;
  #isBurst = false;
  /** Until a pause, what follows a part of a paste belongs to it, and an LF to the CR before it. */
  readonly #paused = new Lull();
  #isCutOff = false;
  #endsWithReturn = false;

  constructor() {
    // It reads nothing but the stream's 'data' events, and these are ours to emit.
    emitKeypressEvents(this.#keys as NodeJS.ReadableStream);
    this.#keys.on('keypress', (text: string | undefined, key: Key) => this.#hear(text, key));
  }

  /** The strokes that `chunk` completes. */
  decode(chunk: Uint8Array): readonly Stroke[] {
    const text = this.#bytes.write(chunk);
    if (this.#paste !== undefined && text === '\x03') this.#endPaste();
    const follows = this.#paused.isAwaited;
    this.#isCutOff &&= follows;
    const isSecondHalf = this.#paste === undefined && text.startsWith('\n') && follows && this.#endsWithReturn;
    let at = isSecondHalf ? 1 : 0;
    while (at < text.length) {
      at = this.#paste === undefined ? this.#feed(text, at) : this.#gather(text, at);
    }
    this.#endsWithReturn = text.endsWith('\r');
    this.#paused.await();
    return this.#taken();
  }

  /** What was being pasted when the input ended. */
  end(): readonly Stroke[] {
    this.#paused.cancel();
    this.#endPaste();
    const strokes = this.#taken();
    // One more key stops the timer that readline runs behind a lone Escape, which would hold the process up.
    this.#keys.emit('data', ' ');
    this.#taken();
    return strokes;
  }

  #taken(): readonly Stroke[] {
    const strokes = this.#strokes;
    this.#strokes = [];
    return strokes;
  }

  /** Feeds what is outside of a bracketed paste, character by character: each may end the mark that begins one. */
  #feed(text: string, from: number): number {
    const mark = text.indexOf(PASTE_START, from);
    const end = mark === -1 ? text.length : mark + PASTE_START.length;
    this.#isBurst = isPasted(text.slice(from, end)) || this.#isCutOff;
    this.#isCutOff ||= this.#isBurst && end - from >= CUT_BY_BUFFER;
    let at = from;
    while (at < end && this.#paste === undefined) {
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
      const isSecondHalf = character === '\n' && at > from && text[at - 1] === '\r';
      at += character.length;
      if (!isSecondHalf) this.#feedOne(character, at === text.length);
    }
    return at;
  }

  #feedOne(character: string, isLast: boolean): void {
    const isPlain = character === '\t' || (character === '\x04' && !isLast);
    if (this.#isBurst && isPlain) this.#add('burst', character);
    else this.#keys.emit('data', character);
  }

  /** Takes pasted text up to the mark that ends it, which may be parted by chunks. */
  #gather(text: string, at: number): number {
    const pasted = (this.#paste ?? '') + text.slice(at);
    const end = pasted.indexOf(PASTE_END, Math.max(0, (this.#paste?.length ?? 0) - PASTE_END.length));
    if (end === -1) {
      this.#paste = pasted;
      return text.length;
    }
    const rest = pasted.length - end - PASTE_END.length;
    this.#paste = pasted.slice(0, end);
    this.#endPaste();
    return text.length - rest;
  }

  #endPaste(): void {
    const text = this.#paste?.replaceAll(/\r\n?/g, '\n');
    this.#paste = undefined;
    if (text) this.#strokes.push({ type: 'paste', text });
  }

  #hear(text: string | undefined, key: Key): void {
    if (key.name === 'paste-start') {
      this.#paste = '';
      return;
    }
    const isText = text !== undefined && text >= ' ' && text !== '\x7f' && !key.ctrl && !key.meta;
    const chord = chordOf(key);
    const isBreak = chord === 'enter' || chord === 'newline';
    if (isText) this.#add(this.#isBurst ? 'burst' : 'text', text);
    else if (this.#isBurst && isBreak) this.#add('burst', '\n');
    else if (chord !== undefined && chord !== 'paste-end') {
      this.#strokes.push({ type: 'key', chord, byHand: !this.#isBurst });
    }
  }

  /** Text that comes in one chunk is one stroke. */
  #add(type: 'text' | 'burst', text: string): void {
    const last = this.#strokes.at(-1);
    if (last?.type !== type) this.#strokes.push({ type, text });
    else this.#strokes[this.#strokes.length - 1] = { type, text: last.text + text };
  }
}

/** Nobody types two line breaks, or a line break and more, within one read. */
function isPasted(text: string): boolean {
  const lines = text.replace(/\x04+$/, '').split(/\r\n?|\n/);
  return lines.length > 2 || (lines.length === 2 && lines[1] !== '');
}
