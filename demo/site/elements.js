// A page that uses the elements itself. It listens before they are defined: events need no element to be ready.
const heard = document.querySelector('#heard');
const log = document.querySelector('#log');

const treatment = (id, name, summary, minutes, amount) => ({
  id,
  name,
  summary,
  minutes,
  price: { amount, currency: 'USD' },
  kind: 'massage',
  listed: true,
  newPatients: true,
  symptoms: [],
  bodyAreas: [],
  conditions: [],
  screening: [],
  addOns: [],
  modes: ['clinic'],
});

const picker = document.querySelector('#picker');
picker.services = [
  treatment('s2', 'Medical massage', 'Time for the place that hurts and for what is connected with it.', 60, '95.00'),
  treatment('s4', 'Relaxation massage', 'Calm, flowing strokes for the whole body.', 60, '85.00'),
  treatment('s8', 'Hot stone massage', 'Smooth, warm stones loosen tight muscles.', 75, '120.00'),
];
picker.addEventListener('myo-service-select', ({ type, detail }) => {
  heard.textContent = `${type} ${JSON.stringify(detail)}`;
});

const booking = document.querySelector('myo-booking');
const told = ['myo-step-change', 'myo-service-select', 'myo-slot-select', 'myo-booking-confirm', 'myo-booking-fail'];
let lines = [];
for (const name of told)
  booking.addEventListener(name, ({ type, detail }) => {
    lines = [`${type} ${JSON.stringify(detail)}`, ...lines].slice(0, 6);
    log.replaceChildren(
      ...lines.map((text) => {
        const line = document.createElement('li');
        line.textContent = text;
        return line;
      }),
    );
  });
