import type { PlannedService } from './clinic-data.ts';

/** What is wrong with a visit beside the services that it is made of, each with its path inside the visit. */
export function checkVisit(visit: PlannedService, services: readonly PlannedService[]): readonly string[] {
  const { parts = [], minutes, screening, addOns } = visit;
  const found = parts.map(({ serviceId }) => services.find(({ id }) => id === serviceId));
  const sum = found.reduce((all, service) => all + (service?.minutes ?? 0), 0);
  const asked = found.flatMap((service) => service?.screening ?? []);
  return [
    ...(parts.length < 2 ? ['parts: a visit has at least two parts'] : []),
    ...(addOns.length > 0 ? ['addOns: a visit has none'] : []),
    ...found.flatMap((service, index) =>
      service && !service.parts ? [] : [`parts/${index}/serviceId: no service of its own`],
    ),
    ...parts.flatMap(({ gap }, index) => (gap && gap.min > gap.max ? [`parts/${index}/gap: "min" is over "max"`] : [])),
    ...(found.every(Boolean) && sum !== minutes ? [`minutes: its parts take ${sum}`] : []),
    ...(asked.every((code) => screening.includes(code)) ? [] : ['screening: needs all that its parts have']),
    ...(found.every(Boolean) && screening.some((code) => !asked.includes(code))
      ? ['screening: has what none of its parts has, so nobody would be held to it']
      : []),
  ];
}
