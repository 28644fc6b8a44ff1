/** Room for a diagram in a terminal, and what can be shown there. */
export interface TextOptions {
  /** Columns that it may take. */
  readonly width: number;
  /** Frames, arrows and punctuation of ASCII characters; labels stay as they are. */
  readonly ascii: boolean;
}
