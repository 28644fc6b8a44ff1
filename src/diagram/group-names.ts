import type { Group } from './graph.ts';
import type { At, NamedGroup } from './graph-builder.ts';

interface Named {
  readonly key: string;
  readonly label: string;
  readonly at: At;
  readonly isMember: boolean;
}

type Filled = NamedGroup & { readonly members: ReadonlyMap<string, At> };

interface Told {
  readonly at: At;
  readonly message: string;
  readonly hint: string;
}

/** Components outside of all groups that have the name of one: an arrow leads from component to component. */
export function groupNames(nodes: readonly Named[], groups: readonly Filled[], labelOf: (key: string) => string) {
  const byKey = new Map(groups.map((group) => [group.key, group]));
  const byShort = new Map(groups.map((group) => [group.short, group]));
  const faults: Told[] = [];
  const notes: Told[] = [];
  for (const { key, label, at, isMember } of nodes) {
    const [group, meant] = isMember ? [] : [byKey.get(key), byShort.get(key)];
    const inside = labelOf((group ?? meant)?.members.keys().next().value ?? '');
    const hint = `Name a component within it: \`client -> ${inside}\`.`;
    if (group !== undefined) faults.push({ at, message: `${group.label} is a group.`, hint });
    else if (meant !== undefined) {
      notes.push({ at, message: `${label} is drawn beside ${meant.label}. ${hint}`, hint });
    }
  }
  return { faults, notes };
}

/** The groups that have members; where the one around has none, a group stands alone under its whole name. */
export function shownGroups(groups: readonly Filled[]): Group[] {
  const filled = new Map(groups.filter(({ members }) => members.size > 0).map((group) => [group.key, group]));
  return Array.from(filled.values(), ({ key, label, own, within, members }) => {
    const outer = filled.get(within ?? '');
    const place = outer === undefined ? {} : { within: { id: outer.key, own } };
    return { id: key, label, members: [...members.keys()], ...place };
  });
}
