/**
 * The one script tag: `<script src="…/myo.js" data-endpoint="https://…/clinics/cedar">` becomes a `<myo-booking>` where it
 * stands, or in `data-target`. A second copy of this file defines nothing: it fires `myo-mount`, and the first copy looks
 * for tags again.
 */
import { BookingFlow } from './define.ts';

const ours = document.currentScript;
const attributes = ['lang', ...BookingFlow.observedAttributes];
const mounted = new WeakSet<Element>();

function mountAll() {
  const named = document.querySelectorAll<HTMLScriptElement>('script[data-endpoint]');
  for (const tag of new Set([...(ours instanceof HTMLScriptElement ? [ours] : []), ...named])) mount(tag);
}

/** A tag in the head, or one whose target is not there yet, waits for the rest of the page. */
function mount(tag: HTMLScriptElement) {
  const { target } = tag.dataset;
  const ready = document.readyState !== 'loading';
  if (mounted.has(tag) || (!('endpoint' in tag.dataset) && document.querySelector('myo-booking'))) return;
  const place = target ? document.querySelector(target) : null;
  const inBody = document.body?.contains(tag);
  if (!ready && !place && (target || !inBody)) return;
  mounted.add(tag);
  if (target && !place) console.error(`myo-booking: data-target="${target}" matches nothing on this page.`);

  const known = place?.querySelector('myo-booking') ?? (place ? null : neighbour(tag));
  const widget = known ?? document.createElement('myo-booking');
  for (const name of attributes) {
    const value = tag.getAttribute(`data-${name}`);
    if (value !== null) widget.setAttribute(name, value);
  }
  if (known) return;
  if (place) {
    widget.append(...place.childNodes);
    place.append(widget);
  } else if (inBody) tag.before(widget);
  else (document.querySelector('main') ?? document.body).append(widget);
}

/** A page that was cloned or restored brings the widget that was made for this tag along. */
function neighbour(tag: Element): Element | null {
  const before = tag.previousElementSibling;
  return before?.localName === 'myo-booking' ? before : null;
}

mountAll();
document.addEventListener('DOMContentLoaded', mountAll);
document.addEventListener('myo-mount', mountAll);
