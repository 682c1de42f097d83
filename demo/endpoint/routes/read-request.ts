import * as v from 'valibot';
import { pointer, Refusal, type FieldError } from './problems.ts';
import type { Words } from './words.ts';

export const MOST_BYTES = 256 * 1024;
const MOST_LEVELS = 32;

/** The body's text, read no further than it may be long. */
export async function readText(request: Request, words: Words): Promise<string> {
  if (Number(request.headers.get('Content-Length') ?? 0) > MOST_BYTES) throw new Refusal('too-large');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Refusal('too-large');
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new Refusal('invalid', { detail: words.body.notJson });
  }
}

/** The body as JSON of the right shape. */
export function readBody(schema: v.GenericSchema, text: string, contentType: string | null, words: Words): unknown {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!/^application\/(?:[\w.-]+\+)?json$/.test(type))
    throw new Refusal('invalid', { status: 415, detail: words.body.wrongType });
  const json = parse(text, words);
  if (levelsOf(text) > MOST_LEVELS) throw new Refusal('invalid', { detail: words.body.tooDeep });
  return checked(schema, json, words);
}

/** The query by its schema: lists are what the schema says is one, of everything else the first counts. */
export function readQuery(schema: v.GenericSchema, parameters: URLSearchParams, words: Words): unknown {
  const entries = 'entries' in schema ? (schema.entries as Record<string, v.GenericSchema>) : {};
  const values = Object.entries(entries).flatMap(([name, entry]) => {
    const all = parameters.getAll(name).filter(Boolean);
    return all.length === 0 ? [] : [[name, isList(entry) ? all : all[0]]];
  });
  return checked(schema, Object.fromEntries(values), words);
}

export const isList = (schema: v.GenericSchema): boolean =>
  schema.type === 'array' || ('wrapped' in schema && isList(schema.wrapped as v.GenericSchema));

function checked(schema: v.GenericSchema, value: unknown, words: Words): unknown {
  const read = v.safeParse(schema, value);
  if (read.success) return read.output;
  throw new Refusal('invalid', { errors: read.issues.slice(0, 50).map((issue) => fieldError(issue, words)) });
}

function fieldError(issue: v.BaseIssue<unknown>, { field }: Words): FieldError {
  const keys = issue.path?.map(({ key }) => key) ?? [];
  // The clinic's own fields come under names of the sender's, which are not repeated.
  const path = keys[0] === 'fields' ? ['fields'] : keys;
  const unkept = typeof issue.input === 'string' && /[\0\p{Cs}]/u.test(issue.input);
  const missing = issue.input === undefined || issue.input === '';
  const detail = missing
    ? field.missing
    : unkept
      ? field.unreadable
      : issue.type === 'max_length'
        ? field.tooLong
        : field.wrong;
  return { pointer: pointer(path), detail };
}

function parse(text: string, words: Words): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('invalid', { detail: words.body.notJson });
  }
}

/** How deeply JSON is nested, counted on its text, which is known to be well-formed. */
function levelsOf(text: string): number {
  let level = 0;
  let most = 0;
  for (const [part] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{]|[\]}]/gs)) {
    if (part === '[' || part === '{') most = Math.max(most, ++level);
    else if (part === ']' || part === '}') level--;
  }
  return most;
}
