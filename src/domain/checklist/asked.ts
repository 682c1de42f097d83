import { fits, given } from './answer.ts';
import { holds } from './conditions.ts';
import type { Answers, AnswerValue, Item, Questionnaire } from './questionnaire.ts';

/** A question that is asked now, with its answers. */
export interface Asked {
  readonly item: Item;
  readonly values: readonly AnswerValue[];
  /** Not all that was answered fits the question, and the patient can mend it; what does not fit counts for nothing. */
  readonly misfit: boolean;
}

/** An item, and the one that it stands in. */
export interface Place {
  readonly item: Item;
  readonly parent: Place | undefined;
}
export const placesOf = (items: readonly Item[], parent?: Place): readonly Place[] =>
  items.flatMap((item) => {
    const place = { item, parent };
    return [place, ...placesOf(item.items, place)];
  });

/** Every item with all that stands inside it, in order. */
export const itemsOf = (items: readonly Item[]): readonly Item[] => placesOf(items).map(({ item }) => item);

export const isQuestion = ({ type }: Item) => type !== 'group' && type !== 'display';

/** No codes means every service. */
export const concerns = (codes: readonly string[], services: readonly string[]) =>
  codes.length === 0 || codes.some((code) => services.includes(code));

/**
 * What is asked, in order, by linkId: an item is out with its parent, with another service, or when its conditions do
 * not hold. A condition on a question that is itself out sees no answer.
 */
export function ask(
  { items }: Questionnaire,
  answers: Answers,
  services: readonly string[],
): ReadonlyMap<string, Asked> {
  const places = new Map(placesOf(items).map((place) => [place.item.linkId, place]));
  const known = new Map<Place, boolean>();

  const valuesOf = (item: Item) => given(answers, item).filter((value) => fits(item, value));
  const isAsked = (place: Place): boolean => {
    if (!known.has(place)) {
      known.set(place, false); // Conditions in a circle, which loading refuses, end here.
      known.set(place, (!place.parent || isAsked(place.parent)) && isWanted(place.item));
    }
    return known.get(place)!;
  };
  const isWanted = ({ services: codes, conditions, enableBehavior }: Item) => {
    const results = conditions.map((condition) => {
      const place = places.get(condition.question);
      return holds(condition, place && isAsked(place) ? valuesOf(place.item) : []);
    });
    const met = results.length === 0 || (enableBehavior === 'any' ? results.includes(true) : !results.includes(false));
    return met && concerns(codes, services);
  };

  const asked = [...places.values()].filter(isAsked).map(({ item }): [string, Asked] => {
    const values = valuesOf(item);
    return [item.linkId, { item, values, misfit: !item.hidden && values.length < given(answers, item).length }];
  });
  return new Map(asked);
}
