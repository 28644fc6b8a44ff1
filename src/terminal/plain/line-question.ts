import type { LeftBy } from '../../session/events.ts';
import { leftError } from '../leave-codes.ts';
import { listenToSignals } from '../signals.ts';
import { endOfInput, guardStreams, type StandardStreams } from '../standard-streams.ts';
import { LineBatch } from './batch.ts';

/** Prints a question and reads one line. Throws LeftError at the end of the input, on Ctrl-C and on a signal. */
export function askLine(question: string, streams: StandardStreams): Promise<string> {
  const { stdin, stdout } = streams;
  guardStreams(streams);
  stdout.write(question);
  return new Promise((resolve, reject) => {
    const batch = new LineBatch();
    const stop = () => {
      unlisten();
      stdin.off('data', onData).off('end', onEnd).off('close', onEnd).off('error', onEnd);
      stdin.pause();
      stdin.unref?.();
    };
    const leave = (by: LeftBy) => {
      stop();
      stdout.write('\n');
      reject(leftError(by));
    };
    const onEnd = () => leave(endOfInput(stdin));
    const onData = (chunk: Uint8Array) => {
      batch.add(chunk);
      // Lines that were pasted together are one answer.
      const lines = batch.take().map(({ text }) => text.trim());
      if (lines.length === 0) return;
      stop();
      resolve(lines.join(' ').trim());
    };
    const unlisten = listenToSignals({
      onTerminated: () => leave('terminated'),
      onHangup: () => leave('hangup'),
      onInterrupt: () => leave('interrupted'),
      onContinued: () => {},
    });
    stdin.on('data', onData).on('end', onEnd).on('close', onEnd).on('error', onEnd);
    stdin.ref?.();
    stdin.resume();
  });
}
