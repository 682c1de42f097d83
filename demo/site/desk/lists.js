import { email, empty, facts, make, phone } from './dom.js';
import { dayAndTime } from './times.js';

/** Who wants to be called; others too, once these are. */
export const calls = (list, more, done) =>
  list.length === 0
    ? empty('Nobody waits for a call.')
    : [
        list.map((one) => call(one, done)),
        more && empty('More wait. They are shown once these have been called.'),
      ].flat();

const call = ({ id, name, phone: number, when, asked }, done) =>
  make(
    'article',
    { className: 'card call', 'aria-label': name },
    make('h2', {}, name),
    make('p', { className: 'number' }, phone(number)),
    facts([
      ['When it suits', when],
      ['Asked', dayAndTime(asked)],
    ]),
    make('button', { className: 'link', on: { click: () => done(id) } }, `We have called ${name}`),
  );

const topics = {
  booked: 'that it is booked',
  changed: 'that it has changed',
  confirmed: 'that it is confirmed',
  freed: 'that the time is no longer kept',
  cancelled: 'that it is cancelled',
  reminder: 'the reminder',
  'after-visit': 'the word after the visit',
  links: 'the links that were asked for',
  code: 'the code',
  offer: 'the offer of a time',
  callback: 'the wish for a call',
};
const outcomes = { 'in doubt': 'Perhaps not arrived', 'given up': 'Not arrived' };

/** What may not have arrived, so that somebody calls instead. */
export const messages = (list) =>
  list.length === 0
    ? empty('Everything has arrived.')
    : list.map(({ topic, channel, to, outcome, at, reference, patient }) =>
        make(
          'article',
          { className: 'card call' },
          make('h2', {}, `${outcomes[outcome] ?? outcome}: ${topics[topic] ?? topic}`),
          facts([
            ['To', to === 'patient' || to === 'contact' ? (patient?.name ?? 'a patient') : `the ${to}`],
            ['By', channel === 'sms' ? 'text message' : channel],
            ['Phone', patient?.phone && phone(patient.phone)],
            ['E-mail', patient?.email && email(patient.email)],
            ['Booking', reference],
            ['When', dayAndTime(at)],
          ]),
        ),
      );

const actions = {
  'signed in': 'opened the desk',
  'read day': 'looked at a day',
  'read clearances': 'looked at what waits for an answer',
  'read callbacks': 'looked at the calls',
  'read messages': 'looked at the messages',
  'read log': 'looked at this log',
  'called back': 'has called somebody back',
  'sent new link': 'ended the links to a booking, for a new one',
  'looked for patient': 'looked for what is kept of a patient',
  'copied patient': 'copied what is kept of a patient',
  'erased patient': 'erased what was kept of a patient',
  'no-objection': 'noted “no objection”',
  'with-limits': 'noted “yes, with limits”',
  'advises-against': 'noted “advises against it”',
};

/** Which bookings; of many only how many. What has been erased since has no number any more. */
function about(bookings, references) {
  if (bookings === 0) return '';
  const count = bookings === 1 ? '1 booking' : `${bookings} bookings`;
  return `, ${count}${references.length > 0 ? ` (${references.join(', ')})` : ''}`;
}

/** Who has looked at what, and decided what. */
export const log = (list) =>
  list.length === 0
    ? empty('Nobody has been here before you.')
    : make(
        'ol',
        { className: 'card log' },
        list.map(({ at, person, action, bookings, references }) =>
          make(
            'li',
            {},
            make('span', { className: 'quiet' }, dayAndTime(at)),
            make('span', {}, make('b', {}, person), ` ${actions[action] ?? action}${about(bookings, references)}`),
          ),
        ),
      );
