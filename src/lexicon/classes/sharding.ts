import type { Classes } from '../classes.ts';

/** Spreading data and load over machines and regions. */
export const SHARDING: Classes = {
  'availability-zone': 'availability zone|az|azs|zone|multi az|rack',
  'consistent-hash': `consistent hash*|hash ring|ring hash|rendezvous hash*|hrw|jump hash|maglev|ketama|hash slot|crc16|murmur*|
    hash mod|modulo|hash key|hash of|hashed by|vnodes|virtual nodes|rendezvous hashing`,
  exceeds: `exceed*|more than|too much for|too many for|too big|too large|beyond|outgrow*|does not fit|not fit|cannot hold|
    cannot handle|over the limit of|bigger than|larger than`,
  failover: `failover|fail over|switch|switch over|reroute|re-route|route to|divert|move over|shift|take over|takes over|
    fall back|fallback|backup|standby|secondary|fails over|promote|promotion|elect*|sentinel|automatic recovery|
    multi-az`,
  'geo-partition': 'geo partition*|by country|by region|data residency|regional shard|home region',
  'hash-partition': 'hash partition*|hash of|hashed|modulo|hash mod|hash based',
  'hot-key': `hot key|hotkey|hot client|hot shard|hot partition|hot spot|hotspot|heavy hitter|whale|celebrity|skew*|
    noisy client|largest client|biggest client|big customer|top talker|viral|goes viral|hot link|hot url|hot code|
    hot item|trending|super bowl|tv ad|television advert*|flash crowd|thundering herd|stampede|
    one link gets a million|single popular link|spike on one link`,
  'multi-region': `multi region|several regions|all regions|cross region|global table|geo replicat*|every region|each region`,
  'range-partition': 'range partition*|partition by range|by time range|by key range|lexicographic',
  rebalance: `rebalanc*|reshard*|resharding|move partitions|split shard|split partition|online migration of shards|add a shard`,
  redundancy: 'redundan*|n+1|spare|no single point of failure|replica|standby|duplicate hardware',
  region: `region|geo|geography|data centre|datacenter|data center|dc|continent|site|pop|us-east*|eu-west*|ap-southeast*|
    frankfurt|tokyo|virginia|ireland|dublin|singapore|oregon|sydney|mumbai|europe|asia`,
  replica: `replica|replicated|replication|follower|secondary|standby|hot standby|slave|copy|copies|rf=2|rf=3|
    replication factor|mirror`,
  replicate: 'replica*|replicat*|copies|copied|mirrored|standby|rf 3|rf=3',
  'several-nodes': `several nodes|many nodes|multiple nodes|several machines|multiple machines|many machines|cluster|
    group of machines|fleet|shards|more than one node|nodes|set of nodes`,
  shard: `shard|partition|partition key|pk|shard key|hash key|hash of|hashed by|consistent hash|split by|distributed by|
    keyed by|spread by|hash user_id|user_id as key|mod|modulo|slot|hash slot|vnode|split over nodes|
    spread over nodes|distributed over nodes|scatter over nodes|shard*|partition*|hash range|distribute by`,
  'single-node': `single node|one node|single machine|one machine|single box|one box|single server|one server|single instance|
    one instance|single host|one host|one shard|single shard|one redis|single redis|a single redis`,
  'split-key': `sub-counter|subcounter|sub-bucket|sub-key|split the key|split the counter|split the bucket|key splitting|salt|
    salted|suffix|stripe|striped|striping|sharded counter|scatter the counter|virtual keys|n copies of the key|
    fan the key out`,
  'virtual-node': 'virtual node|vnode|token range|virtual bucket',
  zone: 'zone|az|azs|availability zone|multi az|rack',
};
