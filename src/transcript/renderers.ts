import { renderJson } from './json.ts';
import { renderMarkdown } from './markdown.ts';
import { renderTerminal, type TerminalOptions } from './terminal.ts';
import type { Transcript } from './transcript.ts';

type Renderer = (transcript: Transcript, options: TerminalOptions) => string;

type RendererName = 'terminal' | 'md' | 'json';

/** All renderers by name; those for files do not look at the options. */
export const RENDERERS: Readonly<Record<RendererName, Renderer>> = {
  terminal: renderTerminal,
  md: renderMarkdown,
  json: renderJson,
};
