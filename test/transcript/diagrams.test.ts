import { expect, test } from 'vitest';
import { plainTheme } from '../../src/text/theme.ts';
import { renderMarkdown } from '../../src/transcript/markdown.ts';
import { renderTerminal } from '../../src/transcript/terminal.ts';
import { transcribe } from '../../src/transcript/transcript.ts';
import { answered, at, recordLike } from '../harness/sessions.ts';

const DRAWN = 'The parts:\n\nclient -> api -> (orders db)\n\nThe api checks the token.';
const transcript = transcribe(recordLike({}, [...at(1, answered('requirements', DRAWN))]));

test('below an answer, what was drawn is a Mermaid block in Markdown', () => {
  const markdown = renderMarkdown(transcript);
  expect(markdown).toContain(DRAWN);
  expect(markdown).toMatch(/```mermaid\nflowchart[\s\S]*orders db[\s\S]*```/);
});

test('in a terminal it is a picture, and words where there is no room', () => {
  const wide = renderTerminal(transcript, { theme: plainTheme, columns: 80 });
  expect(wide).toMatch(/│ client ├──▶│ api ├/);
  const long = transcribe(
    recordLike({}, [...at(1, answered('requirements', 'averylongcomponentname -> anotherverylongname'))]),
  );
  const narrow = renderTerminal(long, { theme: plainTheme, columns: 20 });
  expect(narrow).not.toMatch(/│/);
});

test('its frames are ASCII where the terminal shows no others', () => {
  const text = renderTerminal(transcript, { theme: plainTheme, columns: 80, ascii: true });
  expect(text).toMatch(/\| client \+-*>\| api \+/);
  expect(text).not.toContain('│');
});

test('an answer without a diagram has nothing below it', () => {
  const plain = transcribe(recordLike({}, [...at(1, answered('requirements', 'We send it -> later, as I said.'))]));
  expect(renderMarkdown(plain)).not.toContain('mermaid');
});
