/** Writes the OpenAPI document to the file that is named. */
import { writeFileSync } from 'node:fs';
import { openapi } from './openapi.ts';

const [file = 'openapi.json'] = process.argv.slice(2);
writeFileSync(file, `${JSON.stringify(openapi(), null, 2)}\n`);
