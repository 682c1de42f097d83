import flatpickr from 'flatpickr';

document.body.innerHTML = '<input id="date" />';
flatpickr('#date', { inline: true, defaultDate: '2027-01-12' });
globalThis.calendar = {
  month: () => document.querySelector('.flatpickr-day').ariaLabel,
  focus: () => document.querySelector('.flatpickr-day.selected').focus(),
  next: 'Control+ArrowRight',
  previous: 'Control+ArrowLeft',
};
