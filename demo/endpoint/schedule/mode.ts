import type { Service } from '../../../src/contract/index.ts';

/** How a service is given: the first of its modes (`clinic`, `video`, `phone`, `home`; the list is open). */
export const modeOf = ({ modes }: Pick<Service, 'modes'>): string => modes[0] ?? 'clinic';

/** What an appointment says of how it is held: nothing where it is as most are, at the clinic. */
export const modeShown = (service: Pick<Service, 'modes'> | undefined): { readonly mode?: string } =>
  service && !needsRoom(service) ? { mode: modeOf(service) } : {};

/** Only who comes to the clinic needs a room there. */
export const needsRoom = (service: Pick<Service, 'modes'>): boolean => modeOf(service) === 'clinic';
