import { concerns, placesOf, type Place } from '../../../src/domain/checklist/asked.ts';
import type { Questionnaire, Rule } from '../../../src/domain/checklist/index.ts';
import type { ClinicData } from './clinic-data.ts';

/** Codes that somebody is screened for at once, and where in the clinic's data they are put together. */
interface Together {
  readonly path: string;
  /** What each thing is screened for by itself: a treatment, what is added to it, a part of a visit. */
  readonly each: readonly (readonly string[])[];
}

/**
 * What is wrong between a clinic's screening codes and its checklist, each with its path: a rule whose question nobody is
 * asked, so that it stops nobody; and a code that spares one thing a rule which holds for the other.
 */
export function checkScreening(data: ClinicData, { items }: Questionnaire): readonly string[] {
  const rules = placesOf(items).flatMap((place) =>
    [place.item, ...place.item.options].flatMap((one) => one.rules.map((rule) => ({ place, rule }))),
  );
  return togetherIn(data).flatMap(({ path, each }) => {
    const codes = each.flat();
    const unasked = rules.filter(
      ({ place, rule }) => rule.services.some((code) => codes.includes(code)) && !isAsked(place, codes),
    );
    const spared = rules.filter(({ rule }) => isSpared(rule, each));
    return [
      ...named(unasked).map((linkId) => `${path}: a rule of "${linkId}" is about it, and that question is not asked`),
      ...named(spared).map((linkId) => `${path}: one of these codes keeps a rule of "${linkId}" from another`),
    ];
  });
}

const isAsked = ({ item, parent }: Place, codes: readonly string[]): boolean =>
  concerns(item.services, codes) && (!parent || isAsked(parent, codes));

/** Whether a rule holds for one of these by itself, and no more once they are together. */
const isSpared = ({ services, except = [] }: Rule, each: readonly (readonly string[])[]): boolean =>
  each.some((codes) => concerns(services, codes) && !except.some((code) => codes.includes(code))) &&
  except.some((code) => each.flat().includes(code));

const named = (rules: readonly { readonly place: Place }[]) => [
  ...new Set(rules.map(({ place }) => place.item.linkId)),
];

const togetherIn = ({ services }: ClinicData): readonly Together[] =>
  services.flatMap(({ screening, addOns, parts }, index) => {
    const path = `/services/${index}`;
    const ofPart = ({ serviceId }: { readonly serviceId: string }) =>
      services.find(({ id }) => id === serviceId)?.screening ?? [];
    return [
      { path: `${path}/screening`, each: parts?.map(ofPart) ?? [screening] },
      ...addOns.map((addOn, at) => ({ path: `${path}/addOns/${at}/screening`, each: [screening, addOn.screening] })),
    ];
  });
