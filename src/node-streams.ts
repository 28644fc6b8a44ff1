import type { Output, Streams } from './context.ts';
import { plainTheme } from './text/theme.ts';

/** Put in by the build. */
declare const __SDI_VERSION__: string;

const COLUMNS_WITHOUT_TERMINAL = 80;

/** Where what is written goes on to a pager, nobody but the user knows how wide that is. */
function columnsAsked(): number {
  const asked = Number(process.env.COLUMNS);
  return Number.isInteger(asked) && asked > 0 ? asked : COLUMNS_WITHOUT_TERMINAL;
}

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
      return stream().columns ?? columnsAsked();
    },
    ascii: false,
    theme: plainTheme,
    write: (text) => {
      if (isOpen) stream().write(text);
    },
  };
}
