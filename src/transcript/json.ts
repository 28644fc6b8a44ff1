import type { Debrief } from '../assessment/debrief.ts';
import type { Turn } from '../session/state.ts';
import { jsonText } from '../text/json-text.ts';
import type { Transcript } from './transcript.ts';

/** Rises when a name or a meaning changes; further names may come without that. */
const SCHEMA_VERSION = 1;

/** The documented view of a session, as `review --json`, `export --format json` and `practice --json` print it. */
export function renderJson(transcript: Transcript): string {
  return jsonText(transcriptView(transcript));
}

function transcriptView(transcript: Transcript): object {
  const { header } = transcript;
  return {
    schemaVersion: SCHEMA_VERSION,
    session: header.session,
    startedAt: header.startedAt,
    timeZone: header.timeZone,
    versions: { sdi: header.versions.sdi, node: header.versions.node },
    problem: {
      id: header.problem.id,
      title: header.problem.title,
      version: header.problem.version,
      hash: header.problem.hash,
    },
    template: { id: header.template.id, title: header.template.title },
    level: header.level,
    mode: header.mode,
    seed: header.seed,
    minutes: header.minutes,
    scripted: header.scripted,
    finished: transcript.finished,
    elapsedMs: transcript.elapsedMs,
    phases: transcript.phases.map((phase) => ({
      id: phase.id,
      title: phase.title,
      budgetMinutes: phase.budgetMinutes,
      elapsedMs: phase.elapsedMs,
      tries: phase.tries,
      turns: phase.turns.map((turn) => ({
        turn: turn.turn,
        speaker: turn.speaker,
        kind: turn.kind,
        ...aboutOf(turn),
        atMs: turn.at,
        text: turn.text,
        withdrawn: turn.withdrawn,
        overtime: turn.overtime,
        added: turn.added,
      })),
    })),
    assessment: transcript.debrief === undefined ? null : assessmentView(transcript.debrief),
    notes: transcript.notes.map((note) => ({ phase: note.phase, atMs: note.at, text: note.text })),
    pauses: transcript.pauses.map((pause) => ({
      atMs: pause.at,
      reason: pause.reason,
      awayMs: pause.awayMs ?? null,
    })),
  };
}

/** The point that is probed or hinted at, or the twist, by id; what else a turn is about stays inside. */
function aboutOf({ kind, about }: Turn): { readonly about?: string } {
  return about !== undefined && ['probe', 'hint', 'twist'].includes(kind) ? { about } : {};
}

function assessmentView(debrief: Debrief): object {
  const { matcher, results, twist, estimates, drawings, asked, offered, unanswered, neverAsked, reflection } = debrief;
  return {
    matcher,
    points: results.map(({ point, standing, evidence, isOwnWord, hints }) => ({
      id: point.id,
      stage: point.stage,
      competency: point.competency,
      weight: point.weight,
      bar: point.bar,
      state: standing,
      byOwnWord: isOwnWord,
      hints,
      evidence: evidence.map(({ phase, quote }) => ({ phase, quote })),
    })),
    estimates:
      estimates === undefined
        ? null
        : {
            workings: estimates.workings.map(({ text, result, verdict, message, estimate }) => ({
              text,
              result,
              verdict: verdict ?? null,
              message: message ?? null,
              estimate:
                estimate === undefined ? null : { id: estimate.id, text: estimate.text, isWithin: estimate.isWithin },
            })),
            unused: estimates.unused,
            notWorkedOut: estimates.notWorkedOut.map(({ title }) => title),
          },
    twist: twist ?? null,
    diagrams: drawings ?? null,
    facts: { asked, offered, unanswered, neverAsked },
    reflection,
  };
}
