/**
 * What runs in `frame.html`: the one tag in a frame of its own, told by the page around how to stand; or, opened by
 * itself, on a page of the clinic's own, whose endpoint is the folder that it is served from.
 */
import type { BookingFlow } from './elements/booking/booking.ts';
import {
  handedOn,
  looks as known,
  messageIn,
  passedOn,
  type FrameMessage,
  type PageMessage,
} from './elements/extras/frame-messages.ts';

const main = document.querySelector('main') ?? document.body;
let flow: BookingFlow | undefined;

async function alone() {
  document.documentElement.classList.add('alone');
  const booking = await mount({ endpoint: new URL('.', location.href).href.replace(/\/$/, '') });
  if (!booking) main.textContent = document.documentElement.lang.startsWith('es') ? callUs.es : callUs.en;
}

/** What a page of our own says where there is no booking on it. */
const callUs = {
  en: 'Booking online does not work right now. Please call the clinic.',
  es: 'Ahora no se puede reservar en línea. Por favor, llame a la clínica.',
};

/** A frame and a page are named in the language of the booking. */
function entitle({ store, text }: BookingFlow) {
  const clinic = store.state.catalog.value?.clinic;
  if (clinic) document.title = `${text.booking.label} · ${clinic.name}`;
}

function framed() {
  addEventListener('message', ({ source, data }) => {
    if (source !== parent) return;
    const message = messageIn<PageMessage>(data);
    if (message?.myo === 'settings') void (main.firstChild ? follow(message) : begin(message));
    if (message?.myo === 'choose') void choose(message.link);
    if (message?.myo === 'left') leave();
  });
  // Keys that are typed into fields end at the booking; whether it has used this one is known once it has had it.
  const escaped = (event: KeyboardEvent) =>
    event.key === 'Escape' && setTimeout(() => event.defaultPrevented || tell({ myo: 'escape' }));
  addEventListener('keydown', escaped, true);
  new ResizeObserver(() => tell({ myo: 'height', height: main.getBoundingClientRect().height })).observe(main);
  tell({ myo: 'ready' });
}

type Settings = Extract<PageMessage, { myo: 'settings' }>;

async function begin({ attributes: told, looks, patient, link }: Settings) {
  const attributes = knownOf(told);
  if (!isServed(attributes['endpoint'] ?? ''))
    return console.error(
      `myo-booking: frame.html does not serve ${attributes['endpoint']}. Name it in its meta myo-endpoints.`,
    );
  dress(attributes, looks);
  const booking = await mount(attributes);
  if (!booking) return;
  booking.patient = patient;
  booking.addEventListener('myo-store', () => booking.store.state.catalog.value && tell({ myo: 'shown' }));
  for (const type of passedOn)
    booking.addEventListener(type, ({ detail }) => tell({ myo: 'event', type, detail: { ...detail } }));
  if (Object.keys(link).length) void choose(link);
}

/** The page around has changed: the booking inside follows, and its endpoint stays the one that was named first. */
function follow({ attributes: told, looks, patient }: Settings) {
  const attributes = knownOf(told);
  dress(attributes, looks);
  if (!flow) return;
  for (const name of handedOn.filter((one) => one !== 'endpoint')) {
    const value = attributes[name];
    if (value === undefined) flow.removeAttribute(name);
    else if (flow.getAttribute(name) !== value) flow.setAttribute(name, value);
  }
  // What the patient has read through is what is booked.
  const isRead = ['review', 'confirmed'].includes(flow.store.state.step);
  if (!isRead && JSON.stringify(patient) !== JSON.stringify(flow.patient)) flow.patient = patient;
}

/** Whatever else a page names is none of ours, such as `ENDPOINT`, which markup takes for `endpoint`. */
const knownOf = (told: Settings['attributes']): Readonly<Record<string, string>> =>
  Object.fromEntries(handedOn.flatMap((name) => (Object.hasOwn(told, name) ? [[name, String(told[name])]] : [])));

function dress(attributes: Settings['attributes'], looks: Settings['looks']) {
  const root = document.documentElement;
  for (const [name, value] of Object.entries(looks)) if (isLook(name, value)) root.style.setProperty(name, value);
  // Whoever hears of a language speaks anew, be it the same one.
  const { lang = '' } = attributes;
  if (root.lang !== lang) root.lang = lang;
}

/** A script of the page could name any other property, and one that loads something; an escape may hide that. */
const isLook = (name: string, value: string) =>
  (name.startsWith('--myo-') || known.some((one) => one === name)) && !/\\|\b(url|src|image|image-set)\(/i.test(value);

/**
 * A script of the page could speak before ours does, and name an endpoint of its own: only those that this file names
 * count, as a browser will read them, so that `cedar/../other` is another one.
 */
function isServed(named: string) {
  const endpoint = URL.canParse(named) ? new URL(named).href : named;
  const served = document
    .querySelector<HTMLMetaElement>('meta[name=myo-endpoints]')
    ?.content.split(/\s+/)
    .filter(Boolean);
  return !served?.length || served.some((one) => `${endpoint}/`.startsWith(one.replace(/\/*$/, '/')));
}

/** Puts the one tag here, as any page would; undefined where its file is missing or cannot run. */
async function mount(attributes: Readonly<Record<string, string>>): Promise<BookingFlow | undefined> {
  const tag = document.createElement('script');
  for (const [name, value] of Object.entries(attributes)) tag.setAttribute(`data-${name}`, value);
  tag.src = new URL('myo.js', document.baseURI).href;
  await new Promise((done) => {
    tag.addEventListener('load', done);
    tag.addEventListener('error', done);
    main.append(tag);
  });
  const booking = document.querySelector<BookingFlow>('myo-booking') ?? undefined;
  if (!booking) console.error(`myo-booking: the frame has no booking. Put myo.js beside ${location.href}.`);
  booking?.addEventListener('myo-store', () => entitle(booking));
  flow = booking;
  return booking;
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
