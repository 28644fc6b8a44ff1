import type { Context, Output } from '../context.ts';
import { EXIT, type ExitCode } from '../errors.ts';
import { visible, visibleLine } from '../text/visible.ts';

export interface DoctorOptions {
  /** A damaged session to recover into a new one. */
  readonly salvage?: string | undefined;
}

/** `sdi doctor`: what works here and what does not. Ends with 1 where something does not. */
export async function runDoctor(options: DoctorOptions, context: Context): Promise<ExitCode> {
  if (options.salvage !== undefined) return salvage(options.salvage, context);
  const { out, store } = context;
  const { theme } = out;
  const row = (name: string, text: string) =>
    `  ${theme.dim(name.padEnd(10))}${visible(text).replaceAll('\n', '\n            ')}\n`;
  out.write(`${theme.strong('This machine')}\n`);
  for (const [name, text] of machineFacts(context)) out.write(row(name, text));
  const diagnoses = store.diagnose();
  out.write(`\n${theme.strong('Checks')}\n`);
  for (const { name, ok, detail } of diagnoses) {
    const mark = ok ? theme.good('ok') : theme.alarm('fault');
    const text = visible(detail).replaceAll('\n', '\n         ');
    out.write(`  ${mark}${' '.repeat(ok ? 5 : 2)}${visibleLine(name)}${text === '' ? '' : `: ${text}`}\n`);
  }
  const faults = diagnoses.filter((diagnosis) => !diagnosis.ok).length;
  out.write(`\n${faults === 0 ? 'All is well.' : `${faults} of ${diagnoses.length} checks found a fault.`}\n`);
  return faults === 0 ? EXIT.done : EXIT.no;
}

function machineFacts(context: Context): readonly (readonly [string, string])[] {
  const { version, nodeVersion, platform, environment, terminal, out, err, store, clock } = context;
  const output = (name: string, { isTerminal, columns }: Output) =>
    `${name} is ${isTerminal ? `a terminal of ${columns} columns` : 'no terminal'}`;
  return [
    ['sdi', version],
    ['Node', `${nodeVersion} on ${platform}`],
    ['Sessions', store.home],
    ['Time zone', clock.timeZone()],
    ['Keyboard', terminal.interactive ? 'answers can be typed' : 'stdin is no terminal'],
    ['Screen', terminal.drawable ? 'can be drawn on' : 'cannot be drawn on; sessions are plain'],
    ['Output', `${output('stdout', out)}, ${output('stderr', err)}`],
    ['TERM', environment.TERM ?? 'not set'],
    ['Colour', colourFact(environment)],
    ['Editor', environment.VISUAL ?? environment.EDITOR ?? 'vi, since neither VISUAL nor EDITOR is set'],
  ];
}

function colourFact(environment: Context['environment']): string {
  const set = ['NO_COLOR', 'FORCE_COLOR'].filter((name) => (environment[name] ?? '') !== '');
  return set.length === 0 ? 'where there is a terminal' : `${set.join(' and ')} set`;
}

function salvage(name: string, { store, out, err }: Context): ExitCode {
  const id = store.sessions.find(name);
  const { id: salvaged, records, lost } = store.sessions.salvage(id);
  const losses = lost === 0 ? 'nothing was lost' : `${count(lost, 'record')} could not be verified and stayed behind`;
  err.write(
    `Recovered ${count(records, 'record')} of ${visibleLine(id)}; ${losses}. The damaged session is as it was.\n`,
  );
  out.write(`${visibleLine(salvaged)}\n`);
  return EXIT.done;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
