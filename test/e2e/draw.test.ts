import { describe, expect, test } from 'vitest';
import { Program, sessionId } from './program.ts';

const DESIGN = 'client -> api: HTTPS\napi -> (orders db), [cache]\n';

describe('sdi draw', () => {
  test('draws what is piped in, and a file, the same', () => {
    const sdi = new Program();
    sdi.file('design.txt', DESIGN);
    const piped = sdi.run(['draw'], { input: DESIGN });
    expect(piped).toMatchObject({ exitCode: 0, err: '', out: expect.stringContaining('│ orders db │') });
    expect(sdi.run(['draw', 'design.txt'])).toEqual(piped);
  });

  test('is as wide as COLUMNS says where it is piped on', () => {
    const input = 'a long name of one -> a long name of two -> a long name of three -> a long name of four';
    const widest = (COLUMNS: string) =>
      Math.max(
        ...new Program({ COLUMNS })
          .run(['draw'], { input })
          .out.split('\n')
          .map((row) => row.length),
      );
    expect(widest('200')).toBeGreaterThan(80);
    expect(widest('40')).toBeLessThanOrEqual(40);
    expect(widest('no number')).toBe(widest('80'));
  });

  test('writes SVG that asks for nothing from elsewhere', () => {
    const { exitCode, out } = new Program().run(['draw', '--format', 'svg'], { input: DESIGN });
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^<svg[\s\S]*<\/svg>\n$/);
    expect(out.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|<script|<image|url\(/);
  });

  test('tells every fault with its place, and ends with 3', () => {
    const { exitCode, out, err } = new Program().run(['draw'], { input: 'a -> b\nb ->\n\nc -> (d\n' });
    expect({ exitCode, out }).toEqual({ exitCode: 3, out: '' });
    expect(err).toMatch(/^stdin:2:3: .+\(.+\)\nstdin:4:6: .+\(.+\)\n$/);
  });

  test.each<[string, readonly string[], string | Uint8Array, number]>([
    ['a file that is not there', ['no.txt'], '', 2],
    ['an unknown format', ['design.txt', '--format', 'png'], DESIGN, 2],
    ['a file that is no text', ['design.txt'], new Uint8Array([0xff, 0xfe, 0x61, 0]), 3],
    ['nothing', ['design.txt'], '', 3],
  ])('%s is refused', (_, args, content, code) => {
    const sdi = new Program();
    sdi.file('design.txt', content);
    const { exitCode, out, err } = sdi.run(['draw', ...args]);
    expect({ exitCode, out }).toEqual({ exitCode: code, out: '' });
    expect(err).toMatch(/\S/);
  });

  test('in a terminal keeps to its width, and shows where a fault is', async () => {
    const sdi = new Program();
    sdi.file('wide.txt', 'the first of the components -> the second of the components\n');
    sdi.file('broken.txt', 'client -> (api\n');
    const narrow = sdi.open(['draw', 'wide.txt'], { cols: 10 });
    await narrow.exited;
    expect(narrow.scrollback().replaceAll(/\s+/g, '')).toContain('noroomforapicture');
    const broken = sdi.open(['draw', 'broken.txt']);
    expect(await broken.exited).toMatchObject({ exitCode: 3 });
    expect(broken.screen()).toMatch(/^broken\.txt:1:11: .*\n {2}client -> \(api\n {12}\^/m);
  });

  test('at a terminal without a file ends with 2 and an example', async () => {
    const terminal = new Program().open(['draw']);
    expect(await terminal.exited).toMatchObject({ exitCode: 2 });
    expect(terminal.screen()).toContain('| sdi draw');
  });
});

describe('/draw in an interview', () => {
  test('is drawn anew when the window is narrowed, and told in words where it must be', async () => {
    const terminal = new Program().open(['practice', 'url-shortener', '--phase', 'design']);
    await terminal.waitFor('1/1');
    terminal.type('/draw the client -> the gateway -> the service -> the store\r');
    await terminal.waitFor(/│ the client ├─*▶│ the gateway ├─*▶│ the service ├/);
    terminal.resize(34, 40);
    await terminal.waitFor(/┌─+┐\n +│ the gateway +│\n +└─*┬─*┘\n +▼/);
    expect(terminal.screen()).not.toMatch(/[┐┘]\n +[└┘┐┌─]+\n/);
    terminal.resize(14, 40);
    await terminal.waitFor(/the client\s+calls the\s+gateway/);
  });

  test('shows the picture, and the line behind it is sent with the answer', async () => {
    const sdi = new Program();
    const terminal = sdi.open(['practice', 'url-shortener', '--phase', 'design']);
    await terminal.waitFor('1/1');
    terminal.type('/draw client -> api\r');
    await terminal.waitFor(/│ client ├─*▶│ api │/);
    terminal.type('api -> (links)\r');
    await terminal.waitFor('api -> (links)');
    terminal.type('/draw\r');
    await terminal.waitFor(/╒═+╕/);
    terminal.type('\x04');
    await terminal.waitUntil(() => sdi.answers(sessionId('url-shortener')).length === 1);
    expect(sdi.answers(sessionId('url-shortener'))).toEqual(['client -> api\napi -> (links)\n']);
    await terminal.waitFor(/^ You +client -> api/m);
    terminal.type('/next\r');
    await sdi.close(terminal);
    await terminal.exited;
    expect(sdi.run(['export', 'last']).out).toContain('```mermaid');
  });

  test('is ASCII where the interview is plain', async () => {
    const sdi = new Program();
    const terminal = sdi.open(['practice', 'url-shortener', '--phase', 'design', '--plain']);
    await terminal.waitFor('/next moves on');
    terminal.type('/draw client -> (links)\r');
    await terminal.waitFor(/\+=+\+/);
    expect(terminal.scrollback()).toMatch(/\| client \+-*>\| links \|/);
    terminal.type('links -> backup\r');
    await terminal.waitFor('links -> backup');
    terminal.type('/send\r');
    await terminal.waitUntil(() => sdi.answers(sessionId('url-shortener')).length === 1);
    expect(sdi.answers(sessionId('url-shortener'))).toEqual(['client -> (links)\nlinks -> backup']);
  });
});
