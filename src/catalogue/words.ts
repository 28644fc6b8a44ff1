/** The level's ladder is named, since an L6 elsewhere is another thing. */
export const LADDER = 'Amazon';
export const LEVELS = ['L6', 'L7'] as const;
export const DIFFICULTIES = ['beginner', 'easy', 'medium', 'hard', 'expert'] as const;
export const STAGES = [
  'strategy',
  'requirements',
  'capacity',
  'design',
  'deep-dive',
  'scaling',
  'reliability',
  'evolution',
  'trade-offs',
] as const;
export const COMPETENCIES = [
  'problem-framing',
  'estimation',
  'architecture',
  'data',
  'scalability',
  'fault-tolerance',
  'security',
  'operations',
  'trade-offs',
  'leadership',
] as const;

export type Level = (typeof LEVELS)[number];
export type Stage = (typeof STAGES)[number];
export type Difficulty = (typeof DIFFICULTIES)[number];
