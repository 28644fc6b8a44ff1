import type { Edge } from '../graph.ts';

export interface Arrow {
  /** In UTF-16 code units. */
  readonly length: number;
  readonly style: Edge['style'];
  readonly direction: 'on' | 'back' | 'both' | 'none';
}

/** What people type, and what editors and input methods make of it. */
const ARROWS: readonly (readonly [RegExp, Edge['style'], Arrow['direction']])[] = [
  [/<[-–—]+>|[↔⟷]/y, 'call', 'both'],
  [/<=+>|[⇔⟺]|<-\.+->/y, 'message', 'both'],
  [/[-–—]+>{1,2}|[→⟶]/y, 'call', 'on'],
  [/=+>{1,2}|[⇒⟹]|-\.+->|~+>/y, 'message', 'on'],
  [/<-\.+-|<=+|[⇐⟸]/y, 'message', 'back'],
  [/<{1,2}[-–—]+|[←⟵]/y, 'call', 'back'],
  [/(?<=\s)--+(?=\s)/y, 'call', 'none'],
];

/** The arrow that starts at an offset of a line. A dash within a name is none. */
export function arrowAt(line: string, offset: number): Arrow | undefined {
  for (const [pattern, style, direction] of ARROWS) {
    pattern.lastIndex = offset;
    if (pattern.test(line)) return { length: pattern.lastIndex - offset, style, direction };
  }
  return undefined;
}
