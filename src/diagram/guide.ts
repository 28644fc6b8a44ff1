import type { GuideRow } from '../text/guide.ts';

/** How a diagram is written; the rows together are one. */
export const DIAGRAM_GUIDE: readonly GuideRow[] = [
  { write: 'client -> lb -> api: HTTPS', means: 'calls; a label behind the last' },
  { write: 'web <-> api', means: 'both ways' },
  { write: 'api -> [cache], (orders db)', means: 'two at once: a cache, a store' },
  { write: 'api => jobs => worker', means: 'asynchronous, through a queue' },
  { write: 'region eu: api, [cache]', means: 'a group around them' },
];
