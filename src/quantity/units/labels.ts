/** Words that join numbers or clauses. They never name what is counted; a line that needs them is prose. */
const JOINING = new Set(
  `a an the and or nor but so then than that this these those it its is are was were be been has have had do does not no
  yes if of off on onto at by for from with without within into to in as over under above below per each every all any
  we i you they he she our your their my them us what which who when where why how while because since until would
  could should will can may might must let lets say assume vs versus times plus minus divided multiplied x about around
  roughly approx approximately circa ca only just also too very there here`.split(/\s+/),
);

const ALIASES = new Map([
  ['req', 'request'],
  ['msg', 'message'],
  ['conn', 'connection'],
  ['txn', 'transaction'],
  ['usr', 'user'],
  ['repl', 'replica'],
]);

const IRREGULAR = new Map([
  ['people', 'person'],
  ['children', 'child'],
  ['men', 'man'],
  ['women', 'woman'],
  ['indices', 'index'],
  ['vertices', 'vertex'],
  ['caches', 'cache'],
  ['cookies', 'cookie'],
  ['movies', 'movie'],
]);
const PLURALS = new Map([...IRREGULAR].map(([plural, singular]) => [singular, plural]));

/** Words with the same form for one and many. */
const UNCHANGED = /(?:series|species|data|metadata|redis|kubernetes|https?|news)$/;

export function isJoining(word: string): boolean {
  return JOINING.has(word.toLowerCase());
}

/** The singular under which a counted noun is known: `Policies` and `policy` are one, `reqs` are requests. */
export function singularOf(word: string): string {
  const isAbbreviation = /^\p{Lu}[\p{Lu}\p{N}]+s?$/u.test(word);
  if (isAbbreviation) return word.replace(/s$/, '');
  const singular = regularSingular(word.toLowerCase());
  return ALIASES.get(singular) ?? singular;
}

function regularSingular(name: string): string {
  const irregular = IRREGULAR.get(name);
  if (irregular !== undefined) return irregular;
  if (UNCHANGED.test(name) || /(?:ss|us|is)$/.test(name) || name.length < 3) return name;
  if (/[^aeiou]ies$/.test(name) && name.length > 4) return `${name.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss|zz|[^aeo]us)es$/.test(name)) return name.slice(0, -2);
  return name.replace(/s$/, '');
}

/** The form beside a number other than one; an abbreviation such as GPU stays as it is. */
export function pluralOf(singular: string): string {
  const last = singular.slice(singular.lastIndexOf(' ') + 1);
  const first = singular.slice(0, singular.length - last.length);
  return first + regularPlural(last);
}

function regularPlural(word: string): string {
  const irregular = PLURALS.get(word);
  if (irregular !== undefined) return irregular;
  if (/^\p{Lu}[\p{Lu}\p{N}]+$/u.test(word) || UNCHANGED.test(word) || !/[a-z]$/.test(word)) return word;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:ch|sh|x|s|zz)$/.test(word) ? `${word}es` : `${word}s`;
}
