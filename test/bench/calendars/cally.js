import 'cally';

document.body.innerHTML =
  '<calendar-date value="2027-01-12" locale="en-US"><calendar-month></calendar-month></calendar-date>';
const root = () => document.querySelector('calendar-month').shadowRoot;
globalThis.calendar = {
  month: () => root().querySelector('tbody').textContent,
  focus: () => document.querySelector('calendar-date').focus(),
  next: 'PageDown',
  previous: 'PageUp',
};
