/**
 * What runs in `frame.html`: the one tag in a frame of its own, told by the page around how to stand; or, opened by
 * itself, on a page of the clinic's own, whose endpoint is the folder that it is served from.
 */
import type { BookingFlow } from './elements/booking/booking.ts';
import { messageIn, passedOn, type FrameMessage, type PageMessage } from './elements/extras/frame-messages.ts';

const main = document.querySelector('main') ?? document.body;
let flow: BookingFlow | undefined;

async function alone() {
  document.documentElement.classList.add('alone');
  const booking = await mount({ endpoint: new URL('.', location.href).href.replace(/\/$/, '') });
  booking.addEventListener('myo-store', () => {
    const clinic = booking.store.state.catalog.value?.clinic;
    if (clinic) document.title = `${booking.text.booking.label} · ${clinic.name}`;
  });
}

function framed() {
  addEventListener('message', ({ source, data }) => {
    if (source !== parent) return;
    const message = messageIn<PageMessage>(data);
    if (message?.myo === 'settings' && !main.firstChild) void begin(message);
    if (message?.myo === 'choose') void choose(message.link);
    if (message?.myo === 'left') leave();
  });
  new ResizeObserver(() => tell({ myo: 'height', height: main.getBoundingClientRect().height })).observe(main);
  tell({ myo: 'ready' });
}

async function begin({ attributes, looks, patient, link }: Extract<PageMessage, { myo: 'settings' }>) {
  const { style } = document.documentElement;
  for (const [name, value] of Object.entries(looks)) style.setProperty(name, value);
  document.documentElement.lang = attributes['lang'] ?? '';
  const booking = await mount(attributes);
  booking.patient = patient;
  for (const type of passedOn)
    booking.addEventListener(type, ({ detail }) => tell({ myo: 'event', type, detail: { ...detail } }));
  if (Object.keys(link).length) void choose(link);
}

/** Puts the one tag here, as any page would. */
async function mount(attributes: Readonly<Record<string, string>>): Promise<BookingFlow> {
  const tag = document.createElement('script');
  for (const [name, value] of Object.entries(attributes)) tag.setAttribute(`data-${name}`, value);
  tag.src = new URL('myo.js', document.baseURI).href;
  await new Promise((done, fail) => {
    tag.addEventListener('load', done);
    tag.addEventListener('error', fail);
    main.append(tag);
  });
  flow = document.querySelector<BookingFlow>('myo-booking')!;
  return flow;
}

const choose = ({ addOns = [], ...link }: Extract<PageMessage, { myo: 'choose' }>['link']) =>
  flow?.open(new URLSearchParams([...Object.entries(link), ...addOns.map((id) => ['add-on', id])]).toString());

/** The popup around was closed. */
function leave() {
  if (flow?.store.state.booking) flow.begin();
  else flow?.store.send({ type: 'left' });
}

/** Ids and sizes, and to whoever has framed us: which page that is, a frame cannot know. */
const tell = (message: FrameMessage) => parent.postMessage(message, '*');

if (parent === window) void alone();
else framed();
