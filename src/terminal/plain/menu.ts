import type { MenuItem } from '../../context.ts';
import { visibleLine } from '../../text/visible.ts';
import type { StandardStreams } from '../standard-streams.ts';
import { askLine } from './line-question.ts';

/** A numbered list, answered with a number: for terminals that draw nothing. Throws LeftError. */
export async function choosePlainly<T>(
  question: string,
  items: readonly MenuItem<T>[],
  streams: StandardStreams,
): Promise<T> {
  const lines = items.map(({ label }, index) => `${index + 1}. ${visibleLine(label)}\n`);
  streams.stdout.write(`${visibleLine(question)}\n${lines.join('')}`);
  for (;;) {
    const line = await askLine(`A number from 1 to ${items.length}: `, streams);
    const item = /^[0-9]+$/.test(line) ? items[Number(line) - 1] : undefined;
    if (item !== undefined) return item.value;
  }
}

/** A yes or no, typed as such; an empty line is no. Throws LeftError. */
export async function confirmPlainly(question: string, streams: StandardStreams): Promise<boolean> {
  for (;;) {
    const line = (await askLine(`${visibleLine(question)} (yes or no) `, streams)).toLowerCase();
    if (['y', 'yes'].includes(line)) return true;
    if (['', 'n', 'no'].includes(line)) return false;
  }
}

/** Each item as a yes or no. Throws LeftError. */
export async function pickPlainly<T>(
  question: string,
  items: readonly MenuItem<T>[],
  streams: StandardStreams,
): Promise<readonly T[]> {
  streams.stdout.write(`${visibleLine(question)}\n`);
  const picked: T[] = [];
  for (const { value, label, description } of items) {
    if (description !== undefined) streams.stdout.write(`${visibleLine(description)}\n`);
    if (await confirmPlainly(label, streams)) picked.push(value);
  }
  return picked;
}
