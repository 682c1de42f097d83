/**
 * The one script tag: `<script src="…/myo.js" data-endpoint="https://…/clinics/cedar">` becomes a `<myo-booking>` where it
 * stands, or in `data-target`. Each copy of this file first fires `myo-mount`: a copy that is there already cancels it and
 * looks for tags again, and the later one does nothing. Where npm has brought the elements, nobody cancels.
 */
import { BookingFlow, chunk } from './define.ts';

const ours = document.currentScript as HTMLScriptElement | null;
const attributes = ['lang', ...BookingFlow.observedAttributes];
const mounted = new WeakSet<Element>();

/** Told by an event that another copy of this file has come, or that the page is all there. */
function mountAll(told?: CustomEventInit<string> & Event) {
  told?.preventDefault();
  if (told?.detail && told.detail !== ours?.src)
    console.warn(`myo-booking: ${told.detail} does nothing after ${ours?.src}.`);
  document.querySelectorAll<HTMLScriptElement>('script[data-endpoint]').forEach(mount);
  if (ours) mount(ours);
}

/** A tag in the head, or one whose target is not there yet, waits for the rest of the page. */
function mount(tag: HTMLScriptElement) {
  const { endpoint, target } = tag.dataset;
  const ready = document.readyState !== 'loading';
  const waits = endpoint === undefined && (!ready || document.querySelector('myo-booking'));
  if (mounted.has(tag) || waits) return;
  const place = find(target);
  const inBody = document.body?.contains(tag);
  if (!ready && !place && (target || !inBody)) return;
  mounted.add(tag);
  if (target && !place) console.error(`myo-booking: data-target="${target}" matches nothing.`);

  const spot = tag.closest('a') ?? tag; // What is pressed inside a link would follow it.
  // A page that was cloned or restored brings the widget that was made for this tag along.
  const found = place ? place.querySelector('myo-booking') : spot.previousElementSibling;
  const known = found?.localName === 'myo-booking';
  const widget = known ? found : document.createElement('myo-booking');
  const follow = () => {
    for (const name of attributes) {
      const value = tag.getAttribute(`data-${name}`);
      if (value !== null) widget.setAttribute(name, value);
    }
  };
  follow();
  new MutationObserver(follow).observe(tag, { attributes: true });
  if (known) return;
  if (place) {
    widget.append(...place.childNodes);
    place.append(widget);
  } else if (inBody) spot.before(widget);
  else (document.querySelector('main') ?? document.body).append(widget);
}

/** What a selector finds; none, or one that is no selector, finds nothing. */
function find(selector: string | undefined): Element | null | undefined {
  try {
    return document.querySelector(selector!);
  } catch {
    return undefined;
  }
}

mountAll();
// The doctor comes as a classic script where modules cannot: a file host that keeps those away is what it may have to name.
const asks = document.querySelector<HTMLScriptElement>('script[data-doctor]');
if (asks)
  chunk('doctor').catch(() =>
    document.head.append(Object.assign(document.createElement('script'), { src: new URL('myo-doctor.js', asks.src) })),
  );
document.addEventListener('DOMContentLoaded', mountAll);
document.addEventListener('myo-mount', mountAll);
