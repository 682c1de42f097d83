import type { Clinic } from '../clinic/load-clinic.ts';
import { loadClinics } from '../clinic/load-clinics.ts';
import { openDatabase } from '../db/open-database.ts';
import type { Db } from '../db/schema.ts';
import { CEDAR, type Environment } from '../environment.ts';
import { CannotDo, type Options } from './command.ts';

/** Does something with the data of the one clinic that is meant. */
export async function withClinic(
  { clinic: id }: Options,
  environment: Environment,
  work: (found: { readonly db: Db; readonly clinic: Clinic }) => Promise<number>,
): Promise<number> {
  const clinics = loadClinics(environment.CLINIC || CEDAR);
  const clinic = clinics.length === 1 && !id ? clinics[0] : clinics.find((one) => one.id === id);
  if (!clinic) throw new CannotDo(`Say which clinic by --clinic: ${clinics.map((one) => one.id).join(', ')}.`);
  const { DATABASE_URL: databaseUrl, DATA_DIR: dataDir } = environment;
  if (!databaseUrl && !dataDir) throw new CannotDo('Say where the data is, by DATABASE_URL or DATA_DIR.');
  const { db, close } = await openDatabase({ databaseUrl, dataDir });
  try {
    return await work({ db, clinic });
  } finally {
    await close();
  }
}
