// A timestamp carries the clinic's own offset: its wall clock is laid on UTC, so that no zone of this computer moves it.
const wall = (timestamp) => Date.parse(`${timestamp.slice(0, 19)}Z`);
const format = (options) => {
  const formatter = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', ...options });
  return (timestamp) => formatter.format(wall(timestamp));
};

export const time = format({ hour: 'numeric', minute: '2-digit' });
export const dayAndTime = format({
  weekday: 'short',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
});
const longDay = format({ weekday: 'long', month: 'long', day: 'numeric' });
const plainDay = format({ month: 'long', day: 'numeric', year: 'numeric' });

const midnight = (date) => `${date}T00:00:00`;
export const dayName = (date) => longDay(midnight(date));
export const dateName = (date) => plainDay(midnight(date));

/** The day so many days later, or earlier. */
export const addDays = (date, days) =>
  new Date(Date.parse(`${date}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
