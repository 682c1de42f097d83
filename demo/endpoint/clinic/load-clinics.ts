import { readdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { loadClinic, type Clinic } from './load-clinic.ts';

/** Reads every clinic that the paths name, each a file or a folder of files, separated as in `PATH`. */
export function loadClinics(paths: string): readonly Clinic[] {
  const files = paths.split(delimiter).filter(Boolean).flatMap(filesAt);
  const clinics = files.map(loadClinic);
  clinics.forEach(({ id }, index) => {
    const other = clinics.findIndex((clinic) => clinic.id === id);
    if (other < index) throw new Error(`${files[other]} and ${files[index]} are both the clinic "${id}".`);
    if (!/^[\w.-]+$/.test(id) || /^\.+$/.test(id))
      throw new Error(`${files[index]}: /clinic/id stands in addresses: letters, digits, "-", "_" and "." only.`);
  });
  if (clinics.length === 0) throw new Error(`There is no clinic at ${paths}.`);
  return clinics;
}

/** The clinics' own files: `cedar.es.json` beside `cedar.json` is a translation. */
function filesAt(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => name.endsWith('.json'));
  const isTranslation = (name: string) =>
    names.includes(name.replace(/\.[^.]+\.json$/, '.json')) && /\..+\.json$/.test(name);
  return names
    .filter((name) => !isTranslation(name))
    .sort()
    .map((name) => join(path, name));
}
