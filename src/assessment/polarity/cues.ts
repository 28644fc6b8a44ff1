/** How far a cue reaches, in words; marks and connectives end it sooner. */
interface Reach {
  readonly after?: number;
  readonly before?: number;
  /** Words after the cue, where it goes on with to: "overkill to". */
  readonly afterTo?: number;
  /** All of the sentence before the cue, across its marks. */
  readonly all?: true;
}

/** Words that turn down, or put in doubt, what stands around them. */
export interface Cue {
  readonly phrase: string;
  readonly effect: 'negated' | 'doubtful';
  readonly reach: Reach;
  /** In the reach of a negated verb, or of any negation, it is undone: "never without replicas". */
  readonly undoneBy?: 'verb' | 'any';
}

const AFTER: Reach = { after: 8 };
const NOUN: Reach = { after: 5 };
const SUBJECT: Reach = { before: 9, afterTo: 8 };
const BOTH: Reach = { before: 9, after: 8 };

const UNDONE: readonly Cue[] = ['no', 'without', 'lack', 'lacking'].map((phrase) => ({
  phrase,
  effect: 'negated',
  reach: NOUN,
  undoneBy: phrase === 'no' ? 'verb' : 'any',
}));

function cues(effect: Cue['effect'], reach: Reach, phrases: string): Cue[] {
  return phrases.split('|').map((phrase) => ({ phrase: phrase.trim(), effect, reach }));
}

/** Negated verbs: what comes after them is not done. */
const VERBAL = cues(
  'negated',
  AFTER,
  `not|never|nobody|no one|none|nothing|neither|nor|nowhere|hardly|barely|rarely|seldom|no longer|no need|no reason|no point|no use|no value|
no benefit|no sense|unable to|fail to|refuse to|forbid|refrain from|do not think|do not believe|do not see|not in favour of|there is no|there are no|
no plan to|i doubt|we doubt|instead of having to|far from|nothing to gain|little point|little reason`.replace(
    /\n/g,
    '',
  ),
);

/** The thing named next is turned down, or is the other side of a contrast. */
const REJECTIONS = cues(
  'negated',
  NOUN,
  `instead of|rather than|unlike|as opposed to|in place of|except|except for|apart from|stay away from|steer clear of|
keep away from|get rid of|rule out|ruling out|ruled out|decide against|decided against|argue against|advise against|vote against|
give up on|abandon|discard|dismiss|i reject|we reject|i would reject|i would skip|we can skip|i skip|we skip|let us skip|i would drop|
i would leave out|leave out|opt out of|move away from|moved off|not in favor of|would not touch|too early for|contrary to|in contrast to|other than|against using`.replace(
    /\n/g,
    '',
  ),
);

/** What is said of the thing named before: that it is not wanted. */
const PREDICATES = cues(
  'negated',
  SUBJECT,
  `overkill|unnecessary|needless|pointless|useless|superfluous|redundant here|over engineering|over engineered|overengineering|overengineered|premature|
bad idea|poor idea|terrible idea|out of the question|off the table|non starter|waste of|is wrong|be wrong|are wrong|wrong choice|wrong tool|wrong place|a mistake|
be silly|is silly|be foolish|nonsense|will not work|do not work|would not work|do not scale|not scale|do not happen|never happen|not happen|do not matter|
do not apply|not necessary|not worth|not worthwhile|not a problem|no problem|not an issue|no issue|not a concern|no concern|
not an option|not important|not possible|impossible|not useful|not helpful|not a good|not good|not suitable|not acceptable|unacceptable|
not matter|not exist|not real|not realistic|not relevant|irrelevant|not warranted|not justified|not critical|hardly ever|make no sense|not make sense|not occur|
no big deal|nothing to worry|bring nothing|bring little|buy us nothing|buys us nothing|buy nothing|is a myth|too complicated for|too complex for|
be out|is banned|be banned|is forbidden`.replace(/\n/g, ''),
);

/** Said of what comes after them, or in the passive of what stands before. */
const NEEDS = cues(
  'negated',
  BOTH,
  'not need|not require|not use|not matter|not help|not worry|not care|not want|not plan|not offer|not support',
);

/** Said at the end of a thought, about all of it. */
const VERDICTS = cues(
  'negated',
  { before: 40, all: true },
  `no way|decide against it|decided against it|decided against that|decide against that|rule it out|ruled it out|rejected it|rejected that|reject that|
reject it|not going there|not doing that|not for us|not do that|not do this|no thanks|dropped the idea|dropped it|rather not|not convinced|no go`.replace(
    /\n/g,
    '',
  ),
);

/** What others would do or think. */
const ATTRIBUTIONS = cues(
  'negated',
  { after: 12 },
  `some people|other people|others would|others use|others might|one might think|you might think|one could think|you could think|you would think|
one would think|it is tempting|tempting to|was tempted|am tempted|people often|many people|some teams|some would|some say|textbooks say|i have heard|
old design|old system|old version|old service|old setup|old stack|legacy design|legacy system|legacy service|previous design|previous system|
previous version|earlier design|first version had`.replace(/\n/g, ''),
);

const DOUBTS = cues(
  'doubtful',
  { after: 10, before: 10 },
  `maybe|perhaps|possibly|somehow|not sure|unsure|i guess|no idea|not certain|something similar|some kind of|some sort of|if need be|not clear|unclear|hopefully`.replace(
    /\n/g,
    '',
  ),
).concat(
  cues(
    'doubtful',
    { after: 10 },
    'look into|investigate|explore|i wonder|wonder whether|keep an eye on|think about whether|todo|tbd',
  ),
);

export const CUES: readonly Cue[] = [
  ...VERDICTS,
  ...PREDICATES,
  ...NEEDS,
  ...ATTRIBUTIONS,
  ...REJECTIONS,
  ...UNDONE,
  ...VERBAL,
  ...DOUBTS,
];

/** Ways of speaking that hold a cue and mean something else. */
export const IDIOMS: readonly string[] =
  `not only|not just|not merely|not necessarily|not to mention|not until|not more than|not less than|not least|no more than|
no less than|no later than|no fewer than|no matter|no doubt|whether or not|or not|if not|why not|why do not we|why would not|not before|nothing but|none other than|
without doubt|not too|no sooner|more often than not|not the least|not all|not every|not always|not exactly|not perfectly|not strictly|not quite|
not have to be|not need to be exact|not need to be perfect|no single|no one machine|no one node|no one box|no one server|no one instance|not rely|not trust`
    .replace(/\n/g, '')
    .split('|');

/** Words that end the reach of a cue. */
export const CONNECTIVES = new Set(
  'but because since so although though while whereas however unless until when if which who then once therefore hence thus still otherwise'.split(
    ' ',
  ),
);

/** After "and", these begin a clause of its own. */
export const SUBJECTS = new Set(
  'we i it they you he she each every then instead just there this that these those'.split(' '),
);

/** Evils: to say that there are none of them is to claim the remedy. Stems. */
export const HAZARDS =
  'race racy lost lose duplicate double collision collide conflict burst spike overload outage downtime restart redeploy reboot deploy failure fail stampede herd storm hot hotspot skew loss leak overshoot bottleneck contention stale exceed break crash spoof abuse attack corrupt starve block wait delay lag overwrite interleave clash inconsistent tear wipe drift oversell guess predict enumerate spam duplication over-admit'.split(
    ' ',
  );

/** What is said against a thing that is turned down. */
export const ADVERSE =
  'slow slower bottleneck contention choke melt collapse struggle suffer kill expensive overload drown die serialise saturate costly heavy'.split(
    ' ',
  );
