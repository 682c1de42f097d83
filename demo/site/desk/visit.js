import { email, facts, make, phone } from './dom.js';
import { dateName, dayAndTime, time } from './times.js';

const statuses = {
  booked: 'Booked',
  pending: 'Waits for a doctor',
  proposed: 'We phone first',
  cancelled: 'Cancelled',
  noshow: 'Did not come',
  fulfilled: 'Was here',
};
export const answers = {
  'no-objection': 'No objection',
  'with-limits': 'Yes, with limits',
  'advises-against': 'Advises against it',
};

export const badge = (status) => make('span', { className: `badge ${status}` }, statuses[status] ?? status);

/** What a therapist has to know before they begin: the notes of the checklist, and what a doctor has said. */
export function notes({ notes: list, sites, clearance, note, written = [], changedAnswers = [] }) {
  const words = [...written, ...(note ? [{ question: '', text: note }] : [])];
  const said = clearance && [
    make('b', {}, `${answers[clearance.answer]}: ${clearance.by}`),
    clearance.limits && make('p', { className: 'limits' }, clearance.limits),
    make(
      'p',
      { className: 'quiet' },
      `${clearance.until ? `Good until ${dateName(clearance.until)}. ` : ''}Heard by ${clearance.person}, ${dayAndTime(clearance.at)}.`,
    ),
  ];
  return [
    list.length > 0 &&
      make(
        'div',
        { className: 'note' },
        make('h3', {}, 'For the therapist'),
        make(
          'ul',
          {},
          list.map(({ outcome, text }) => make('li', { className: outcome }, text)),
        ),
        sites.length > 0 && make('p', {}, make('b', {}, 'Leave out: '), sites.join(', ')),
      ),
    changedAnswers.length > 0 &&
      make(
        'div',
        { className: 'note' },
        make('h3', {}, 'Changed after the checklist had stopped the booking, put it off or asked for a doctor'),
        make(
          'ul',
          {},
          changedAnswers.map((question) => make('li', {}, question)),
        ),
      ),
    said && make('div', { className: 'note calm' }, said),
    words.length > 0 &&
      make(
        'div',
        { className: 'note plain' },
        make('h3', {}, 'The patient writes'),
        words.map(({ question, text }) => make('p', {}, question && make('b', {}, `${question} `), text)),
      ),
  ];
}

/** The language that a tag names; what is no tag is shown as it is. */
function languageName(tag) {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** How to reach somebody, and who speaks for them. */
export function contact(patient) {
  if (!patient) return '';
  const { birthDate, bookedBy, guardian, language, returning } = patient;
  const person = ({ name, relation, phone: number }) => [
    [name, relation].filter(Boolean).join(', '),
    ...(number ? [' ', phone(number)] : []),
  ];
  return facts([
    ['Phone', patient.phone && phone(patient.phone)],
    ['E-mail', patient.email && email(patient.email)],
    ['Born', birthDate && dateName(birthDate)],
    ['Speaks', language && languageName(language)],
    ['Was here before', returning === undefined ? '' : returning ? 'Yes' : 'No'],
    ['Booked by', bookedBy && person(bookedBy)],
    ['Guardian', guardian && person(guardian)],
  ]);
}

const answered = (list) =>
  make(
    'dl',
    { className: 'answers' },
    list.map(({ question, answers: given }) =>
      make('div', {}, make('dt', {}, question), make('dd', {}, given.join(', '))),
    ),
  );

/** Each text with its version, the name that was signed with, and when it was taken back. */
const agreed = (consents) =>
  make(
    'ul',
    { className: 'agreed' },
    consents.map(({ id, text = id, version, signedName, withdrawnAt }) =>
      make(
        'li',
        {},
        text,
        make('span', { className: 'quiet' }, ` Version ${version}${signedName ? `, signed ${signedName}` : ''}.`),
        withdrawnAt && make('b', {}, ` Withdrawn ${dayAndTime(withdrawnAt)}.`),
      ),
    ),
  );

const folded = (title, ...content) => make('details', {}, make('summary', {}, title), ...content);

const progress = ({ complete, started }) => (complete ? 'filled in' : started ? 'begun' : 'not begun');

/** What was answered, folded away: most days the notes are enough. */
export const papers = ({ answers: list, forms = [], fields = [], consents = [], source = '' }) => [
  source && facts([['Came by', source]]),
  fields.length > 0 && facts(fields.map(({ label, value }) => [label, value])),
  list.length > 0 && folded('Answers to the checklist', answered(list)),
  consents.length > 0 && folded(`Agreed to on ${dayAndTime(consents[0].agreedAt)}`, agreed(consents)),
  forms.map((form) => folded(`${form.title}: ${progress(form)}`, answered(form.answers))),
];

/** What, with whom, and when unless that is said already. */
export const schedule = (appointments, when) =>
  make(
    'ul',
    { className: 'schedule' },
    appointments.map(({ start, end, service, addOns, therapist, location, room, mode }) =>
      make(
        'li',
        {},
        when && make('span', { className: 'when' }, `${when(start)} to ${time(end)}`),
        make('b', {}, [service, ...addOns].join(' + ')),
        make(
          'span',
          { className: 'quiet' },
          [therapist, mode, location, room && `room ${room}`].filter(Boolean).join(', '),
        ),
      ),
    ),
  );

/** For a letter that somebody else has got hold of. */
const links = ({ booking, patient }, renew) =>
  folded(
    'A link in the wrong hands?',
    make(
      'p',
      {},
      `Whatever was sent until now opens this booking no longer. ${patient?.name ?? 'The patient'} is sent a new link.`,
    ),
    make('button', { type: 'button', className: 'link', on: { click: () => renew(booking) } }, 'Send a new link'),
  );

/** One patient's visit on a day. */
export const visit = (one, renew) =>
  make(
    'article',
    { className: 'card visit', 'aria-label': one.patient?.name ?? one.reference },
    make(
      'p',
      { className: 'hour' },
      time(one.appointments[0].start),
      make('small', {}, `to ${time(one.appointments.at(-1).end)}`),
    ),
    make(
      'div',
      { className: 'about' },
      make(
        'header',
        {},
        make('h2', {}, one.patient?.name ?? 'Somebody'),
        badge(one.status),
        one.consents.some(({ withdrawnAt }) => withdrawnAt) &&
          make('span', { className: 'badge pending' }, 'Took a consent back'),
        make('span', { className: 'reference' }, one.reference),
      ),
      schedule(one.appointments, one.appointments.length > 1 && time),
      notes(one),
      contact(one.patient),
      papers(one),
      one.status !== 'cancelled' && links(one, renew),
    ),
  );
