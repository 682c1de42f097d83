import type { Check } from './check.ts';
import { everyAnswer } from './core/every-answer.ts';
import { Fault, LeftOut } from './fault.ts';
import { Kit, type KitOptions } from './kit.ts';
import { isAlwaysThere, levels, type Level } from './levels.ts';
import type { Exchange } from './wire.ts';

/** How one check ended. */
export interface Finding {
  readonly level: Level;
  readonly check: string;
  readonly ended: 'passed' | 'failed' | 'left out';
  /** Why, where it did not pass. */
  readonly reason?: string;
  /** The requests and answers that show it. */
  readonly shown?: readonly Exchange[];
}

/** Checks an endpoint over HTTP, and tells of each finding as soon as it is made. */
export async function conform(
  url: string,
  wanted: readonly Level[],
  options: KitOptions,
  tell: (finding: Finding) => void = () => {},
): Promise<readonly Finding[]> {
  const kit = new Kit(url, options);
  const findings: Finding[] = [];
  const note = (finding: Finding) => {
    findings.push(finding);
    tell(finding);
  };
  const supports: readonly string[] = await kit.catalog().then(
    ({ supports }) => supports ?? [],
    () => [],
  );
  for (const level of wanted)
    for (const check of levels[level]) {
      const absent = !isAlwaysThere(level) && !supports.includes(level);
      note(
        absent
          ? { level, check: check.name, ended: 'left out', reason: unsupported(level) }
          : await run(kit, level, check),
      );
      await kit.client.letGo().catch(() => {});
    }
  await kit.tidyUp().catch(() => {});
  for (const check of everyAnswer) note(await run(kit, wanted[0] ?? 'core', check));
  return findings;
}

const unsupported = (level: Level) => `the catalog’s \`supports\` does not name ${level}`;

async function run(kit: Kit, level: Level, check: Check): Promise<Finding> {
  const begun = kit.client.wire.exchanges.length;
  const about = { level, check: check.name };
  try {
    await check.run(kit);
    return { ...about, ended: 'passed' };
  } catch (error) {
    if (error instanceof LeftOut) return { ...about, ended: 'left out', reason: error.message };
    if (error instanceof Fault) return { ...about, ended: 'failed', reason: error.message, shown: error.shown };
    // An answer so strange that the check itself could not go on with it, or no answer at all.
    const said = error instanceof Error ? [error.message, error.cause].filter(Boolean).join(': ') : String(error);
    const shown = kit.client.wire.exchanges.slice(begun).slice(-1);
    return { ...about, ended: 'failed', reason: `the check could not go on: ${said}`, shown };
  }
}
