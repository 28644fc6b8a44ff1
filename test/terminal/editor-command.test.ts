import { expect, test } from 'vitest';
import { parseEditorCommand } from '../../src/terminal/editor-command.ts';

test.each([
  ['vi', ['vi']],
  ['code --wait', ['code', '--wait']],
  ['  emacs   -nw ', ['emacs', '-nw']],
  ['"/opt/my editor/bin" -n', ['/opt/my editor/bin', '-n']],
  ["'/opt/my editor' ''", ['/opt/my editor', '']],
  ['/opt/my\\ editor', ['/opt/my editor']],
  ['vi "a\\"b"', ['vi', 'a"b']],
  ["vi 'a;b'", ['vi', 'a;b']],
  ['vi -c"set tw=0"', ['vi', '-cset tw=0']],
])('%j is %j', (text, [program, ...rest]) => {
  expect(parseEditorCommand(text)).toEqual({ type: 'command', program, arguments: rest });
});

test.each([
  ['a; b'],
  ['a && b'],
  ['a | b'],
  ['a $b'],
  ['a `b`'],
  ['a (b)'],
  ['a < b'],
  ['a > b'],
  ['a\nb'],
  ['a "b'],
  [''],
  ['""'],
])('%j is refused', (text) => {
  expect(parseEditorCommand(text).type).toBe('refused');
});
