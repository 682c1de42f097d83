import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { format, resolveConfig } from 'prettier';

const FILE = 'test/house/public-surface.json';
const read = <T>(path: string) => JSON.parse(readFileSync(path, 'utf8')) as T;

interface Named {
  readonly name: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
}
interface Manifest {
  readonly modules: readonly {
    readonly declarations: readonly {
      readonly tagName?: string;
      readonly attributes?: readonly Named[];
      readonly members?: readonly (Named & { readonly kind: string })[];
      readonly events?: readonly Named[];
      readonly slots?: readonly Named[];
      readonly cssParts?: readonly Named[];
      readonly cssProperties?: readonly Named[];
    }[];
  }[];
}
interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

/** Each name with what it is where nobody sets it. */
const withDefaults = (all: readonly Named[] = []) =>
  Object.fromEntries(
    all.toSorted((a, b) => a.name.localeCompare(b.name)).map(({ name, default: value = '' }) => [name, value]),
  );

/** Each event with its class, whose detail stands in `events`. */
const withTypes = (all: readonly Named[] = []) =>
  Object.fromEntries(
    all.toSorted((a, b) => a.name.localeCompare(b.name)).map(({ name, type }) => [name, type?.text ?? '']),
  );

/** What each event carries, as its type says. */
const details = () => {
  const text = readFileSync('dist/es/events.d.ts', 'utf8');
  const found = [...text.matchAll(/^export declare class (\w+) extends MyoEvent(?:<(\{[^}]*\})>)?/gm)];
  return Object.fromEntries(found.map(([, name, detail = '']) => [name, detail.replace(/\s+/g, ' ')]));
};

/** What can be imported from an entry and is there when it runs. */
async function exportsOf(target: string | { readonly default: string }) {
  const path = typeof target === 'string' ? target : target.default.replace('*', 'en');
  return path.endsWith('.js') ? Object.keys(await import(resolve(path))).toSorted() : [];
}

const names = (all: readonly Named[] = []) => all.map(({ name }) => name || '(default)').toSorted();

/** Everything that a page, a style sheet, a program or an endpoint may rely on. */
async function surface() {
  const { exports } = read<{ readonly exports: Readonly<Record<string, string | { readonly default: string }>> }>(
    'package.json',
  );
  const entries = Object.entries(exports).toSorted(([one], [other]) => one.localeCompare(other));
  const index = readFileSync('dist/es/index.d.ts', 'utf8') + readFileSync('dist/es/events.d.ts', 'utf8');
  const exported = [...index.matchAll(/^export (?:type )?\{ ([^}]*) \}|^export declare class (\w+)/gm)];
  const elements = read<Manifest>('dist/custom-elements.json')
    .modules.flatMap(({ declarations }) => declarations)
    .filter(({ tagName }) => tagName)
    .toSorted((a, b) => String(a.tagName).localeCompare(String(b.tagName)));
  const { paths, components } = read<OpenApi>('dist/openapi.json');
  return {
    entries: Object.fromEntries(
      await Promise.all(entries.map(async ([name, target]) => [name, await exportsOf(target)] as const)),
    ),
    exports: exported
      .flatMap(([, list, name]) => (list ? list.split(', ').map((one) => one.replace(/^type /, '')) : [name ?? '']))
      .toSorted(),
    elements: Object.fromEntries(
      elements.map(({ tagName, attributes, members = [], events, slots, cssParts, cssProperties }) => [
        tagName,
        {
          attributes: withDefaults(attributes),
          members: names(members.filter(({ kind }) => kind === 'method' || kind === 'field')),
          events: withTypes(events),
          slots: names(slots),
          parts: names(cssParts),
          tokens: withDefaults(cssProperties),
        },
      ]),
    ),
    events: details(),
    calls: Object.entries(paths)
      .flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, call]) => `${method.toUpperCase()} ${path} ${digest(call)}`),
      )
      .toSorted(),
    schemas: Object.entries(components.schemas).map(([name, schema]) => `${name} ${digest(schema)}`),
  };
}

/** What travels, in a few letters: they are others when a field is added, is demanded, or takes something else. */
const digest = (shape: unknown) => createHash('sha256').update(JSON.stringify(shape)).digest('hex').slice(0, 8);

/** What the changelog says of what is not released yet, as far as it has been committed or written. */
const unreleased = (text: string) => /## \[Unreleased\]([^]*?)(?=\n## \[|$)/.exec(text)?.[1]?.trim() ?? '';
const before = (path: string, revision: string) => {
  try {
    return execFileSync('git', ['show', `${revision}:${path}`], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return undefined; // No repository, or no such commit: a packed copy.
  }
};

describe('the public surface', () => {
  it('is what the snapshot says; change both together, with a line in CHANGELOG.md (UPDATE=1 writes the snapshot)', async () => {
    const now = await surface();
    if (process.env['UPDATE'])
      writeFileSync(FILE, await format(JSON.stringify(now), { ...(await resolveConfig(FILE)), filepath: FILE }));
    assert.deepEqual(now, read(FILE));
  });

  it('changes only where the changelog does', () => {
    for (const [old, next] of [
      ['HEAD', undefined],
      ['HEAD~1', 'HEAD'],
    ] as const) {
      const at = (path: string) => (next ? before(path, next) : readFileSync(path, 'utf8'));
      const [snapshot, log] = [before(FILE, old), before('CHANGELOG.md', old)];
      if (snapshot === undefined || log === undefined || snapshot === at(FILE)) continue;
      assert.notEqual(unreleased(at('CHANGELOG.md') ?? ''), unreleased(log), `${FILE} changed, CHANGELOG.md did not`);
    }
  });
});
