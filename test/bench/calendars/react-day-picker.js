import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { DayPicker } from 'react-day-picker';

document.body.innerHTML = '<div id="root"></div>';
const day = new Date(2027, 0, 12);
createRoot(document.querySelector('#root')).render(
  createElement(DayPicker, { mode: 'single', defaultMonth: day, selected: day }),
);
globalThis.calendar = {
  month: () => document.querySelector('table')?.ariaLabel,
  focus: () => document.querySelector('td[data-selected] button, [aria-selected=true] button').focus(),
  next: 'PageDown',
  previous: 'PageUp',
};
