import type { Fault } from '../faults/fault.ts';
import type { Sound } from '../faults/sound.ts';
import type { Template } from '../schema.ts';
import { type Level, STAGES, type Stage } from '../words.ts';
import { repeatedField } from './unique.ts';

/** What must hold in a template beyond the schema. */
export type TemplateRule = (template: Sound<Template>) => readonly Fault[];

export const TEMPLATE_RULES: readonly TemplateRule[] = [
  idsAreUnique,
  phasesCoverStages,
  noStageTwice,
  shortPlanNamesPhases,
  shortPlanIsShorter,
  ladderGoesWithLevel,
];

/** The stages that an interview of a level has; one without a level may be of either. */
function stagesOf(level: Level | undefined): readonly Stage[] {
  return level === 'L6' ? STAGES.filter((stage) => stage !== 'strategy' && stage !== 'evolution') : STAGES;
}

function idsAreUnique({ phases, criteria }: Sound<Template>): Fault[] {
  const items = (criteria ?? []).flatMap((group, index) =>
    (group?.items ?? []).map((item, step) => ({ id: item?.id, path: ['criteria', index, 'items', step, 'id'] })),
  );
  const seen = new Set<string>();
  const repeated = items.flatMap(({ id, path }): Fault[] => {
    if (id === undefined) return [];
    if (seen.has(id))
      return [{ path, message: `the id "${id}" is that of another criterion too`, hint: 'Choose another.' }];
    seen.add(id);
    return [];
  });
  return [...repeatedField(phases, 'id', ['phases']), ...repeated];
}

function phasesCoverStages({ level, phases }: Sound<Template>): Fault[] {
  // A phase that can't be read may cover what seems to be missing.
  if (!phases || phases.some((phase) => !phase?.stages || phase.stages.includes(undefined))) return [];
  const covered = new Set(phases.flatMap((phase) => phase?.stages ?? []));
  const missing = stagesOf(level).filter((stage) => !covered.has(stage));
  const beyond = [...covered].filter((stage) => stage !== undefined && !stagesOf(level).includes(stage));
  const faults: Fault[] = [];
  if (missing.length > 0) {
    const message = `no phase covers ${missing.join(', ')}`;
    faults.push({
      path: ['phases'],
      on: 'key',
      message,
      hint: 'Add each to the stages of the phase it is discussed in.',
    });
  }
  if (beyond.length > 0) {
    const message = `an ${level} interview has no stage ${beyond.join(', ')}`;
    faults.push({ path: ['phases'], on: 'key', message, hint: 'Take it out of the stages.' });
  }
  return faults;
}

function noStageTwice({ phases }: Sound<Template>): Fault[] {
  const phaseOf = new Map<Stage, string>();
  return (phases ?? []).flatMap((phase, index) =>
    (phase?.stages ?? []).flatMap((stage, step): Fault[] => {
      if (stage === undefined) return [];
      const before = phaseOf.get(stage);
      phaseOf.set(stage, before ?? phase?.id ?? `item ${index + 1}`);
      if (before === undefined) return [];
      const message = `the stage ${stage} is covered by the phase ${before} already`;
      return [{ path: ['phases', index, 'stages', step], message, hint: 'Each stage belongs to one phase.' }];
    }),
  );
}

function shortPlanNamesPhases({ phases, short }: Sound<Template>): Fault[] {
  if (!short?.minutes || !phases || phases.some((phase) => phase?.id === undefined)) return [];
  const ids = phases.map((phase) => phase?.id ?? '');
  const named = Object.keys(short.minutes);
  const path = ['short', 'minutes'];
  const unknown = named.filter((id) => !ids.includes(id));
  const missing = ids.filter((id) => !named.includes(id));
  return [
    ...unknown.map((id): Fault => {
      return {
        path: [...path, id],
        on: 'key',
        message: `no phase has the id "${id}"`,
        hint: `The phases: ${ids.join(', ')}.`,
      };
    }),
    ...missing.map(
      (id): Fault => ({ path: [...path, id], message: `${id} is missing`, hint: 'Give every phase its minutes.' }),
    ),
  ];
}

function shortPlanIsShorter({ minutes, short }: Sound<Template>): Fault[] {
  if (minutes === undefined || short?.upTo === undefined || short.upTo < minutes) return [];
  const hint = 'The short plan is for sessions shorter than the default length.';
  return [{ path: ['short', 'upTo'], message: `upTo must be below the template's ${minutes} minutes`, hint }];
}

function ladderGoesWithLevel({ ladder, level }: Sound<Template>): Fault[] {
  if (level === undefined || ladder !== undefined) return [];
  return [{ path: ['level'], message: 'a level needs its ladder', hint: 'Write ladder: Amazon.' }];
}
