import { CST, Lexer } from 'yaml';
import type { TextFault } from '../faults/fault.ts';

/** The content's own schema is 9 deep; the parser's stack overflow, which can't be caught, begins near 1,000. */
const DEPTH_LIMIT = 100;
/** Bounds the time: a problem has about 8,000. */
const TOKEN_LIMIT = 50_000;
/** Line ends, commas and brackets, which cost next to nothing to count: a problem has about 2,500. */
const MARK_LIMIT = 30_000;
const MARK = /[\n,[\]{}]/g;

const REFUSED: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  alias: ['this is an alias (*name), which is not read here', 'Write the value out, or put the text in quotes.'],
  anchor: ['this is an anchor (&name), which is not read here', 'Take it out, or put the text in quotes.'],
  tag: ['this is a tag (!name), which is not read here', 'Take it out, or put the text in quotes.'],
  'directive-line': ['this is a directive (%…), which is not read here', 'Take the line out.'],
};
const SECOND_DOCUMENT = ['a second document begins here', 'Keep one document a file.'] as const;
const TOO_DEEP = ['the nesting is too deep', 'Nest less: no field is more than nine levels deep.'] as const;
const UNCLOSED = ['a bracket opened above is not closed before this line', 'Close it with ] or }.'] as const;
const UNOPENED = ['no bracket is open that this one could close', 'Take it out, or put the text in quotes.'] as const;
const TOO_MUCH = ['the file has too many values', 'Make it shorter.'] as const;

/**
 * What must be refused before the text is composed into values. Linear, without recursion, and conservative about
 * depth: a column at which something begins counts as a level until a line begins left of it.
 */
export function scanYaml(text: string): TextFault[] {
  const faults: TextFault[] = [];
  const columns: number[] = [];
  let [offset, lineStart, flowDepth, tokens, documents, starts] = [0, 0, 0, 0, 0, 0];
  const fault = ([message, hint]: readonly [string, string]) => faults.push({ offset, message, hint });
  if (hasTooManyMarks(text)) {
    fault(TOO_MUCH);
    return faults;
  }

  let afterScalarMark = false;
  for (const token of new Lexer().lex(text)) {
    const type: string | null = afterScalarMark ? 'scalar-text' : CST.tokenType(token);
    afterScalarMark = type === 'scalar';
    if (type === 'doc-mode') documents += 1;
    if (type === 'doc-start') starts += 1;
    if ((type === 'doc-mode' || type === 'doc-start') && (documents > 1 || starts > 1)) {
      fault(SECOND_DOCUMENT);
      return faults;
    }
    if (type === 'flow-error-end') {
      fault(UNCLOSED);
      return faults;
    }
    if (type === 'doc-mode' || type === 'scalar') continue;

    const refused = REFUSED[type ?? ''];
    if (refused) fault(refused);
    // Inside brackets columns mean nothing.
    if (flowDepth === 0 && type !== 'space' && type !== 'newline' && type !== 'comment') {
      const column = offset - lineStart;
      while ((columns.at(-1) ?? -1) >= column) columns.pop();
      columns.push(column);
    }
    if (type === 'flow-map-start' || type === 'flow-seq-start') flowDepth += 1;
    else if (type === 'flow-map-end' || type === 'flow-seq-end') flowDepth -= 1;
    if (flowDepth < 0) {
      fault(UNOPENED);
      return faults;
    }
    tokens += 1;
    if (flowDepth + columns.length > DEPTH_LIMIT) fault(TOO_DEEP);
    if (tokens > TOKEN_LIMIT) fault(TOO_MUCH);
    if (faults.length >= 20 || flowDepth + columns.length > DEPTH_LIMIT || tokens > TOKEN_LIMIT) return faults;

    const lineEnd = token.lastIndexOf('\n');
    if (lineEnd !== -1) lineStart = offset + lineEnd + 1;
    offset += token.length;
  }
  return faults;
}

function hasTooManyMarks(text: string): boolean {
  if (text.length <= MARK_LIMIT) return false;
  let marks = 0;
  for (MARK.lastIndex = 0; MARK.test(text); ) {
    marks += 1;
    if (marks > MARK_LIMIT) return true;
  }
  return false;
}
