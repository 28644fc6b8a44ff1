/** `new` was never attempted, `started` never finished, `done` finished at least once. */
export const STATUSES = ['new', 'started', 'done'] as const;
export type Status = (typeof STATUSES)[number];

/** What `list` can be sorted by; ties go by level and title. */
export const SORTS = ['level', 'title', 'difficulty', 'category', 'last'] as const;
export type Sort = (typeof SORTS)[number];
