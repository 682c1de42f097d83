import type { ConsentText } from '../../../src/contract/index.ts';
import { isDay, today } from '../../../src/domain/day.ts';
import { isMinor } from '../../../src/domain/details.ts';
import type { Asked } from './asked.ts';
import { ownFieldErrors } from './check-own-fields.ts';
import { pointer, Refusal, type FieldError } from './problems.ts';

/** Refuses a booking whose patient cannot be reached, or who has left out what this clinic asks for. */
export function checkDetails(asked: Asked<'book'>): void {
  const errors = [...patientErrors(asked), ...consentErrors(asked), ...ownFieldErrors(asked)];
  if (errors.length > 0) throw new Refusal('invalid', { errors });
}

function patientErrors({ endpoint, body, words, now }: Asked<'book'>): readonly FieldError[] {
  const { clinic, policy } = endpoint.clinic.data;
  const { phone, email, birthDate = '', over18, guardian } = body.patient;
  const day = today(now, clinic.timeZone);
  const missing = words.field.missing;
  const noBirthDate = birthDate !== '' && (!isDay(birthDate) || birthDate > day);
  const isUnderAge = !noBirthDate && isMinor(birthDate, day);
  const found: readonly (readonly [field: string, wrong: boolean, detail: string])[] = [
    ['phone', policy.details.phone === 'required' && !phone, missing],
    ['email', policy.details.email === 'required' && !email, missing],
    ['phone', policy.details.phone !== 'required' && !phone && !email, words.details.reach],
    ['birthDate', policy.details.birthDate === 'required' && !birthDate && !over18, missing],
    ['birthDate', noBirthDate, words.field.wrong],
    ['guardian', !guardian && isUnderAge, words.details.guardian],
    ['guardian/relation', !!guardian && isUnderAge && !guardian.relation?.trim(), missing],
    ['guardian/phone', !!guardian && isUnderAge && !guardian.phone?.trim(), missing],
  ];
  const note = policy.details.note === 'required' && !body.note?.trim();
  return [
    ...found
      .filter(([, wrong]) => wrong)
      .map(([field, , detail]) => ({ pointer: pointer(['patient', ...field.split('/')]), detail })),
    ...(note ? [{ pointer: pointer(['note']), detail: missing }] : []),
  ];
}

/** Every consent that the clinic requires, in the version that it has now, and a name under each that is given. */
function consentErrors({ endpoint, body, words, now }: Asked<'book'>): readonly FieldError[] {
  const { clinic, policy } = endpoint.clinic.data;
  const required = policy.consents.filter((consent) => consent.required);
  const { consent, signature, guardian } = words.details;
  const { name, birthDate = '', guardian: adult } = body.patient;
  const isOwn = (signedName: string) =>
    isMinor(birthDate, today(now, clinic.timeZone)) &&
    adult &&
    plain(adult.name) !== plain(name) &&
    plain(signedName) === plain(name);
  return [
    ...required.flatMap(({ id, version }: ConsentText) => {
      const index = body.consents.findIndex((one) => one.id === id);
      if (body.consents[index]?.version === version) return [];
      return [{ pointer: pointer(index < 0 ? ['consents'] : ['consents', index, 'version']), detail: consent }];
    }),
    ...body.consents.flatMap(({ signedName = '' }, index) => {
      const detail = !/\p{L}/u.test(signedName) ? signature : isOwn(signedName) ? guardian : undefined;
      return detail ? [{ pointer: pointer(['consents', index, 'signedName']), detail }] : [];
    }),
  ];
}

/** A name without what people leave out or change when they sign. */
const plain = (name: string) =>
  name
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
