import type { Classes } from '../classes.ts';

/** Retries, duplicates and concurrent writes. */
export const CORRECTNESS: Classes = {
  'at-least-once': 'at least once|alo|at-least-once',
  'at-most-once': 'at most once|amo|at-most-once',
  atomic: `atomic|atomically|atomicity|cas|compare and swap|compare and set|check and set|lua|lua script|eval|evalsha|
    server-side script|stored procedure|redis function|incr|incrby|multi exec|conditional update|conditional write|
    single-threaded|serialised|serialized|linearizable|one indivisible step|indivisible|mutex|lock`,
  backoff: `backoff|back off|back-off|exponential|exp backoff|doubling|doubles|growing wait|growing delay|increasing delay|
    increasing interval|longer and longer|1s 2s 4s|1 s|2 s|4 s|2^n|2 ** n|base * 2|backing off|jitter|
    randomised delay|spread retries|retry budget|wait before retrying|honour retry-after|respect retry-after|
    obey retry-after`,
  crash: `crash|die|dies|died|killed|oom|restart|reboot|power loss|goes down|lost connection|timeout|times out|
    lost response|response lost|answer lost|fails|dropped connection|evicted|preempted`,
  deduplicate: 'dedup*|de duplicate|remove duplicates|seen set|unique id|idempoten*|drop the second',
  'distributed-lock': `distributed lock|redlock|lock service|chubby|lease|zookeeper lock|etcd lock|advisory lock|fencing token`,
  duplicate: 'duplicate|dup|dupe|twice|double|second copy|repeated message|repetition|send again|resend|retry',
  'exactly-once': 'exactly once|exactly-once|eos|once and only once|precisely once',
  fencing: 'fencing token|fence|epoch|generation number|term number|stale leader',
  'give-up': `give up|max attempts|maximum attempts|max retries|retry limit|up to n times|after n attempts|after 5 tries|dlq|
    dead letter|retry budget|until it expires|until expiry|stop retrying|bounded|cap on retries|five attempts|
    then fail`,
  idempotency: `idempotency key|idempotency|idempotent|idempotency-key|dedup key|dedupe|dedup|deduplication|deduplicate|
    request id|client token|message id from the caller|event id|notification id derived|deterministic id|uuidv5|
    uuid5|natural key|hash of sender and key`,
  jitter: 'jitter|jittered|full jitter|random*|spread retries|randomised wait|random 0|noise',
  loss: 'lose|lost|loss|drop|skip|miss|missing|missed|gap|give up|not sent|never sent|not resend|no retry',
  'optimistic-locking': `optimistic lock*|version column|version number|etag|if match|compare and set|cas|conditional update`,
  'pessimistic-locking': 'pessimistic lock*|select for update|row lock|mutex|exclusive lock',
  race: `race|race condition|racy|lost update|interleav*|toctou|check-then-act|read-modify-write|get-then-set|
    read then write|concurrent*|concurrency|simultaneous*|at the same time|at the same instant|same moment|
    same millisecond|in parallel|double spend|double count`,
  repeat: 'repeat|retry|retried|resend|second call|same call|same request|duplicate|twice|again|repeated',
  retry: `retry|retries|retrying|try again|tries again|resend|re-drive|redrive|reattempt|attempt|again|regenerate|
    another code|a new code|next one|re-roll|redraw|loop until`,
  'retry-storm': `retry storm|retry amplification|thundering herd|stampede|hammer*|tight loop|retry immediately|retry in lockstep|
    synchronised retries|wave of retries|flood of retries|pile up|pile on|dogpile`,
  saga: 'saga|compensat*|compensating transaction|orchestrated saga|choreograph*|undo step',
  'two-generals': `two generals|distributed transaction|atomic with|same transaction|2pc|two-phase commit|no transaction|
    not transactional|dual write`,
  'two-phase-commit': '2pc|two phase commit|xa|distributed transaction|prepare and commit',
};
