import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { SessionRecord } from '../../src/context.ts';
import { makeTheme } from '../../src/terminal/theme.ts';
import { plainTheme } from '../../src/text/theme.ts';
import { RENDERERS } from '../../src/transcript/renderers.ts';
import { transcribe } from '../../src/transcript/transcript.ts';
import { answered, at, debriefedRecord, fullRecord, recordLike } from '../harness/sessions.ts';

/** An answer that tries everything: fences, headings, links, HTML, controls, wide and joined characters. */
const hostile = [
  '````',
  '# not a heading',
  '[click](javascript:alert(1)) <script>alert(1)</script>',
  '```js',
  '~~~',
  '\x1b[31mred\x1b[0m \x07 \u202eright to left',
  '| a | b |\n|---|---|',
  '日本語 👨‍👩‍👧‍👦 e\u0301',
  '&lt; &#60; \\',
].join('\n');

const records: Record<string, SessionRecord> = {
  full: fullRecord(),
  debriefed: debriefedRecord(),
  hostile: recordLike(
    { problem: { ...fullRecord().header.problem, title: '# <b>Visitor</b> *counter*\x1b]0;x\x07' } },
    [
      ...at(2, answered('requirements', hostile)),
      ...at(3, {
        type: 'said',
        speaker: 'interviewer',
        kind: 'choices',
        phase: 'requirements',
        text: 'Which?\n 1  Visitors a day\n 2  Museums\n1. <img src=x>\n- [x](javascript:x)\n=====\n\n    code',
      }),
      ...at(4, { type: 'noted', phase: 'requirements', text: '```\n## not a heading' }),
      ...at(5, { type: 'unknown', name: 'telepathy' }, { type: 'left', by: 'hangup' }),
    ],
  ),
  empty: { header: fullRecord().header, events: [] },
};

describe.each(Object.entries(records))('the %s session', (name, record) => {
  const transcript = transcribe(record);
  test('as Markdown', async () => {
    await expect(RENDERERS.md(transcript, { theme: plainTheme, columns: 80 })).toMatchFileSnapshot(`golden/${name}.md`);
  });
  test('as JSON', async () => {
    await expect(RENDERERS.json(transcript, { theme: plainTheme, columns: 80 })).toMatchFileSnapshot(
      `golden/${name}.json`,
    );
  });
  test('in colour it says the same', async () => {
    const theme = await makeTheme({ FORCE_COLOR: '1' }, true);
    const coloured = RENDERERS.terminal(transcript, { theme, columns: 80 });
    expect(coloured).toContain('\x1b[');
    expect(stripVTControlCharacters(coloured)).toBe(RENDERERS.terminal(transcript, { theme: plainTheme, columns: 80 }));
  });
  test.each([80, 40])('in a terminal of %i columns', async (columns) => {
    const text = RENDERERS.terminal(transcript, { theme: plainTheme, columns });
    await expect(text).toMatchFileSnapshot(`golden/${name}-${columns}.txt`);
  });
});
