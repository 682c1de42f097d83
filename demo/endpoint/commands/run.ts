import { parseArgs } from 'node:util';
import type { Environment } from '../environment.ts';
import { check } from './check.ts';
import { CannotDo, type Output } from './command.ts';
import { listDeskKeys, makeDeskKey, revokeDeskKey } from './desk-keys.ts';
import { eraseOne, exportOne } from './one-patient.ts';

/** What an operator can ask for. */
export const USAGE = `myo-endpoint                                     starts the server
myo-endpoint check [PATH ...]                    says what is wrong in clinics’ files
myo-endpoint export --contact EMAIL_OR_PHONE     prints everything that is kept of one patient, as JSON
myo-endpoint erase --contact EMAIL_OR_PHONE      erases it; with --upcoming also what is still to come
myo-endpoint desk-key --name NAME                makes a key for somebody at the desk, and prints it once;
                                                 with --records it also exports and erases there
myo-endpoint desk-keys                           says who has one
myo-endpoint desk-revoke --name NAME             lets somebody in no longer

  --name NAME    whose, where several people share the contact; who at the desk
  --clinic ID    at which clinic, where there are several

They read the same environment as the server: CLINIC, DATABASE_URL or DATA_DIR, NOW.`;

/** Runs one command of an operator; answers the exit code. */
export async function run(args: readonly string[], environment: Environment, output: Output): Promise<number> {
  const [command = '', ...rest] = args;
  try {
    const { values, positionals } = parseArgs({
      args: rest,
      allowPositionals: command === 'check',
      options: {
        contact: { type: 'string' },
        name: { type: 'string' },
        clinic: { type: 'string' },
        upcoming: { type: 'boolean' },
        records: { type: 'boolean' },
      },
    });
    if (command === 'check') return check(positionals, environment, output);
    if (command === 'export') return await exportOne(values, environment, output);
    if (command === 'desk-key') return await makeDeskKey(values, environment, output);
    if (command === 'desk-keys') return await listDeskKeys(values, environment, output);
    if (command === 'desk-revoke') return await revokeDeskKey(values, environment, output);
    if (command === 'erase') return await eraseOne(values, environment, output);
  } catch (error) {
    if (!(error instanceof CannotDo) && !isWrongUse(error)) throw error;
    output.say(error.message);
    return isWrongUse(error) ? 2 : 1;
  }
  (command === 'help' || command === '--help' ? output.print : output.say)(USAGE);
  return command === 'help' || command === '--help' ? 0 : 2;
}

const isWrongUse = (error: unknown): error is Error =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
