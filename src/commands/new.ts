import { basename, dirname, join } from 'node:path';
import type { Context } from '../context.ts';
import { EXIT, type ExitCode, UsageError } from '../errors.ts';

export interface NewOptions {
  readonly kind: 'problem' | 'template';
  readonly id: string;
  /** The file to write; without it, one in the data directory. */
  readonly output?: string | undefined;
}

const SCHEMA = 'schema.json';

/** `sdi new`: writes a stub that passes `check`, with the schema that editors need, and prints its path. */
export async function runNew({ kind, id, output }: NewOptions, context: Context): Promise<ExitCode> {
  const { store, clock, out, err } = context;
  await refuseId(kind, id, context);
  const folder = join(store.home, `${kind}s`);
  const path = output ?? join(folder, `${id}.yaml`);
  if (basename(path) !== `${id}.yaml`) {
    throw new UsageError(`A file is found by its id: it must be called ${id}.yaml.`, {
      hint: `Not ${basename(path)}.`,
    });
  }
  if (store.exists(path)) throw new UsageError(`${path} is there already.`, { hint: 'Nothing was written.' });

  const { problemStub } = await import('../catalogue/stubs/problem-stub.ts');
  const { templateStub } = await import('../catalogue/stubs/template-stub.ts');
  const schema = await schemaBeside(path, folder, kind, context);
  const updated = new Date(clock.wallMs()).toISOString().slice(0, 'yyyy-mm-dd'.length);
  store.writeFile(path, kind === 'problem' ? problemStub({ id, schema, updated }) : templateStub({ id, schema }));
  out.write(`${path}\n`);
  err.write(`Each field says what belongs there. When you have filled it in: sdi check ${path}\n`);
  return EXIT.done;
}

async function refuseId(kind: NewOptions['kind'], id: string, { store }: Context): Promise<void> {
  const { problemSchema } = await import('../catalogue/schema.ts');
  const parsed = problemSchema.shape.id.safeParse(id);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const remedy = issue?.code === 'too_big' ? 'at most 60 characters fit' : issue?.message;
    throw new UsageError(`${JSON.stringify(id)} can't be an id: ${remedy}.`);
  }
  const content = store.content();
  const known = kind === 'problem' ? await content.problems() : await content.templates();
  if (known.some((each) => each.id === id)) throw new UsageError(`There is a ${kind} ${id} already.`);
}

/** The schema for the first line of the stub: one that stands beside it, or a copy in the data directory. */
async function schemaBeside(path: string, folder: string, kind: NewOptions['kind'], context: Context): Promise<string> {
  const { store } = context;
  const isOwn = dirname(path) === folder;
  if (!isOwn && store.exists(join(dirname(path), SCHEMA))) return `./${SCHEMA}`;
  const { jsonSchemaText } = await import('../catalogue/json-schema.ts');
  const copy = join(folder, SCHEMA);
  store.writeFile(copy, jsonSchemaText(kind));
  return isOwn ? `./${SCHEMA}` : copy;
}
