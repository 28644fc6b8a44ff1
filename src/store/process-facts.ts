import { execFileSync } from 'node:child_process';
import { hostname } from 'node:os';
import { type Files, nodeFiles } from './files.ts';
import { codeOf, tryTo } from './machine-fault.ts';
import { readOwnFile } from './whole-file.ts';

/** What tells one process from all others, now and after a restart of the machine. */
export interface ProcessFacts {
  readonly pid: number;
  readonly host: () => string;
  /** Changes with each start of the machine; undefined where the platform does not tell. */
  readonly bootId: () => string | undefined;
  /** Of any process; undefined where it can't be found out. */
  readonly startTime: (pid: number) => string | undefined;
  /** True also for a process that is stopped, or another user's. */
  readonly isAlive: (pid: number) => boolean;
}

/** The facts of this machine. */
export const nodeProcessFacts: ProcessFacts = {
  pid: process.pid,
  host: hostname,
  bootId: () => readSystemFile(nodeFiles, '/proc/sys/kernel/random/boot_id')?.trim(),
  startTime: (pid) => (process.platform === 'linux' ? linuxStartTime(pid) : psStartTime(pid)),
  isAlive: (pid) => {
    try {
      process.kill(pid, 0);
      return true;
    } catch (error) {
      return codeOf(error) === 'EPERM';
    }
  },
};

/** In clock ticks since boot: field 22, counted behind the name, which may itself hold spaces and parentheses. */
function linuxStartTime(pid: number): string | undefined {
  const stat = readSystemFile(nodeFiles, `/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}

function psStartTime(pid: number): string | undefined {
  try {
    const started = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
      encoding: 'utf8',
      timeout: 500,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return started.trim() || undefined;
  } catch {
    return undefined;
  }
}

function readSystemFile(files: Files, path: string): string | undefined {
  let text: string | undefined;
  tryTo(() => {
    text = new TextDecoder().decode(readOwnFile(files, path));
  });
  return text;
}
