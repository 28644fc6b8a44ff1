/** Forms that no rule leads to their verb or noun. */
const IRREGULAR = new Map(
  Object.entries({
    bought: 'buy',
    broke: 'break',
    broken: 'break',
    built: 'build',
    chose: 'choose',
    chosen: 'choose',
    caught: 'catch',
    died: 'die',
    dies: 'die',
    dying: 'die',
    fell: 'fall',
    fallen: 'fall',
    gave: 'give',
    given: 'give',
    goes: 'go',
    gone: 'go',
    went: 'go',
    grew: 'grow',
    grown: 'grow',
    held: 'hold',
    indices: 'index',
    kept: 'keep',
    knew: 'know',
    known: 'know',
    left: 'leave',
    lost: 'lose',
    loss: 'lose',
    losses: 'lose',
    made: 'make',
    lies: 'lie',
    paid: 'pay',
    ran: 'run',
    said: 'say',
    saw: 'see',
    seen: 'see',
    sent: 'send',
    spent: 'spend',
    stood: 'stand',
    stuck: 'stick',
    taken: 'take',
    taught: 'teach',
    thought: 'think',
    threw: 'throw',
    thrown: 'throw',
    told: 'tell',
    took: 'take',
    tying: 'tie',
    woke: 'wake',
    written: 'write',
    wrote: 'write',
    // Nouns that look like forms of another word.
    news: 'news',
    less: 'less',
    process: 'process',
    processes: 'process',
    access: 'access',
    accesses: 'access',
    addresses: 'address',
    address: 'address',
    business: 'business',
    redis: 'redis',
    kubernetes: 'kubernetes',
    dns: 'dns',
    aws: 'aws',
    kms: 'kms',
    sms: 'sms',
    sqs: 'sqs',
    sns: 'sns',
    ses: 'ses',
    tls: 'tls',
    qps: 'qps',
    rps: 'rps',
    tps: 'tps',
    ops: 'ops',
    ms: 'ms',
    series: 'series',
    does: 'do',
    was: 'be',
    is: 'be',
    are: 'be',
    were: 'be',
    been: 'be',
    being: 'be',
    has: 'have',
    had: 'have',
    having: 'have',
    its: 'it',
    this: 'this',
    yes: 'yes',
    us: 'us',
    use: 'use',
    used: 'use',
    uses: 'use',
    using: 'use',
    as: 'as',
    bus: 'bus',
    status: 'status',
    always: 'always',
    during: 'during',
    thing: 'thing',
    nothing: 'nothing',
    anything: 'anything',
    something: 'something',
    everything: 'everything',
    string: 'string',
    ring: 'ring',
    rings: 'ring',
    seed: 'seed',
    feed: 'feed',
    need: 'need',
    speed: 'speed',
    embed: 'embed',
    shed: 'shed',
    bed: 'bed',
    red: 'red',
    king: 'king',
    ping: 'ping',
    morning: 'morning',
    evening: 'evening',
    one: 'one',
    proxies: 'proxy',
  }),
);

const VOWEL = /[aeiouy]/;
const stems = new Map<string, string>();
/** Answers are held in memory with their words; this only bounds what a process that assesses many would keep. */
const MOST_KNOWN = 20_000;

/** What the forms of a word share: a light suffix stripper; spelling of -ise and -our is made one. Lower case in. */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const irregular = IRREGULAR.get(word);
  const stem =
    irregular !== undefined
      ? endOf(irregular)
      : /^[a-z]{4,}$/.test(word)
        ? strip(spelling(word))
        : word.replace(/^([a-z]{2,})s$/, '$1');
  if (stems.size < MOST_KNOWN) stems.set(word, stem);
  return stem;
}

function spelling(word: string): string {
  return word
    .replace(/is(e|es|ed|ing|er|ers|ation|ations)$/, 'iz$1')
    .replace(/yse(s|d)?$/, 'yze$1')
    .replace(/(..)our(s|ed|ing|ite|able|hood)?$/, '$1or$2')
    .replace(/centre(s?)$/, 'center$1');
}

function strip(word: string): string {
  const singular = stripPlural(word);
  const verb = stripVerbEnding(singular);
  return endOf(stripDerivation(verb));
}

function stripPlural(word: string): string {
  if (/(ss|us|is)$/.test(word) || !word.endsWith('s')) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(sses|xes|zes|ches|shes)$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

function stripVerbEnding(word: string): string {
  if (word.endsWith('ied') && word.length > 4) return `${word.slice(0, -3)}y`;
  const ending = /(?:ing|ed)$/.exec(word)?.[0];
  if (ending === undefined || word.endsWith('eed')) return word;
  const rest = word.slice(0, -ending.length);
  if (rest.length < 2 || !VOWEL.test(rest)) return word;
  return rest.length > 3 && /([bdgkmnprtv])\1$/.test(rest) ? rest.slice(0, -1) : rest;
}

/** Nouns, adjectives and adverbs made of verbs that this field uses in either form. */
const DERIVATIONS: readonly [RegExp, string][] = [
  [/(?<=[a-z]{3})ically$/, 'ic'],
  [/(?<=[a-z]{3})ization$/, 'ize'],
  [/(?<=[a-z]{3})icity$/, 'ic'],
  [/(?<=[a-z]{2})ication$/, 'icate'],
  [/(?<=[a-z]{2})ation$/, 'ate'],
  [/(?<=[a-z]{3})ition$/, 'it'],
  [/(?<=[a-z]{2})ction$/, 'ct'],
  [/(?<=[a-z]{3})ency$/, 'ent'],
  [/(?<=[a-z]{3})ently$/, 'ent'],
  [/(?<=[a-z]{4})ly$/, ''],
  [/(?<=[a-z]{4})ment$/, ''],
];

function stripDerivation(word: string): string {
  for (const [pattern, end] of DERIVATIONS) if (pattern.test(word)) return word.replace(pattern, end);
  return word;
}

/** A silent e and a last y, which come and go between forms. */
function endOf(word: string): string {
  if (word.length > 3 && word.endsWith('e') && !word.endsWith('ee')) return word.slice(0, -1);
  if (word.length > 3 && word.endsWith('y') && !/[aeiou]y$/.test(word)) return `${word.slice(0, -1)}i`;
  return word.length > 4 && word.endsWith('ll') ? word.slice(0, -1) : word;
}
