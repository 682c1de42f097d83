/** What a clinic offers, put in the order in which a patient looks for it. */
import type { Location, Money, Notice, Service } from '../contract/index.ts';
import { once } from './once.ts';

/** Services that differ only in length, shortest first; most families have one member. */
export type Family = readonly [Service, ...Service[]];

/** The lists in which a service says what it is for. */
export const topicKinds = ['bodyAreas', 'conditions', 'symptoms'] as const;
export type TopicKind = (typeof topicKinds)[number];

/** Something that a patient may look for: a place that hurts, how it feels, what they live with. */
export interface Topic {
  readonly kind: TopicKind;
  readonly code: string;
}

/** Families of what is listed, or has been chosen by its link; a first assessment comes last, for whoever is not sure. */
export function familiesOf(services: readonly Service[], chosenId = ''): readonly Family[] {
  const families: Service[][] = [];
  for (const service of services.filter(({ id, listed }) => listed || id === chosenId)) {
    const family = families.find((members) => belongs(service, members));
    if (family) family.push(service);
    else families.push([service]);
  }
  return families
    .map((members) => members.toSorted((a, b) => a.minutes - b.minutes) as unknown as Family)
    .toSorted((a, b) => Number(isAssessment(a)) - Number(isAssessment(b)));
}

/** A length that is there already is another treatment, whatever the family says. */
const belongs = ({ family, minutes }: Service, members: readonly Service[]) =>
  !!family && members[0]?.family === family && members.every((member) => member.minutes !== minutes);

export const isAssessment = ([{ kind }]: Family) => kind === 'assessment';

/** Whether any of the family is for what the patient looks for. */
export const isFor = (family: Family, code: string) =>
  family.some((service) => topicKinds.some((kind) => service[kind].includes(code)));

/** In what mixture topics are shown: most patients know where it hurts. */
const share = { bodyAreas: 3, conditions: 1, symptoms: 1 } as const;

/**
 * What patients can look for, most useful first. A topic is worth most when it halves the list; one that every treatment
 * shares is worth nothing and left out.
 */
export function topicsOf(families: readonly Family[]): readonly Topic[] {
  const treatments = families.filter((family) => !isAssessment(family));
  const worth = once((code) => {
    const found = treatments.filter((family) => isFor(family, code)).length;
    return found * (treatments.length - found);
  });
  return topicKinds
    .flatMap((kind) =>
      unique(treatments.flat().flatMap((service) => service[kind]))
        .filter(worth)
        .toSorted((a, b) => worth(b) - worth(a))
        .map((code, rank) => ({ kind, code, turn: rank / share[kind] })),
    )
    .toSorted((a, b) => a.turn - b.turn)
    .filter(({ code }, index, topics) => topics.findIndex((topic) => topic.code === code) === index);
}

const unique = (codes: readonly string[]) => [...new Set(codes)];

/** Where a service is given; a service that names no place is given at all of them. */
export const placesOf = ({ locationIds }: Service, locations: readonly Location[]): readonly Location[] =>
  locations.filter(({ id }) => !locationIds?.length || locationIds.includes(id));

/** The lowest price that a family names, and whether another one costs more. */
export function lowestPrice(family: Family): { readonly price: Money; readonly more: boolean } | undefined {
  const prices = family.flatMap(({ price }) => price ?? []).toSorted((a, b) => Number(a.amount) - Number(b.amount));
  const [price] = prices;
  return price && { price, more: prices.at(-1)?.amount !== price.amount };
}

/** Whether a notice holds at an instant (milliseconds since 1970): from its first to just before its last one. */
export const isCurrent = ({ from, to }: Notice, now: number) =>
  (!from || Date.parse(from) <= now) && (!to || now < Date.parse(to));
