// The first desk of a clinic: who comes, what waits for an answer, whom to call. Everything stays in this page's memory.
import { waiting } from './answering.js';
import { deskOf } from './ask.js';
import { empty, make } from './dom.js';
import { calls, log, messages } from './lists.js';
import { patients } from './patients.js';
import { addDays, dateName, dayName } from './times.js';
import { visit } from './visit.js';

const by = (id) => document.getElementById(id);
const main = by('main');
const say = (words) => (by('said').textContent = words);

let desk;
let state = { date: '', today: '', view: 'day', checklist: undefined, records: false };

const views = {
  day: { name: 'Visits', title: () => dayName(state.date), load: loadDay },
  clearances: { name: 'To answer', title: () => 'Waiting for an answer', load: loadClearances },
  calls: { name: 'Calls', title: () => 'Who wants to be called', load: loadCalls },
  messages: {
    name: 'Messages',
    title: () => 'What may not have arrived',
    load: async () => messages((await desk.messages()).messages),
  },
  patients: {
    name: 'Patients',
    title: () => 'What is kept of a patient',
    load: async () => patients({ copy: desk.copyPatient, erase: desk.erasePatient, say }),
    isOpen: () => state.records,
  },
  log: { name: 'Log', title: () => 'Who has looked at what', load: async () => log((await desk.log()).log) },
};

by('sign-in').addEventListener('submit', async (event) => {
  event.preventDefault();
  by('refused').textContent = '';
  desk = deskOf(main.dataset.endpoint, by('key').value.trim());
  try {
    const { person, clinic, today, checklist, records } = await desk.signIn();
    state = { ...state, date: today, today, checklist, records };
    by('key').value = '';
    by('clinic').textContent = clinic.name;
    by('person').textContent = person;
    document.title = `Desk of ${clinic.name}`;
    for (const id of ['views', 'person']) by(id).hidden = false;
    await show('day');
  } catch (error) {
    if (error.status === undefined) throw error;
    by('refused').textContent = error.message;
    by('key').focus();
  }
});

/** Shows a view anew; what is asked for again stays on screen until the answer is here. */
async function show(view, change = {}) {
  state = { ...state, ...change, view };
  main.setAttribute('aria-busy', 'true');
  const shown = state;
  const content = await views[view].load().catch((error) => {
    if (error.status === undefined) throw error;
    return make('p', { className: 'card why', role: 'alert' }, error.message);
  });
  if (shown !== state) return; // Somebody has gone on meanwhile.
  main.removeAttribute('aria-busy');
  by('views').replaceChildren(
    ...Object.entries(views)
      .filter(([, { isOpen = () => true }]) => isOpen())
      .map(([id, { name }]) =>
        make('button', { type: 'button', 'aria-current': id === view && 'page', on: { click: () => go(id) } }, name),
      ),
  );
  const title = make('h1', { tabIndex: -1 }, views[view].title());
  main.replaceChildren(
    ...[draft(), make('div', { className: 'title' }, title, view === 'day' && days()), content].flat().filter(Boolean),
  );
  title.focus();
}

/** Somebody goes elsewhere: what was said before has been heard. */
function go(view, change) {
  say('');
  return show(view, change);
}

/** Until somebody stands behind the checklist, everybody who works with it should know. */
function draft() {
  const { draft: isDraft, version, review } = state.checklist;
  if (!isDraft)
    return make(
      'p',
      { className: 'quiet' },
      `Checklist ${version}, reviewed by ${review.by}, ${dateName(review.date)}.`,
    );
  return make(
    'div',
    { className: 'note', role: 'note' },
    make('b', {}, 'The checklist is a draft. '),
    'No clinician has signed it. The clinic names who has reviewed it, when, and which version, before patients rely on it.',
  );
}

function days() {
  const button = (label, date) =>
    make('button', { type: 'button', className: 'link', on: { click: () => go('day', { date }) } }, label);
  const date = make('input', {
    type: 'date',
    value: state.date,
    'aria-label': 'Another day',
    on: { change: () => date.value && go('day', { date: date.value }) },
  });
  return make(
    'div',
    { className: 'days' },
    button('Day before', addDays(state.date, -1)),
    state.date !== state.today && button('Today', state.today),
    button('Next day', addDays(state.date, 1)),
    date,
  );
}

async function loadDay() {
  const { appointments } = await desk.day(state.date);
  const renew = async (booking) => {
    const { ways } = await desk.newLink(booking);
    say(ways.length > 0 ? newLink(ways) : 'Done. We have no way to send the new link: please call them.');
  };
  const renewed = (booking) => renew(booking).catch((error) => say(error.message));
  return appointments.length > 0
    ? appointments.map((one) => visit(one, renewed))
    : empty('Nobody is booked for this day.');
}

const newLink = (ways) =>
  `Done. A new link is on its way by ${ways.map((way) => (way === 'sms' ? 'text message' : 'e-mail')).join(' and ')}.`;

async function loadClearances() {
  const { clearances } = await desk.clearances();
  const send = async (answer) => {
    try {
      const { status, patient } = await desk.answer(answer);
      const name = patient?.name ?? 'The patient';
      say(
        status === 'booked'
          ? `Confirmed. ${name} will hear of it.`
          : `The time is free again. ${name} will hear of it.`,
      );
      await show('clearances');
    } catch (error) {
      if (error.status === undefined) throw error;
      say(error.message);
      if (error.status === 412 || error.status === 404) await show('clearances');
      return error.fields;
    }
    return {};
  };
  return clearances.length > 0 ? clearances.map((one) => waiting(one, send)) : empty('Nothing waits for an answer.');
}

async function loadCalls() {
  const { callbacks, more } = await desk.callbacks();
  const done = async (id) => {
    await desk.calledBack(id);
    say('Noted.');
    await show('calls');
  };
  return calls(callbacks, more, (id) => done(id).catch((error) => say(error.message)));
}
