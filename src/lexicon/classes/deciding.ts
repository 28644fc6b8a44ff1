import type { Classes } from '../classes.ts';

/** Words of choosing and refusing. */
export const DECIDING: Classes = {
  accept: `accept*|fine|ok|okay|tolerate|tolerable|live with|good enough|nobody needs|nobody minds|not critical|allowed|
    can be|may be|happy with|trade|in exchange|don't care|doesn't matter|prefer`,
  because: 'because|since|as it|due to|so that|reason|thanks to|given that|which means|therefore|hence',
  decrease: 'decrease|reduce|lower|fewer|less|cut|shrink|halve',
  exhaust: `exhaust*|run out|runs out|used up|use up|too few|too small|too short|not enough|isn't enough|insufficient|
    short of|fall short|outgrow*|overflow|full after|won't last|not last`,
  'first-then': 'first|then|next|after that|afterwards|later|finally|followed by|step',
  increase: 'increase|raise|grow|more|higher|up|double',
  instead: 'instead of|rather than|over|not|versus|vs|unlike|as opposed to|in place of',
  'out-of-scope': `out of scope|not doing|not do|will not do|oos|not in scope|outside scope|beyond scope|non-goal|not a goal|excluded|exclude|leave out|
    leaving out|leave aside|set aside|put aside|park|skip|not covering|won't cover|will not cover|won't build|
    will not build|not building|won't handle|not handling|not solving|someone else's problem|handled elsewhere|
    another team|defer|deferred|later phase|phase 2|v2`,
  prefer: `prefer*|choose|chose|chosen|pick|picked|go with|went with|opt for|favour|favor|default|rather|take|my choice|
    i would use|i use`,
  reject: `avoid|reject|rule out|ruled out|decided against|decide against|not use|never|no way|skip|instead of|rather than|
    too slow|too expensive|bottleneck|cannot keep up|would not`,
  sufficient: `enough|plenty|suffice|sufficient|ample|comfortably|covers|headroom|lasts|room to spare|good for|more than enough|
    fits|well within`,
  trade: `trade|trade off|tradeoff|at the cost of|at the price of|in exchange|in return|sacrifice|give up|compromise|
    versus|vs`,
};
