import type { Output, Streams } from './context.ts';
import { plainTheme } from './text/theme.ts';

/** Put in by the build. */
declare const __SDI_VERSION__: string;

const COLUMNS_WITHOUT_TERMINAL = 80;

/** stdout and stderr as they are; a reader that has gone away (`sdi list | head -1`) is no error. */
export function nodeStreams(): Streams {
  return { version: __SDI_VERSION__, out: outputOf(process.stdout), err: outputOf(process.stderr) };
}

function outputOf(stream: NodeJS.WriteStream): Output {
  let isOpen = true;
  stream.on('error', () => {
    isOpen = false;
  });
  return {
    isTerminal: stream.isTTY === true,
    get columns() {
      return stream.columns ?? COLUMNS_WITHOUT_TERMINAL;
    },
    theme: plainTheme,
    write: (text) => {
      if (isOpen) stream.write(text);
    },
  };
}
