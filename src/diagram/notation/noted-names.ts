import type { Mention } from '../graph-builder.ts';
import { nameKey } from './names.ts';

/** Tells `worker (email)` from `worker (sms)`. Where one note at most stands behind a name, the name is enough. */
export class NotedNames {
  readonly #noted = new Map<string, Map<string, Mention>>();
  readonly #plain = new Map<string, Mention>();

  /** The mention, with the key of the component that it means. */
  told(mention: Mention): Mention {
    const { key, note } = mention;
    if (note === undefined) {
      if (!this.#plain.has(key)) this.#plain.set(key, mention);
      return mention;
    }
    const known = this.#noted.get(key) ?? new Map<string, Mention>();
    const noteKey = nameKey(note);
    const told = known.get(noteKey) ?? { ...mention, key: known.size === 0 ? key : `${key} (${noteKey})` };
    this.#noted.set(key, known.set(noteKey, told));
    return { ...mention, key: told.key };
  }

  /** Names without a note where several have one, and what they may mean. */
  ambiguous(): { readonly name: Mention; readonly choices: readonly string[] }[] {
    return Array.from(this.#plain.values()).flatMap((name) => {
      const noted = [...(this.#noted.get(name.key)?.values() ?? [])];
      return noted.length < 2 ? [] : [{ name, choices: noted.map(({ label, note }) => `${label} (${note ?? ''})`) }];
    });
  }
}
