import { diagramsIn } from '../assessment/drawn.ts';
import { readDiagram } from '../diagram/read-diagram.ts';
import { toList } from '../diagram/to-list.ts';
import { toUnicode } from '../diagram/to-unicode.ts';
import type { SessionState } from '../session/state.ts';

interface DrawingSpace {
  readonly columns: number;
  readonly ascii: boolean;
}

/** The picture of a diagram; or a sentence on why there is none. */
export type Drawing = { readonly text: string } | { readonly fault: string };

/** The last diagram of what is being typed or, where that has none, of what was sent. */
export function drawing(state: SessionState, draft: string, space: DrawingSpace): Drawing {
  const sent = state.turns.filter((turn) => turn.kind === 'answer' && !turn.withdrawn).map(({ text }) => text);
  const diagram = [...sent, draft].flatMap(diagramsIn).at(-1);
  const typed = diagramsIn(draft).at(-1);
  const found = typed ?? diagram;
  if (found === undefined) return { fault: faultOf(draft) };
  const picture = toUnicode(found.graph, { width: space.columns, ascii: space.ascii });
  if (picture.rows !== undefined) return { text: picture.rows.join('\n') };
  return { text: picture.reason === 'too wide' ? toList(found.graph, space.columns).join('\n') : found.text };
}

/** Of a draft that is meant to be a diagram, what is wrong with it. */
function faultOf(draft: string): string {
  const fault = /->|=>|→/.test(draft) ? readDiagram(draft).faults?.[0] : undefined;
  if (fault === undefined) return 'There is no diagram yet; type client -> api -> (store), then /draw.';
  return `Line ${fault.line}: ${fault.message}.${fault.hint === undefined ? '' : ` ${fault.hint}`}`;
}
