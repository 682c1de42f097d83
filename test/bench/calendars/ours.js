/** Twelve therapists by three months: half-hours from eight to noon on every day but Sunday. */
const months = {};
const therapists = Array.from({ length: 12 }, (_, index) => ({
  id: `t${index}`,
  name: `Therapist ${index}`,
  credentials: ['LMT'],
  languages: ['en'],
  serviceIds: ['s'],
}));
for (const month of ['2026-12', '2027-01', '2027-02']) {
  const slots = [];
  for (let day = 1; day <= 28; day++) {
    const date = `${month}-${String(day).padStart(2, '0')}`;
    if (new Date(date).getUTCDay() === 0) continue;
    for (const { id } of therapists)
      for (let half = 16; half < 24; half++) {
        const at = (halves) =>
          `${date}T${String(Math.floor(halves / 2)).padStart(2, '0')}:${halves % 2 ? '30' : '00'}:00-07:00`;
        const [start, end] = [at(half), at(half + 1)];
        slots.push({ id: `${id}~${start}`, start, appointments: [{ serviceId: 's', therapistId: id, start, end }] });
      }
  }
  months[month] = { status: 'loaded', value: { slots, next: null } };
}
document.body.innerHTML = '<myo-therapist-calendar lang="en-US"></myo-therapist-calendar>';
const calendar = document.querySelector('myo-therapist-calendar');
Object.assign(calendar, {
  timeZone: 'America/Denver',
  today: '2026-11-23',
  lastDay: '2027-02-28',
  month: '2027-01',
  months,
  therapists,
});
/** So many times, spread evenly over a month, each at an instant of its own. */
const spread = (count) =>
  Array.from({ length: count }, (_, index) => {
    const instant = Date.UTC(2027, 0, 1) + Math.floor((index * 28 * 86_400_000) / count);
    const start = `${new Date(instant).toISOString().slice(0, 19)}-07:00`;
    const therapistId = `t${index % 12}`;
    return { id: `${index}`, start, appointments: [{ serviceId: 's', therapistId, start, end: start }] };
  });

const all = (selector) => [...calendar.shadowRoot.querySelectorAll(selector)];
globalThis.calendar = {
  month: () => all('#month')[0].textContent,
  times: () => all('[part~=time]').length,
  /** Milliseconds from the arrival of so many times to the end of the frame that shows them. */
  fill: async (count) => {
    const slots = spread(count);
    const begun = performance.now();
    calendar.months = { '2027-01': { status: 'loaded', value: { slots, next: null } } };
    await calendar.updateComplete;
    await new Promise((painted) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', painted);
        port1.start();
        port2.postMessage(0);
      }),
    );
    return performance.now() - begun;
  },
  focus: () => all('[data-day="2027-01-12"]')[0].focus(),
  next: 'PageDown',
  previous: 'PageUp',
};
