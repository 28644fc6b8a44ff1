import type { GuideRow } from '../text/guide.ts';

/** How an estimate is written; names can be used in the rows below theirs. */
export const ESTIMATE_GUIDE: readonly GuideRow[] = [
  { write: 'peak = 100M/min', means: 'a name; K M B T; per s, min, h, day, year' },
  { write: 'peak * 3 in /s', means: 'another unit: in, or to' },
  { write: '500M/day x 2 KB in TB/day', means: 'KB and KiB, Mb and MB, Gbps; x is *' },
  { write: '10K users * 1M keys * 64 bytes', means: 'nouns are labels; 64 B is 64 billion' },
  { write: '40% of 2 Gbps in MB/s', means: 'shares; bits into bytes' },
  { write: 'storage(500M/day, 1 KB, 30 days)', means: 'a formula; sdi calc --formulas lists all' },
];
