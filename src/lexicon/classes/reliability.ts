import type { Classes } from '../classes.ts';

/** Failure and what is left then. */
export const RELIABILITY: Classes = {
  bulkhead: 'bulkhead|isolate pools|separate pool|thread pool per|cell|cellular|compartment',
  chaos: 'chaos|chaos monkey|fault injection|game day|gremlin|kill a node|failure drill',
  'circuit-breaker': 'circuit breaker|breaker|trip* the breaker|trip* open|half-open|hystrix|resilience4j',
  degrade: `degrade|degraded mode|fall back|falls back|fallback|local counter|local bucket|in-process counter|
    in-process bucket|local limit|static limit|last known|coarse limit|stricter limit|conservative limit`,
  'disaster-recovery': `disaster recovery|dr|rto|rpo|region failover|recovery time|recovery point|game day|failover drill`,
  'fail-closed': `fail closed|fails closed|failing closed|fail close|fc|default deny|deny by default|deny all|reject everything|
    block everything|refuse everything`,
  'fail-open': `fail open|fails open|failing open|failopen|fo|open by default|default allow|allow by default|allow everything|
    allow all|let traffic through|let everything through|let requests through|let them through|wave through|
    admit everything|permissive mode`,
  'graceful-degradation': `graceful* degrad*|degraded mode|degrade*|fallback|fall back|reduced function|serve stale|last known good`,
  'health-check': `health check|heartbeat|liveness|readiness|probe|ping|gossip failure detector|canary request|synthetic check`,
  hedging: 'hedged request|hedge|tied request|backup request|second request after p95',
  outage: `down|outage|unavailable|unreachable|fail*|error rate|5xx|breaker opens|circuit breaker|brownout|incident|
    bad hour|timeouts|degraded|dies|die|dead|lost|lose|losing|loss|crash*|offline|breaks|broken|gone|falls over|
    goes away|disappears|hiccup|dark`,
  'single-point-of-failure': 'single point of failure|spof|one box dies|only one instance',
  slow: 'slow|lag|lagging|backed up|backlog|behind|overloaded|full|saturated|clogged|back pressure',
  survive: `survive|keep working|keep serving|keep redirecting|continue|carry on|go on|still serve|still work|still redirect|
    still respond|unaffected|not affected|failover|fail over|takes over|shifts to|route to another|stays up|
    no impact|regardless|anyway`,
  timeout: 'timeout|time out|times out|deadline|time budget|give up after|wait at most',
  unreachable: `down|goes down|unreachable|unavailable|outage|dies|dead|died|crash*|offline|timeout|times out|timed out|
    not answering|not responding|no answer|stops answering|stops responding|doesn't respond|cannot be reached|
    can't be reached|can't reach|cannot reach|can't talk to|lose|lost|gone|falls over|fell over|brownout|
    partitioned away|fails|failure|broken|disappears`,
};
