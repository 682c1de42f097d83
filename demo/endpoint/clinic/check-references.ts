import { explain, loadQuestionnaire } from '../../../src/domain/checklist/index.ts';
import { isSafePattern } from '../../../src/domain/pattern.ts';
import { needsRoom } from '../schedule/mode.ts';
import { checkVisit } from './check-visit.ts';
import type { ClinicData, Shift } from './clinic-data.ts';

/** What is wrong between the parts of a clinic's data, each with its path; the parts themselves are right by now. */
export function checkReferences(data: ClinicData): readonly string[] {
  const problems: string[] = [];
  const { clinic, policy, services, therapists, rooms, closures, messages, forms } = data;
  const ids = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
  const known = {
    location: ids(clinic.locations),
    service: ids(services),
    therapist: ids(therapists),
    consent: ids(policy.consents),
  };
  const kinds = new Set(rooms.flatMap((room) => room.kinds));

  const refer = (path: string, kind: keyof typeof known, list: readonly string[] = []) =>
    list.forEach((id, index) => known[kind].has(id) || problems.push(`${path}/${index}: there is no ${kind} "${id}"`));

  for (const [name, list] of Object.entries({ services, therapists, rooms, locations: clinic.locations })) {
    list.forEach(({ id }, index) => {
      if (list.findIndex((other) => other.id === id) < index) problems.push(`/${name}/${index}/id: "${id}" is twice`);
      // A slot's id is put together with "~" from the ids of what it is made of.
      if (/[~+]/.test(id)) problems.push(`/${name}/${index}/id: must not contain "~" or "+"`);
    });
  }
  for (const [path, zone] of zonesOf(data)) if (!isZone(zone)) problems.push(`${path}: no IANA time zone`);
  services.forEach((service, index) => {
    const path = `/services/${index}`;
    refer(`${path}/locationIds`, 'location', service.locationIds);
    if (service.parts) problems.push(...checkVisit(service, services).map((problem) => `${path}/${problem}`));
    else if (needsRoom(service) && !kinds.has(service.roomKind ?? ''))
      problems.push(`${path}/roomKind: no room is of this kind`);
  });
  therapists.forEach(({ serviceIds, locationIds, roster, timeOff }, index) => {
    const path = `/therapists/${index}`;
    refer(`${path}/serviceIds`, 'service', serviceIds);
    refer(`${path}/locationIds`, 'location', locationIds);
    roster.forEach((shift, at) => {
      refer(`${path}/roster/${at}/locationId`, 'location', [shift.locationId]);
      if (shift.from >= shift.to) problems.push(`${path}/roster/${at}: "from" must be before "to"`);
      if (roster.slice(0, at).some((other) => overlap(shift, other)))
        problems.push(`${path}/roster/${at}: nobody works twice at the same time`);
    });
    timeOff.forEach(({ from, to }, at) => from > to && problems.push(`${path}/timeOff/${at}: "from" is after "to"`));
  });
  rooms.forEach(({ locationId }, index) => refer(`/rooms/${index}/locationId`, 'location', [locationId]));
  closures.forEach(({ from, to, locationId }, index) => {
    if (from > to) problems.push(`/closures/${index}: "from" is after "to"`);
    if (locationId) refer(`/closures/${index}/locationId`, 'location', [locationId]);
  });
  forms.forEach(({ services: wanting, questionnaire }, index) => {
    const { url, version } = questionnaire;
    refer(`/forms/${index}/services`, 'service', wanting);
    for (const problem of loadQuestionnaire(questionnaire).problems ?? [])
      problems.push(`/forms/${index}/questionnaire: ${explain(problem)}`);
    // A longer form comes after the booking: it stops nobody, and is the same for every treatment.
    if (/\/screening-(outcome|services)"/.test(JSON.stringify(questionnaire)))
      problems.push(`/forms/${index}/questionnaire: only the checklist screens; a longer form has no screening rules`);
    if (forms.findIndex((other) => other.questionnaire.url === url && other.questionnaire.version === version) < index)
      problems.push(`/forms/${index}/questionnaire: ${url}|${version} is twice`);
  });
  policy.fields.forEach(({ id, pattern = '' }, index) => {
    if (policy.fields.findIndex((other) => other.id === id) < index)
      problems.push(`/policy/fields/${index}/id: "${id}" is twice`);
    if (!isSafePattern(pattern, 'u'))
      problems.push(`/policy/fields/${index}/pattern: no regular expression without repeated groups`);
  });
  if (messages.afterVisit?.consent) refer('/messages/afterVisit/consent', 'consent', [messages.afterVisit.consent]);
  if (data.waitlist && !messages.bookingPage) problems.push('/waitlist: needs /messages/bookingPage');
  return problems;
}

const overlap = (one: Shift, other: Shift) =>
  one.from < other.to && other.from < one.to && one.days.some((day) => other.days.includes(day));

const zonesOf = ({ clinic }: ClinicData): readonly (readonly [string, string])[] => [
  ['/clinic/timeZone', clinic.timeZone],
  ...clinic.locations.flatMap(({ timeZone }, index) =>
    timeZone ? [[`/clinic/locations/${index}/timeZone`, timeZone] as const] : [],
  ),
];

function isZone(zone: string) {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}
