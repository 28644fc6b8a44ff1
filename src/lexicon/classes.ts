/**
 * Names of the field's ideas, each with the words for it, parted by `|`: a word stands for all its forms, `word*` for what
 * begins so, `@name` for another class. White space around a choice does not count.
 */
export type Classes = Readonly<Record<string, string>>;
