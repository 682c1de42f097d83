import { itemsOf } from '../../../src/domain/checklist/asked.ts';
import type { Item, Questionnaire } from '../../../src/domain/checklist/index.ts';
import type { ClinicData } from './clinic-data.ts';

/**
 * What of a clinic's data is allowed but hardly meant, each with the paths where it is said: by what its checklist knows
 * nothing of, somebody would be screened for less; where nobody's age is known, no guardian agrees.
 */
export function doubtsOf({ services, policy }: ClinicData, { items }: Questionnaire): readonly string[] {
  const asked = itemsOf(items);
  const codes = new Set(['all', ...asked.flatMap(codesOf)]);
  const unknown = services
    .flatMap(({ screening, addOns }, index) => [
      ...screening.map((code) => [code, `/services/${index}`] as const),
      ...addOns.flatMap((addOn, at) =>
        addOn.screening.map((code) => [code, `/services/${index}/addOns/${at}`] as const),
      ),
    ])
    .filter(([code]) => !codes.has(code));
  return [
    ...[...new Set(unknown.map(([code]) => code))].map((code) => {
      const paths = unknown.filter(([other]) => other === code).map(([, path]) => path);
      return `no health question knows the screening code "${code}" of ${paths.join(', ')}`;
    }),
    ...policy.phoneFirst
      .filter((linkId) => !asked.some((item) => item.linkId === linkId))
      .map((linkId) => `there is no health question "${linkId}" as in /policy/phoneFirst`),
    ...(policy.details.birthDate === 'required'
      ? []
      : ['nobody under 18 is asked for a guardian unless /policy/details/birthDate is "required"']),
  ];
}

/** The codes for which a question is asked, and those that its rules concern or spare. */
const codesOf = ({ services, rules, options }: Item) => [
  ...services,
  ...[{ rules }, ...options].flatMap((one) => one.rules).flatMap((rule) => [...rule.services, ...(rule.except ?? [])]),
];
