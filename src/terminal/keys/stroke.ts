/** One thing that came from the keyboard or the clipboard. */
export type Stroke =
  /** Printable text typed by hand. */
  | { readonly type: 'text'; readonly text: string }
  /** Text from the clipboard, whole and unchanged but for its line breaks, which are LF. */
  | { readonly type: 'paste'; readonly text: string }
  /** Text with line breaks that came at once and without brackets: a paste, or keys typed while we were away. */
  | { readonly type: 'burst'; readonly text: string }
  /**
   * A key by its chord: `enter`, `tab`, `up`, `ctrl-a`, `alt-b`, `ctrl-left`. Not `byHand` where it came within
   * pasted text or ahead of other keys, and so must not run or send anything.
   */
  | { readonly type: 'key'; readonly chord: string; readonly byHand: boolean };
