import type { Classes } from '../classes.ts';

/** Words of quantities and targets. */
export const NUMBERS: Classes = {
  average: 'average|avg|mean|typical|normal load|on average',
  bandwidth: 'bandwidth|network|egress|ingress|gbps|gbit|throughput on the wire|wire|nic',
  cost: `cost*|price|bill|budget|spend|expensive|cheaper|usd|dollar|cents|unit cost|unit economics|chargeback|showback|
    tco|$`,
  'cost-saving': `reserved instance|savings plan|spot instance|cheaper tier|compress*|tiered storage|right siz*|cut cost|
    save money`,
  expensive: 'expensive|cost*|price*|pricey|money|dollars|$|cent|cents|budget|bill|dear|per message fee|charged|fees',
  'four-nines': 'four nines|4 nines|four 9s|4 9s|4x9|4x9s|99.99|99.995|99.999|five nines|5 nines',
  latency: 'latency|response time|round trip|rtt|overhead|delay|latency budget|time budget',
  money: '$|usd|dollar|cost|costs|spend|bill|budget|price|per million checks|tco',
  peak: 'peak|busiest|busy hour|spike|burst|maximum load|worst minute|peak factor',
  'per-day-rate': 'per day|a day|daily|each day|every day',
  'per-minute': 'per minute|a minute|rpm|each minute|every minute',
  'per-month': 'per month|a month|monthly|each month',
  'per-second': 'per second|a second|/s|rps|qps|tps|wps|each second|every second|second',
  'per-year': 'per year|a year|yearly|annually|each year',
  percentile: 'p50|p90|p95|p99|p999|p99.9|p9x|99th|percentile|tail|tail latency',
  'read-write-ratio': 'read write ratio|reads to writes|read heavy|write heavy|r/w',
  throughput: 'throughput|rps|qps|tps|requests per second|ops per second|iops|bandwidth',
};
