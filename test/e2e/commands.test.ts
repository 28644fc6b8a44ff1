import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Program, sessionId } from './program.ts';

const ANSWERS = `
answers:
  requirements:
    - /ask how many links are created a day
    - {text: "Seven characters, 302 redirects.", minutes: 3}
  design: |
    client -> cdn -> redirect service -> [code cache]
    /api/v1/links: POST
`;

describe('practice with --answers', () => {
  test('ends with 0, prints the session, and its journal replays to the same transcript', () => {
    const sdi = new Program();
    sdi.file('a.yaml', ANSWERS);
    const { exitCode, out } = sdi.run(['practice', 'url-shortener', '--answers', 'a.yaml', '--json', '--seed', '5']);
    expect(exitCode).toBe(0);
    const session = JSON.parse(out);
    expect(session).toMatchObject({ schemaVersion: 1, seed: 5, scripted: true, problem: { id: 'url-shortener' } });
    expect(session.phases[0]).toMatchObject({ id: 'requirements', budgetMinutes: 5, elapsedMs: 180_000 });
    expect(sdi.run(['review', session.session, '--json']).out).toBe(out);
    expect(sdi.run(['export', 'last', '--format', 'json']).out).toBe(out);
  });

  test('says the same for the same answers and seed, apart from ids, times and versions', () => {
    const play = () => {
      const sdi = new Program();
      sdi.file('a.yaml', ANSWERS);
      const session = JSON.parse(
        sdi.run(['practice', 'url-shortener', '--answers', 'a.yaml', '--json', '--seed', '5']).out,
      );
      const { session: _id, startedAt: _at, versions: _versions, ...rest } = session;
      return rest;
    };
    expect(play()).toEqual(play());
  });

  test('plays the same interview as a person who types it', async () => {
    const scripted = new Program();
    scripted.file('a.yaml', 'answers: {design: one}');
    scripted.run(['practice', 'rate-limiter', '--phase', 'design', '--answers', 'a.yaml', '--seed', '5']);
    const typed = new Program();
    const terminal = typed.open(['practice', 'rate-limiter', '--phase', 'design', '--seed', '5']);
    await terminal.waitFor('1/1');
    terminal.type('one\x04');
    await typed.taken(terminal, sessionId('rate-limiter'));
    terminal.type('/next\r');
    await typed.close(terminal);
    await terminal.exited;
    const said = (sdi: Program) => sdi.state(sessionId('rate-limiter')).turns.map((turn) => ({ ...turn, at: 0 }));
    expect(said(typed)).toEqual(said(scripted));
  });
});

describe('list and review', () => {
  test('list --level L6 shows the problems, and what was practised', async () => {
    const sdi = new Program();
    const before = sdi.run(['list', '--level', 'L6']);
    expect(before.exitCode).toBe(0);
    for (const id of ['rate-limiter', 'notification-system', 'url-shortener']) expect(before.out).toContain(id);
    const terminal = sdi.open(['practice', 'url-shortener', '--phase', 'design']);
    await terminal.waitFor('1/1');
    terminal.type('/next\r');
    await sdi.close(terminal);
    await terminal.exited;
    const { problems } = JSON.parse(sdi.run(['list', '--json']).out);
    expect(problems.find((problem: { id: string }) => problem.id === 'url-shortener')).toMatchObject({ attempts: 1 });
    const shown = sdi.open(['list', '--level', 'L6']);
    expect(await shown.exited).toMatchObject({ exitCode: 0 });
    expect(shown.screen()).toContain('URL shortener');
  });

  test('review lists, picks and shows', async () => {
    const sdi = new Program();
    sdi.file('a.yaml', ANSWERS);
    sdi.run(['practice', 'url-shortener', '--answers', 'a.yaml']);
    expect(sdi.run(['review']).out).toContain(sessionId('url-shortener'));
    const terminal = sdi.open(['review'], { rows: 60 });
    await terminal.waitFor(sessionId('url-shortener'));
    terminal.type('\r');
    await terminal.exited;
    expect(terminal.scrollback()).toContain('Seven characters, 302 redirects.');
  });
});

describe('timer', () => {
  test('45 minutes run through the phases on the screen and end by themselves', async () => {
    const sdi = new Program();
    const { terminal, control } = sdi.drive(['timer', '45']);
    await terminal.waitFor('45:00');
    await control.passMinutes(6);
    await terminal.waitFor('39:00');
    terminal.type('p');
    await terminal.waitFor(/paused/i);
    await control.passMinutes(10);
    terminal.type('p');
    await terminal.waitUntil(() => !/paused/i.test(terminal.screen()));
    await control.passMinutes(39.1);
    expect(await terminal.exited).toMatchObject({ exitCode: 0 });
    expect(terminal.screen()).toContain('The time is over.');
  });

  test('writes lines where it is piped', async () => {
    const sdi = new Program();
    const { control, started, ended } = sdi.runDriven(['timer', '45']);
    await started;
    await control.passMinutes(46);
    const { exitCode, out } = await ended;
    expect(exitCode).toBe(0);
    expect(
      out
        .split('\n')
        .map((line) => line.slice(0, 5))
        .filter(Boolean),
    ).toEqual(['00:00', '04:00', '05:00', '13:00', '15:00', '28:00', '30:00', '38:00', '40:00', '44:00', '45:00']);
  });

  test('too short for a minute a phase, it shows one clock', async () => {
    const sdi = new Program();
    const { control, started, ended } = sdi.runDriven(['timer', '3']);
    await started;
    await control.passMinutes(4);
    expect((await ended).out).toMatch(/^00:00 {2}Session, 3 min/);
  });
});

describe('what a user gets wrong', () => {
  test.each([
    [['practice', 'rate-limitr'], 2, 'rate-limiter'],
    [['practice', 'rate-limiter', '--template', 'l8'], 2, 'l8'],
    [['practice', 'rate-limiter', '--level', 'L9'], 2, 'L9'],
    [['practice', 'rate-limiter', '--time', '0'], 2, 'from 15 to 240'],
    [['practice', 'rate-limiter', '--time', '-5'], 2, '-5'],
    [['practice', 'rate-limiter', '--time', 'abc'], 2, 'abc'],
    [['practice', 'rate-limiter', '--time', '9999'], 2, '9999'],
    [['practice', 'rate-limiter', '--phase', 'desing'], 2, 'design'],
    [['practice', 'rate-limiter', '--answers', 'missing.yaml'], 2, 'missing.yaml'],
    [['practice', 'rate-limiter', '--answers', 'empty.yaml'], 3, 'empty.yaml:1:1'],
    [['practice', 'rate-limiter', '--answers', 'no-yaml.yaml'], 3, 'no-yaml.yaml:'],
    [['practice', 'rate-limiter', '--answers', 'no-phase.yaml'], 3, 'no-phase.yaml:1:11'],
    [['list', '--level', 'L5'], 2, 'L5'],
    [['show', 'url-shortner'], 2, 'url-shortener'],
    [['timer', '0'], 2, 'from 1 to 480'],
    [['timer', '481'], 2, '481'],
    [['review', '../x'], 2, ''],
    [['export', '/etc/passwd'], 2, ''],
    [['lst'], 2, 'list'],
    [['list', '--levle', 'L6'], 2, '--level'],
    [['practice', 'rate-limiter', '--minutes', '30'], 2, 'sdi practice --help'],
    [['show'], 2, 'sdi show --help'],
    [['--minutes'], 2, 'sdi --help'],
  ])('%j is one clear line with exit code %i, and writes nothing', (args, exitCode, named) => {
    const sdi = new Program();
    sdi.file('empty.yaml', '');
    sdi.file('no-yaml.yaml', 'answers: [\n  "open');
    sdi.file('no-phase.yaml', 'answers: {desing: x}');
    // A terminal is looked for first, so that each refusal is met where it would be met with one.
    const scripted = args[0] === 'practice' && !args.includes('--answers');
    sdi.file('a.yaml', 'answers: {}');
    const result = sdi.run(scripted ? [...args, '--answers', 'a.yaml'] : args);
    expect(result.exitCode).toBe(exitCode);
    expect(result.out).toBe('');
    expect(result.err).toContain(named);
    expect(result.err).not.toMatch(/\n\s+at |node:internal/);
    expect(readdirSync(sdi.home)).toEqual([]);
  });

  test('no terminal: 2 at once, naming --answers', () => {
    const sdi = new Program();
    const { exitCode, err } = sdi.run(['practice', 'rate-limiter']);
    expect(exitCode).toBe(2);
    expect(err).toContain('--answers');
    expect(readdirSync(sdi.home)).toEqual([]);
  });
});
