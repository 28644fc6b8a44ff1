#!/usr/bin/env node
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importSource } from './bundle.js';

/** Writes the JSON Schemas that editors check content with; a test compares them with the source. */
const root = fileURLToPath(new URL('..', import.meta.url));
const { jsonSchemaText } = await importSource(root, 'src/catalogue/json-schema.ts', join(root, 'dist/.schemas'));
for (const kind of ['problem', 'template']) writeFileSync(join(root, `${kind}s/schema.json`), jsonSchemaText(kind));
