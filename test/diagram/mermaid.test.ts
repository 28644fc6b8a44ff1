import { describe, expect, test } from 'vitest';
import { readDiagram } from '../../src/diagram/read-diagram.ts';
import { edgeTexts, graphOf, nodeTexts } from './samples.ts';

describe('links of a flowchart', () => {
  test.each([
    ['A --> B', ['A -> B']],
    ['A-->B', ['A -> B']],
    ['A ----> B', ['A -> B']],
    ['A --- B', ['A -- B']],
    ['A ==> B', ['A -> B']],
    ['A === B', ['A -- B']],
    ['A -.-> B', ['A => B']],
    ['A-.->B', ['A => B']],
    ['A -..-> B', ['A => B']],
    ['A -.- B', ['A == B']],
    ['A <--> B', ['A <-> B']],
    ['A <-.-> B', ['A <=> B']],
    ['A --x B', ['A -> B']],
    ['A --o B', ['A -> B']],
    ['A -->|text| B', ['A -> B: text']],
    ['A -->|"a | b"| B', ['A -> B: a | b']],
    ['A --text--> B', ['A -> B: text']],
    ['A -- some text --> B', ['A -> B: some text']],
    ['A -- text --- B', ['A -- B: text']],
    ['A -. text .-> B', ['A => B: text']],
    ['A == text ==> B', ['A -> B: text']],
    ['A e1@--> B', ['A -> B']],
    ['A e1@--> B\ne1@{ animate: true }', ['A -> B']],
    ['A --> B --> C', ['A -> B', 'B -> C']],
    ['A & B --> C & D', ['A -> C', 'A -> D', 'B -> C', 'B -> D']],
    ['A --> B; B --> C', ['A -> B', 'B -> C']],
    ['A-->B&C;C-->D', ['A -> B', 'A -> C', 'C -> D']],
    ['A ~~~ B', []],
    ['a-b --> c-d', ['a-b -> c-d']],
    ['A --> B:::red --> C', ['A -> B', 'B -> C']],
    ['A --> A', ['A -> A']],
    ['名前 --> 店', ['名前 -> 店']],
    ['A -->|#quot;x#quot; #lt;b#gt;| B', ['A -> B: "x" <b>']],
    ['A["one<br/>two"] --> B', ['one two -> B']],
    ['A["`**bold** text`"] --> B', ['bold text -> B']],
    ['A[x; y] --> B', ['x; y -> B']],
  ])('%s', (line, edges) => {
    expect(edgeTexts(graphOf(`flowchart LR\n  ${line}`))).toEqual(edges);
  });
});

describe('shapes of a flowchart', () => {
  test.each([
    ['A[x]', 'x'],
    ['A(x)', 'x'],
    ['A{x}', 'x'],
    ['A[[x]]', 'x'],
    ['A[(x)]', '(x)'],
    ['A([x])', 'x?'],
    ['A((x))', 'x?'],
    ['A(((x)))', 'x?'],
    ['A{{x}}', '[x]'],
    ['A>x]', 'x!'],
    ['A[/x/]', 'x!'],
    ['A[\\x\\]', 'x!'],
    ['A[/x\\]', 'x!'],
    ['A["x [y] (z)"]', 'x [y] (z)'],
    ['A@{ shape: cyl, label: "x" }', '(x)'],
    ['A@{ shape: das, label: "x y" }', 'x y!'],
  ])('%s', (node, text) => {
    expect(nodeTexts(graphOf(`graph TD\n${node}`))).toEqual([text]);
  });

  test('a label holds wherever it stands, and a group takes what is first named in it', () => {
    const { groups } = graphOf(
      'graph TD\nA --> B\nsubgraph s1 [Back end]\n  B[Orders]\n  subgraph inner\n    C\n  end\nend',
    );
    expect(groups.map(({ label, members }) => [label, members])).toEqual([
      ['Back end', ['B']],
      ['Back end / inner', ['C']],
    ]);
    expect(edgeTexts(graphOf('graph TD\nA --> B\nB[Orders]'))).toEqual(['A -> Orders']);
  });

  test.each([
    'flowchart LR\n  U[User app] --> A\n  A --> U',
    'sequenceDiagram\n  participant U as User\n  U->>A: x\n  Note right of C: y',
  ])('ids are no other spelling of a label, and a letter no slip of another: %j', (text) => {
    expect(readDiagram(text)).toMatchObject({ notes: [] });
  });

  test('what only says how it looks is left out, and links are told', () => {
    const text =
      'graph TD;\n%% c\nA --> B\nstyle A fill:#fff\nclassDef x fill:url(http://x)\nclass A x\nclick A "http://x"\nlinkStyle 0 stroke:red';
    const reading = readDiagram(text);
    expect(reading).toMatchObject({ notes: [{ line: 7, message: 'Links (`click`) are left out.' }] });
    expect(reading.graph?.nodes.map(({ id }) => id)).toEqual(['A', 'B']);
  });
});

describe('faults of a flowchart', () => {
  test.each([
    ['A[x --> B', 2, 2, 'This bracket is never closed.'],
    ['A[x --> B[y]', 2, 2, 'This bracket is never closed.'],
    ['A[x -->|z| B(y)]', 2, 2, 'This bracket is never closed.'],
    ['A -->', 2, 6, 'Something is missing at the end of this line.'],
    ['A -> B', 2, 3, 'sdi cannot read `-> B`.'],
    ['subgraph x\nA', 2, 1, 'This subgraph has no `end`.'],
    ['A --> B\nend', 3, 1, 'This `end` ends nothing.'],
    ['subgraph x\nA\nend\nx --> B', 5, 3, 'This arrow ends at the subgraph x.'],
    ['A[(x)] --> B\nA[/y/]', 3, 1, 'x is a queue here and a store in line 2.'],
  ])('%j', (text, line, column, message) => {
    expect(readDiagram(`flowchart TD\n${text}`).faults?.[0]).toMatchObject({ line, column, message });
  });
});

describe('sequence diagrams', () => {
  test.each([
    ['A->>B: hello', ['A -> B: hello']],
    ['A->B: x', ['A -> B: x']],
    ['A-->>B: x', ['A .> B: x']],
    ['A--)B: x', ['A => B: x']],
    ['A-)B: x', ['A => B: x']],
    ['A-xB: x', ['A -> B: x']],
    ['A->>+B: x', ['A -> B: x']],
    ['A-->>-B: a: b', ['A .> B: a: b']],
    ['A<<->>B: x', ['A <-> B: x']],
    ['A->>A: x', ['A -> A: x']],
    ['A->>B: x\nA->>B: x', ['A -> B: x', 'A -> B: x']],
    ['api-gw->>order-svc: x', ['api-gw -> order-svc: x']],
    ['A->>B', ['A -> B']],
    ['participant A as API gateway\nA->>B: x', ['API gateway -> B: x']],
  ])('%j', (text, edges) => {
    expect(edgeTexts(graphOf(`sequenceDiagram\n${text}`))).toEqual(edges);
  });

  test('frames and notes stand between the messages', () => {
    const { marks, nodes, edges } = graphOf(
      'sequenceDiagram\nactor U\nloop x\nU->>B: 1\nalt y\nB->>U: 2\nelse\nU-xB: 3\nend\nend\nrect rgb(1,2,3)\nNote over U,B: z\nend',
    );
    expect(marks?.map(({ after, kind, word, text }) => `${after} ${kind} ${word} ${text}`.trim())).toEqual([
      '0 begin loop x',
      '1 begin alt y',
      '2 branch else',
      '3 end end',
      '3 end end',
      '3 note Note over z',
    ]);
    expect(nodes.map(({ id }) => id)).toEqual(['U', 'B']);
    expect(edges.map(({ isLost }) => isLost)).toEqual([undefined, undefined, true]);
  });

  test.each([
    ['A says B', 2, 'sdi cannot read `A says B`.'],
    ['A->B->C: hi', 2, 'sdi cannot read `A->B->C: hi`.'],
    ['Alice->>Bob hi', 2, 'sdi cannot read `Alice->>Bob hi`.'],
    ['Note over A', 2, 'This note is not complete.'],
    ['A->>B: x\nelse y', 3, 'This `else` belongs to no block.'],
    ['loop x', 2, 'This block has no `end`.'],
    ['end', 2, 'This `end` ends nothing.'],
  ])('%s is a fault', (text, line, message) => {
    expect(readDiagram(`sequenceDiagram\n${text}`).faults?.[0]).toMatchObject({ line, message });
  });
});
