import { UsageError } from '../errors.ts';
import { attempt, codeOf } from './machine-fault.ts';

const FAILED = { failed: "what was piped in can't be read" };

/** All of the standard input. By its stream: once node has looked at a pipe, a plain read of it no longer waits. */
export async function readStandardInput(limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > limit)
        throw new UsageError(`The input is larger than ${limit} bytes.`, { hint: 'Make it shorter.' });
    }
  } catch (error) {
    if (codeOf(error) === 'EISDIR')
      throw new UsageError('The input is a folder.', { hint: 'Name a file.', cause: error });
    attempt(FAILED, () => {
      throw error;
    });
  }
  return Buffer.concat(chunks, length);
}
