import { describe, expect, test } from 'vitest';
import { runDraw } from '../../src/commands/draw.ts';
import { ContentError, UsageError } from '../../src/errors.ts';
import { testContext } from '../harness/context.ts';

const DESIGN = 'client -> api: HTTPS\napi -> (orders db), [cache]\napi => queue\n';

async function draw(source: string, format = 'unicode', columns = 80) {
  const context = testContext({ files: { '-': source }, columns });
  const code = await runDraw({ format }, context);
  return { code, ...context.printed };
}

describe('a diagram', () => {
  test.each(['unicode', 'ascii', 'mermaid', 'svg'])('as %s has all its names', async (format) => {
    const { code, out, err } = await draw(DESIGN, format);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const name of ['client', 'api', 'orders db', 'cache', 'queue', 'HTTPS']) expect(out).toContain(name);
  });

  test('as ASCII has nothing else', async () => {
    const { out } = await draw(DESIGN, 'ascii');
    expect(out).toMatch(/^[\n -~]*$/);
  });

  test('that is too wide becomes a list, and says so', async () => {
    const { out, err } = await draw('a long component name -> another long component name', 'unicode', 12);
    expect(err).toContain('wider than 12 columns');
    expect(out.replaceAll(/\s+/g, ' ')).toContain('another long component');
  });

  test('in Mermaid is read too', async () => {
    const { out } = await draw('flowchart LR\n  a[Client]-->b[(Store)]', 'mermaid');
    expect(out).toContain('Store');
  });

  test('with faults is told with their places', async () => {
    const fault = await draw('client -> api\napi ->\n').catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(ContentError);
    expect((fault as ContentError).diagnostics[0]).toMatchObject({ file: 'stdin', line: 2, source: 'api ->' });
  });
});

test('an unknown format, and nothing to draw, are wrong usage', async () => {
  await expect(draw(DESIGN, 'png')).rejects.toThrow(UsageError);
  await expect(runDraw({ format: 'unicode' }, testContext({ interactive: true }))).rejects.toThrow(/nothing to draw/);
});
