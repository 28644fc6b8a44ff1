import { describe, expect, test } from 'vitest';
import { type DrawOptions, runDraw } from '../../src/commands/draw.ts';
import { DIAGRAM_GUIDE } from '../../src/diagram/guide.ts';
import { ContentError, UsageError } from '../../src/errors.ts';
import { testContext, type World } from '../harness/context.ts';

const DESIGN = 'client -> api: HTTPS\napi -> (orders db), [cache]\napi => queue\n';
const WIDE = 'a long component name -> another long component name';

async function draw(source: string, options: DrawOptions = {}, world: World = {}) {
  const context = testContext({ ...world, files: { '-': source, 'd.txt': source, 'old.svg': 'old', ...world.files } });
  const code = await runDraw(options, context);
  return { code, ...context.printed, files: context.store.files };
}

async function faultOf(source: string, options: DrawOptions = {}, world: World = {}): Promise<unknown> {
  return draw(source, options, world).catch((error: unknown) => error);
}

describe('a diagram', () => {
  test.each(['unicode', 'ascii', 'mermaid', 'svg'])('as %s has all its names', async (format) => {
    const { code, out, err } = await draw(DESIGN, { format });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const name of ['client', 'api', 'orders db', 'cache', 'queue', 'HTTPS']) expect(out).toContain(name);
    expect(out).toMatch(/[^\n]\n$/);
  });

  test.each<[string, DrawOptions, string]>([
    [DESIGN, {}, 'Diagram'],
    [DESIGN, { file: 'd.txt' }, 'd'],
    [`Read path: ${DESIGN}`, { file: 'd.txt' }, 'Read path'],
    ['Reads: a -> b\nWrites: a -> c', {}, 'Reads, Writes'],
  ])('%j as SVG with %j has the title %s', async (source, options, title) => {
    expect((await draw(source, { ...options, format: 'svg' })).out).toContain(`<title>${title}</title>`);
  });

  test('is written as --notation shows it, with its picture', async () => {
    const { out, err } = await draw('', { notation: true });
    expect(err).toBe('');
    for (const { write, means } of DIAGRAM_GUIDE) expect(out.replaceAll(/ +/g, ' ')).toContain(`${write} ${means}\n`);
    expect(out).toContain('╎ cache ╎');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('with titles has a picture below each', async () => {
    const { out } = await draw('Reads: a -> b\nWrites: a -> c');
    expect(out).toMatch(/^Reads\n\n[\s\S]*│ b │[\s\S]*\n\nWrites\n\n[\s\S]*│ c │/);
  });

  test('in a file is the same as one that is piped in', async () => {
    expect((await draw(DESIGN, { file: 'd.txt' })).out).toBe((await draw(DESIGN)).out);
  });

  test('as ASCII has nothing else', async () => {
    const { out } = await draw(DESIGN, { format: 'ascii' });
    expect(out).toMatch(/^[\n -~]*$/);
    expect(out).toContain('| client +---HTTPS--->');
  });

  test('in Mermaid is read too, fenced as well, whatever its line ends', async () => {
    const { out } = await draw('```mermaid\r\nflowchart LR\r\n  a[Client]-->b[(Store)]\r\n```\r\n');
    expect(out).toMatch(/│ Client ├─+▶│ Store │|Client.*\n.*Store/s);
  });

  test('that is too wide is told in words, and stderr says so', async () => {
    const { code, out, err } = await draw(WIDE, {}, { columns: 12 });
    expect(code).toBe(0);
    expect(err).toBe('There is no room for a picture in 12 columns; here it is in words.\n');
    expect(out.replaceAll(/\s+/g, ' ')).toContain('another long component');
    for (const row of out.split('\n')) expect(row.length).toBeLessThanOrEqual(12);
  });

  test('with more components than a picture can have is told in words, and never half drawn as SVG', async () => {
    const many = Array.from({ length: 100 }, (_, index) => `part ${index} -> part ${index + 1}`).join('\n');
    expect((await draw(many)).err).toContain('here it is in words');
    const svg = await draw(many, { format: 'svg', output: 'new.svg' });
    expect(svg.code).toBe(1);
    expect(svg.out).toBe(`${many}\n`);
    expect(svg.err).toContain('here is the source');
    expect(svg.files.has('new.svg')).toBe(false);
  });

  test('with something to tell has it on stderr, with its line', async () => {
    const { code, out, err } = await draw('flowchart LR\n  a --> b\n  click a "https://example.com"\n');
    expect({ code, out }).toEqual({ code: 0, out: (await draw('a -> b')).out });
    expect(err).toMatch(/^stdin:3: \S.*\n$/);
  });

  test('cannot move the cursor of a terminal', async () => {
    const { out } = await draw('a\x1b2J -> b\x9b31m');
    expect(out).not.toMatch(/[\x1b\x9b]/);
  });
});

describe('what is wrong in it', () => {
  test('is told with all its places, and nothing is drawn', async () => {
    const fault = await faultOf('client -> api\r\napi ->\r\n-> cache\r\n');
    expect(fault).toBeInstanceOf(ContentError);
    expect((fault as ContentError).diagnostics).toMatchObject([
      { file: 'stdin', line: 2, column: 5, source: 'api ->', hint: expect.stringContaining('api -> (orders)') },
      { file: 'stdin', line: 3, column: 1, source: '-> cache' },
    ]);
    expect(((await faultOf('a ->', { file: 'd.txt' })) as ContentError).diagnostics[0]).toMatchObject({
      file: 'd.txt',
    });
  });

  test.each(['', '\n\n', '# only a comment'])('%j holds nothing to draw', async (source) => {
    expect(await faultOf(source)).toMatchObject({ diagnostics: [{ line: 1, hint: expect.stringContaining('->') }] });
  });
});

describe('wrong usage', () => {
  test.each<[string, DrawOptions, RegExp]>([
    ['an unknown format', { format: 'png' }, /no format "png"/],
    ['a near format', { format: 'unicod' }, /no format "unicod"/],
    ['a file that exists', { output: 'old.svg' }, /exists already/],
    ['an output without a name', { output: '' }, /needs the name/],
  ])('%s is refused', async (_, options, message) => {
    const fault = await faultOf(DESIGN, options);
    expect(fault).toBeInstanceOf(UsageError);
    expect((fault as UsageError).message).toMatch(message);
  });

  test('nothing to draw is told with an example', async () => {
    const fault = await faultOf(DESIGN, {}, { interactive: true });
    expect(fault).toMatchObject({ exitCode: 2, hint: expect.stringContaining('| sdi draw') });
  });
});

test('--output writes it into a file, and with --force over one', async () => {
  const { out, err, files } = await draw(DESIGN, { format: 'svg', output: 'new.svg' });
  expect({ out, err }).toEqual({ out: '', err: 'Wrote new.svg\n' });
  expect(files.get('new.svg')).toMatch(/^<svg[\s\S]*<\/svg>\n$/);
  const forced = await draw(DESIGN, { format: 'svg', output: 'old.svg', force: true });
  expect(forced.files.get('old.svg')).toBe(files.get('new.svg'));
});

describe('frames', () => {
  test.each<[Record<string, string>, boolean, boolean]>([
    [{}, true, false],
    [{ LANG: 'en_US.UTF-8' }, true, false],
    [{ LANG: 'C' }, true, true],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'POSIX' }, true, true],
    [{ LANG: 'C', LC_CTYPE: 'C.utf8' }, true, false],
    [{ TERM: 'dumb', LANG: 'C.UTF-8' }, true, true],
    [{ LANG: 'C' }, false, false],
  ])('with %j in a terminal (%s) are ASCII: %s', async (environment, isTerminal, isAscii) => {
    const world = { interactive: isTerminal, environment };
    const { out } = await draw(DESIGN, { file: 'd.txt' }, world);
    expect(!out.includes('│')).toBe(isAscii);
    const asked = await draw(DESIGN, { file: 'd.txt', format: 'unicode' }, world);
    expect(asked.out).toContain('│');
  });
});
