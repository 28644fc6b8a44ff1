import type { Output, Streams } from './context.ts';
import { plainTheme } from './text/theme.ts';

/** Put in by the build. */
declare const __SDI_VERSION__: string;

const COLUMNS_WITHOUT_TERMINAL = 80;

/** stdout and stderr as they are; a reader that has gone away (`sdi list | head -1`) is no error. */
export function nodeStreams(): Streams {
  return { version: __SDI_VERSION__, out: outputOf(() => process.stdout), err: outputOf(() => process.stderr) };
}

/** The stream is opened on first use, since that costs time. */
function outputOf(open: () => NodeJS.WriteStream): Output {
  let opened: NodeJS.WriteStream | undefined;
  let isOpen = true;
  const stream = () => {
    opened ??= open().on('error', () => {
      isOpen = false;
    });
    return opened;
  };
  return {
    get isTerminal() {
      return stream().isTTY === true;
    },
    get columns() {
      return stream().columns ?? COLUMNS_WITHOUT_TERMINAL;
    },
    ascii: false,
    theme: plainTheme,
    write: (text) => {
      if (isOpen) stream().write(text);
    },
  };
}
