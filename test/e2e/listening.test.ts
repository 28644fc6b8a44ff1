import { expect, test } from 'vitest';
import { Program, sessionId } from './program.ts';

const CTRL_D = '\x04';
const ID = sessionId('url-shortener');

test('the interviewer tells facts, follows up three times, gives a hint, changes a requirement, and debriefs', async () => {
  const sdi = new Program();
  const terminal = sdi.open(['practice', 'url-shortener', '--seed', '1', '--time', '60', '--template', 'five-phase'], {
    rows: 40,
  });
  const kinds = () => sdi.state(ID).turns.map((turn) => turn.kind);
  const send = async (text: string) => {
    const answers = sdi.answers(ID).length;
    terminal.type(text);
    await terminal.waitFor(text.slice(-20));
    terminal.type(CTRL_D);
    await sdi.taken(terminal, ID, answers + 1);
  };
  const next = async (place: string) => {
    terminal.type('/next\r');
    await terminal.waitFor(place);
  };
  await terminal.waitFor('1/5');
  await send('How many links are created a day?');
  await send('How long do we keep a link?');
  const count = (wanted: string) => kinds().filter((kind) => kind === wanted).length;
  await terminal.waitUntil(() => count('fact') === 2);
  await send('We let people choose an alias.');
  await send('It is a service for marketing.');
  await send('Printed links must go on working.');
  terminal.type('/hint\r');
  // The request and the reply to it.
  await terminal.waitUntil(() => count('hint') === 2);
  await next('2/5');
  await next('3/5');
  await send('A service writes the links and another one redirects.');
  await next('4/5');
  await send('Codes come from a counter in base 62.');
  await next('5/5');
  expect(count('probe')).toBeGreaterThanOrEqual(3);
  expect(count('twist')).toBe(1);
  terminal.type('/next\r');
  await sdi.close(terminal, 'Ask for the peak earlier.');
  expect(await terminal.exited).toMatchObject({ exitCode: 0 });
  const shown = terminal.scrollback();
  expect(shown).toMatch(/What was covered: \d+ of \d+ points at L6/);
  expect(shown).toContain('Practise next');
  expect(shown).toContain('Ask for the peak earlier.');
}, 40_000);

test('the assessment is in the JSON, every quote an exact part of the answers', () => {
  const sdi = new Program();
  sdi.file(
    'a.yaml',
    `answers:
  requirements: "Codes have seven characters. Custom aliases are a feature. Links are kept for five years."
  design: |
    redirects and creation are separate services
    mapping in DynamoDB, Redis cache in front of it
    clicks go to Kafka asynchronously, off the redirect path
`,
  );
  const session = JSON.parse(
    sdi.run(['practice', 'url-shortener', '--answers', 'a.yaml', '--json', '--seed', '5']).out,
  );
  const answers = new Map<string, string>(
    session.phases.map((phase: { id: string; turns: { kind: string; text: string }[] }) => [
      phase.id,
      phase.turns
        .filter((turn) => turn.kind === 'answer')
        .map((turn) => turn.text)
        .join('\n'),
    ]),
  );
  const { points } = session.assessment;
  expect(points.length).toBeGreaterThanOrEqual(30);
  const covered = points.filter((point: { state: string }) => point.state === 'covered');
  expect(covered.map((point: { id: string }) => point.id)).toEqual(
    expect.arrayContaining(['code-length', 'retention-five-years']),
  );
  for (const { evidence } of points) {
    for (const { phase, quote } of evidence) expect(answers.get(phase)).toContain(quote);
  }
});

test('a coach gives feedback after each phase', async () => {
  const sdi = new Program();
  sdi.file('a.yaml', 'answers: {requirements: Links are kept for five years.}');
  const session = JSON.parse(
    sdi.run(['practice', 'url-shortener', '--answers', 'a.yaml', '--json', '--mode', 'coach']).out,
  );
  const kinds = session.phases.flatMap((phase: { turns: { kind: string }[] }) => phase.turns.map((turn) => turn.kind));
  expect(kinds.filter((kind: string) => kind === 'feedback')).toHaveLength(6);
  expect(sdi.run(['practice', 'url-shortener', '--answers', 'a.yaml', '--mode', 'boss']).exitCode).toBe(2);
});
