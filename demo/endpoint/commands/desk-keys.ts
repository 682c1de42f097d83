import type { Clinic } from '../clinic/load-clinic.ts';
import type { Db } from '../db/schema.ts';
import { keepKey, keysOf, newKey, revokeKeys } from '../desk/keys.ts';
import { clockFrom, type Environment } from '../environment.ts';
import { newId } from '../routes/tokens.ts';
import { CannotDo, type Options, type Output } from './command.ts';
import { withClinic } from './with-clinic.ts';

type Work = (found: {
  readonly db: Db;
  readonly clinic: Clinic;
  readonly name: string;
  readonly now: Date;
}) => Promise<void>;

const named = (options: Options, environment: Environment, { now }: Output, work: Work) => {
  const name = options.name?.trim();
  if (!name) throw new CannotDo('Say whose key by --name.');
  return withClinic(options, environment, async ({ db, clinic }) => {
    await work({ db, clinic, name, now: new Date(clockFrom(environment.NOW, now)()) });
    return 0;
  });
};

/** `desk-key`: makes a key for somebody at the desk, and prints it this once. */
export const makeDeskKey = (options: Options, environment: Environment, output: Output): Promise<number> =>
  named(options, environment, output, async ({ db, clinic, name, now }) => {
    const key = newKey();
    await keepKey(db, clinic.id, { id: newId(), name, records: options.records ?? false }, key, now);
    output.print(key);
    output.say(`This opens the desk of ${clinic.data.clinic.name} for ${name}. It is not shown again.`);
  });

/** `desk-revoke`: every key of somebody opens nothing any more. */
export const revokeDeskKey = (options: Options, environment: Environment, output: Output): Promise<number> =>
  named(options, environment, output, async ({ db, clinic, name, now }) => {
    const theirs = (await keysOf(db, clinic.id)).filter((key) => key.name === name && !key.revoked_at);
    if (theirs.length === 0) throw new CannotDo(`${name} has no key at ${clinic.data.clinic.name}.`);
    await revokeKeys(
      db,
      clinic.id,
      theirs.map(({ id }) => id),
      now,
    );
    output.say(`Revoked: ${theirs.length}.`);
  });

/** `desk-keys`: who has a key, never the keys. */
export const listDeskKeys = (options: Options, environment: Environment, output: Output): Promise<number> =>
  withClinic(options, environment, async ({ db, clinic }) => {
    for (const { name, created_at, records, revoked_at } of await keysOf(db, clinic.id)) {
      const until = revoked_at ? `, revoked ${revoked_at.toISOString().slice(0, 10)}` : '';
      const more = records ? ', with records' : '';
      output.print(`${name}: since ${created_at.toISOString().slice(0, 10)}${more}${until}`);
    }
    return 0;
  });
