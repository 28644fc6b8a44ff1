import { Composer, type Document, Parser, type YAMLError } from 'yaml';
import type { TextFault } from '../faults/fault.ts';

/** The parser's complaints in plain words; what is not here is said in the parser's own. */
const WORDS: Readonly<Record<string, readonly [message: string, hint?: string]>> = {
  BAD_DQ_ESCAPE: ['this backslash escape means nothing', 'Write \\\\ for a backslash, or use single quotes.'],
  BAD_INDENT: ['the indentation does not fit the lines above', 'Line it up with the other entries of its list.'],
  BAD_SCALAR_START: ['text cannot begin with this character', 'Put the text in quotes.'],
  BLOCK_AS_IMPLICIT_KEY: ['there is a second ": " on this line', 'Put the text in quotes, or begin a new line.'],
  BLOCK_IN_FLOW: ['lines with "- " or "key:" do not go inside brackets', 'Close the bracket first.'],
  KEY_OVER_1024_CHARS: ['the key before this ":" is longer than 1,024 characters', 'Put the text in quotes.'],
  MULTILINE_IMPLICIT_KEY: ['a key must stand on one line', 'Look for a ":" missing on the line above.'],
  MULTIPLE_DOCS: ['a second document begins here', 'Keep one document a file.'],
  NON_STRING_KEY: ['a key must be a word', 'Write it as key: value.'],
  TAB_AS_INDENT: ['a tab is used to indent', 'Use spaces.'],
  UNEXPECTED_TOKEN: ['this does not fit what stands before it', 'Text that holds : # , [ ] { or } goes in quotes.'],
};

/** The parsed document, or what is wrong with its notation. Call `scanYaml` first: depth is not limited here. */
export function composeYaml(text: string): Document.Parsed | readonly TextFault[] {
  const options = { uniqueKeys: false, stringKeys: true, merge: false, prettyErrors: false, strict: true } as const;
  const documents = [...new Composer(options).compose(new Parser().parse(text), true, text.length)];
  const [document, second] = documents as Document.Parsed[];
  if (!document) return [{ offset: 0, message: 'the file is empty' }];
  const errors = [...document.errors, ...document.warnings];
  if (errors.length > 0) return telling(errors).slice(0, 20).map(faultOf);
  if (second) return [{ offset: second.range[0], message: 'a second document begins here' }];
  return document;
}

/** After the first thing out of place, the parser finds everything out of place. */
function telling(errors: readonly YAMLError[]): YAMLError[] {
  const first = errors.findIndex((error) => error.code === 'UNEXPECTED_TOKEN');
  return errors.filter((error, index) => error.code !== 'UNEXPECTED_TOKEN' || index === first);
}

function faultOf(error: YAMLError): TextFault {
  const quote = /^Missing closing (.)quote/.exec(error.message)?.[1];
  const [message, hint] = quote
    ? [`a closing ${quote} is missing`, 'Close the quoted text, or take the opening quote out.']
    : (WORDS[error.code] ?? [ownWords(error.message)]);
  return { offset: error.pos[0], message, ...(hint === undefined ? {} : { hint }) };
}

/** The parser quotes the file in its messages: nothing but plain, short text gets through. */
function ownWords(message: string): string {
  const plain = message.replace(/[^\x20-\x7e]+/g, ' ').trim();
  const short = plain.length > 120 ? `${plain.slice(0, 119)}...` : plain;
  return short.charAt(0).toLowerCase() + short.slice(1);
}
