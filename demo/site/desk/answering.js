import { make } from './dom.js';
import { answers, badge, contact, notes, papers, schedule } from './visit.js';
import { dayAndTime } from './times.js';

const what = {
  'no-objection': 'Confirm the time',
  'with-limits': 'Confirm the time',
  'advises-against': 'Free the time',
};

let count = 0;

/** What somebody has answered about one booking: three ways, by whom, until when. */
export function answerForm(one, send) {
  const id = `answer-${++count}`;
  const why = {};
  const explained = (field, control) => {
    why[field] = make('p', { className: 'why', id: `${id}-${field}-why` });
    control.setAttribute('aria-describedby', why[field].id);
    return [control, why[field]];
  };
  const isCall = one.status === 'proposed';
  const by = make('input', { required: true, maxLength: 200, autocomplete: 'off' });
  const until = make('input', { type: 'date' });
  const limits = make('textarea', { rows: 2, maxLength: 2000 });
  const limitsField = make(
    'label',
    { className: 'field wide', hidden: true },
    make('span', {}, 'Which limits'),
    explained('limits', limits),
  );
  const untilField = make(
    'label',
    { className: 'field' },
    make('span', {}, 'Good until ', make('small', {}, '(if they said)')),
    explained('until', until),
  );
  const button = make('button', { className: 'go' }, what['no-objection']);
  const chosen = () => form.elements[id].value;
  const choice = (value, index) =>
    make(
      'label',
      { className: 'choice' },
      make('input', { type: 'radio', name: id, value, checked: false, required: index === 0 }),
      make('span', {}, answers[value]),
    );
  const form = make(
    'form',
    {
      className: 'answering',
      on: {
        change: () => {
          limitsField.hidden = chosen() !== 'with-limits';
          limits.required = chosen() === 'with-limits';
          untilField.hidden = chosen() === 'advises-against';
          button.textContent = what[chosen()] ?? what['no-objection'];
        },
        submit: async (event) => {
          event.preventDefault();
          button.disabled = true;
          for (const place of Object.values(why)) place.textContent = '';
          const answer = {
            booking: one.booking,
            revision: one.revision,
            answer: chosen(),
            by: by.value,
            ...(until.value && chosen() !== 'advises-against' && { until: until.value }),
            ...(chosen() === 'with-limits' && { limits: limits.value }),
          };
          const fields = await send(answer);
          button.disabled = false;
          for (const [field, detail] of Object.entries(fields ?? {}))
            if (why[field]) why[field].textContent = field === 'until' ? 'This ends before the visit.' : detail;
        },
      },
    },
    make(
      'fieldset',
      {},
      make('legend', {}, isCall ? 'What came out of the call?' : 'What does the doctor say?'),
      Object.keys(answers).map(choice),
    ),
    make(
      'label',
      { className: 'field' },
      make('span', {}, isCall ? 'Who has called' : 'Who says so'),
      explained('by', by),
    ),
    untilField,
    limitsField,
    button,
  );
  return form;
}

/** A time that is kept until somebody has answered. */
export const waiting = (one, send) =>
  make(
    'article',
    { className: 'card visit', 'aria-label': one.patient?.name ?? one.reference },
    make(
      'div',
      { className: 'about' },
      make(
        'header',
        {},
        make('h2', {}, one.patient?.name ?? 'Somebody'),
        badge(one.status),
        make('span', { className: 'reference' }, one.reference),
      ),
      make(
        'p',
        { className: 'deadline' },
        'Kept until ',
        make('b', {}, dayAndTime(one.deadline)),
        '. Then the time is free again.',
      ),
      schedule(one.appointments, dayAndTime),
      notes(one),
      contact(one.patient),
      papers(one),
      answerForm(one, send),
    ),
  );
