import type { Classes } from '../classes.ts';

/** What replicas agree on, and when. */
export const CONSISTENCY: Classes = {
  'active-active': `active active|multi master|multi leader|multi primary|both regions write|writes in every region|
    bidirectional replication`,
  'active-passive': 'active passive|active standby|warm standby|hot standby|cold standby|pilot light|primary region',
  'anti-entropy': 'anti entropy|merkle tree|read repair|hinted handoff|repair job|reconciliation job',
  approximate: `approximate*|approximation|inexact|imprecise|rough*|loose*|slightly over|a bit over|few percent|slack|slop|
    sloppy|fuzz*|tolerance|tolerate|margin|error margin|best effort|not exact|not perfectly accurate|bounded error|
    overshoot|over-admission|small overrun|drift|eventual consistency|eventually consistent|approx|
    estimate|hyperloglog|hll|sampled|within one per cent|off by a little|undercount|lose a few|at least once|rough`,
  'async-replication': `async replicat*|asynchronous replicat*|replication lag|replicate in the background|replicated asynchronously`,
  cap: `cap theorem|cap|pacelc|ap system|cp system|availability over consistency|consistency over availability|
    partition tolerance`,
  'clock-skew': 'clock skew|clock drift|skewed clock|clocks drift|ntp|truetime|clock sync*|server time',
  'conflict-resolution': 'conflict resolution|last write wins|lww|vector clock|version vector|merge|crdt|reconcile',
  consensus: 'raft|paxos|zab|consensus|quorum|leader election|multi paxos|majority vote|etcd',
  consistency: 'consistent|consistency|@strong-consistency|@eventual-consistency|causal|monotonic reads',
  crdt: 'crdt*|g counter|pn counter|conflict free replicated|lww|last write wins|vector clock|version vector',
  'eventual-consistency': 'eventual consistency|eventually consistent|eventual|converge|converges in the end',
  exact: `exact*|precise|precision|accurate|accuracy|strict count|perfectly accurate|strongly consistent|
    strong consistency|to the last request`,
  follower: 'follower|replica|secondary|standby|slave|read replica',
  leader: 'leader|primary|master|writer node|single writer|coordinator',
  'leader-election': 'leader election|elect*|raft|zookeeper|lease|promote*|fencing token',
  quorum: 'quorum|majority|w+r>n|r+w>n|w=2|two of three|2 of 3|local_quorum|quorum write',
  'read-write-split': 'read replica|read write split|cqrs|separate reads|reads go to replicas|command query',
  reconcile: `reconcil*|sync*|gossip*|merge|crdt|g-counter|aggregate|converge|exchange counts|share counts|rebalance*|
    redistribut*|anti-entropy|roll up|true up|settle up|broadcast deltas`,
  'strong-consistency': `strong consistency|strongly consistent|lineari*|serializ*|strict consistency|read your writes|read after write|
    consistent read|external consistency|quorum read`,
  'sync-replication': `sync replicat*|synchronous replicat*|semi sync|replicate before ack|quorum write|wait for the replica`,
  'vector-clock': 'vector clock|version vector|lamport|logical clock|hybrid logical clock|hlc|dotted version',
};
