import type { Catalog, FirstFree } from '../contract/index.ts';
import type { BookingEndpoint } from './endpoint.ts';

/** What one tag is limited to. An empty list is no limit. */
export interface Limits {
  readonly services: readonly string[];
  readonly therapists: readonly string[];
  /** Id of the one place, or empty. */
  readonly location: string;
}

/**
 * An endpoint of which a page sees a part: what else the clinic offers is neither shown nor searched. `source` is the word
 * that goes along with a booking, as it is then; or empty.
 */
export function limited(endpoint: BookingEndpoint, limits: Limits, source: () => string | null): BookingEndpoint {
  const { location, therapists } = limits;
  const asked = (wanted: readonly string[]) => (wanted.length ? wanted : therapists);
  return {
    checklist: (options) => endpoint.checklist(options),
    hold: (request, options) => endpoint.hold(request, options),
    held: (token, options) => endpoint.held(token, options),
    extend: (token, options) => endpoint.extend(token, options),
    release: (token, options) => endpoint.release(token, options),
    catalog: async (options) => withinCatalog(await endpoint.catalog(options), limits),
    availability: (query, options) =>
      endpoint.availability(
        { ...query, location: query.location ?? (location || undefined), therapist: asked(query.therapist ?? []) },
        options,
      ),
    firstFree: async (query, options) =>
      withinFirst(
        await endpoint.firstFree({ ...query, location: query.location ?? (location || undefined) }, options),
        therapists,
      ),
    book: (token, request, options) => endpoint.book(token, { ...request, source: source() || undefined }, options),
  };
}

/** A service that a tag names is listed there, even where the clinic lists it nowhere else; parts of a visit stay known. */
function withinCatalog(catalog: Catalog, { services, therapists, location }: Limits): Catalog {
  const isNamed = (id: string) => !services.length || services.includes(id);
  const isHere = (ids: readonly string[] | undefined) => !location || !ids || ids.includes(location);
  const shown = catalog.services
    .filter(({ id, locationIds }) => isNamed(id) && isHere(locationIds))
    .map((service) => (services.length ? { ...service, listed: true } : service));
  const parts = new Set(shown.flatMap((service) => service.parts?.map(({ serviceId }) => serviceId) ?? []));
  const hidden = catalog.services
    .filter(({ id }) => parts.has(id) && !shown.some((service) => service.id === id))
    .map((service) => ({ ...service, listed: false }));
  const places = catalog.clinic.locations.filter(({ id }) => isHere([id]));
  return {
    ...catalog,
    clinic: { ...catalog.clinic, locations: places.length ? places : catalog.clinic.locations },
    services: [...shown, ...hidden],
    therapists: catalog.therapists.filter(
      ({ id, locationIds }) => (!therapists.length || therapists.includes(id)) && isHere(locationIds),
    ),
  };
}

/** The first free times of some therapists: the earliest of theirs is the first. */
function withinFirst(answer: FirstFree, therapists: readonly string[]): FirstFree {
  if (!therapists.length) return answer;
  const theirs = answer.therapists.filter(({ therapistId }) => therapists.includes(therapistId));
  const [first = null] = theirs
    .flatMap(({ slot }) => slot ?? [])
    .sort((one, other) => Date.parse(one.start) - Date.parse(other.start));
  return { first, therapists: theirs };
}
