import { make } from './dom.js';

/** What is kept of one patient: a copy for them to have, and its end. `copy` and `erase` ask the endpoint for either. */
export function patients({ copy, erase, say }) {
  const contact = make('input', { required: true, autocomplete: 'off', spellcheck: false });
  const name = make('select', {});
  const nameField = make('label', { className: 'field', hidden: true }, make('span', {}, 'Whose'), name);
  const upcoming = make('input', { type: 'checkbox' });
  const upcomingField = make(
    'label',
    { className: 'choice', hidden: true },
    upcoming,
    make('span', {}, 'Also what is still to come. Nobody is told of it.'),
  );
  const why = make('p', { className: 'why', role: 'alert' });
  const result = make('div', {});

  const wanted = () => ({ contact: contact.value.trim(), ...(!nameField.hidden && { name: name.value }) });
  const forget = () => {
    why.textContent = '';
    result.replaceChildren();
  };
  /** Somebody else's records are asked for from the beginning. */
  const begin = () => {
    forget();
    for (const field of [nameField, upcomingField]) field.hidden = true;
    upcoming.checked = false;
  };
  /** What the endpoint answers; nothing where it first has to be said whose records are meant, or it refuses. */
  const answered = async (request) => {
    forget();
    try {
      const answer = await request();
      if (!answer.names) return answer;
      name.replaceChildren(...answer.names.map((one) => make('option', {}, one)));
      nameField.hidden = false;
      why.textContent =
        answer.names.length > 1
          ? 'Several people share this contact. Pick one.'
          : 'Only the end of this number is theirs. Go on if it is them.';
      name.focus();
    } catch (error) {
      if (error.status === undefined) throw error;
      if (error.fields.upcoming) upcomingField.hidden = false;
      why.textContent = error.message;
    }
    return undefined;
  };

  const copies = async (event) => {
    event.preventDefault();
    const answer = await answered(() => copy(wanted()));
    if (answer) result.replaceChildren(...copyShown(answer.copy));
  };
  const erases = async () => {
    const answer = await answered(() =>
      erase({ ...wanted(), ...(!upcomingField.hidden && { upcoming: upcoming.checked }) }),
    );
    if (!answer) return;
    contact.value = '';
    begin();
    say('Erased. Backups keep it until they are gone.');
    contact.focus();
  };
  const asksOnce = () => {
    forget();
    if (!contact.reportValidity()) return;
    const button = make('button', { type: 'button', className: 'go', on: { click: erases } }, 'Erase for good');
    result.replaceChildren(make('p', {}, 'This cannot be taken back. Give the patient their copy first.'), button);
    button.focus();
  };

  contact.addEventListener('input', begin);
  name.addEventListener('change', forget);
  return make(
    'form',
    { className: 'card records', on: { submit: copies } },
    make('label', { className: 'field' }, make('span', {}, 'E-mail address or phone'), contact),
    nameField,
    upcomingField,
    why,
    make('button', { className: 'go' }, 'Copy what is kept'),
    make('button', { type: 'button', className: 'link', on: { click: asksOnce } }, 'Erase it …'),
    result,
  );
}

/** To read here, and to save; only where somebody saves it does it leave the memory of this page. */
function copyShown(copy) {
  const text = JSON.stringify(copy, undefined, 2);
  const href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  return [
    make('p', {}, make('a', { href, download: 'patient.json' }, 'Save the copy')),
    make('details', {}, make('summary', {}, 'Read it here'), make('pre', { tabIndex: 0 }, text)),
  ];
}
