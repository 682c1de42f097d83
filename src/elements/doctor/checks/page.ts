import { hourOf } from '../../../endpoint/probe.ts';
import { storage } from '../../shared/storage.ts';
import { fine, type Check, type Finding } from '../finding.ts';

/** More than this, in milliseconds, and the patient's clock is noticed to be wrong. */
const SLACK = 5 * 60_000;

const local = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** Whether the page itself is one on which people can book: secure, right on phones, with room for the booking. */
export const checkPage: Check = ({ bookings }) => {
  const findings: readonly (Finding | false)[] = [
    location.protocol === 'http:' && !local.test(location.hostname) && insecure,
    !document.querySelector('meta[name=viewport]') && unscaled,
    !document.documentElement.lang && speechless,
    document.compatMode === 'BackCompat' && quirky,
    bookings.some(isCut) && cut,
    bookings.some((booking) => booking.closest('a')) && linked,
    bookings.some((booking) => booking.isConnected && booking.offsetWidth > 0 && booking.offsetWidth < 240) && narrow,
    !remembers() && forgetful,
  ];
  const found = findings.filter((finding) => finding !== false);
  return found.length ? found : [fine('The page is secure, scales on phones, says its language, and has room.')];
};

/** Whether the device's clock is right, as far as the page's own server knows. */
export const checkClock: Check = async ({ bookings: [booking] }) => {
  const hour = await hourOf(location.href);
  if (!hour || !booking) return [];
  const minutes = Math.round((booking.store.now() - hour) / 60_000);
  if (Math.abs(minutes) * 60_000 <= SLACK) return [fine('The clock of this device is right.')];
  return [
    {
      kind: 'risky',
      says: `The clock of this device is ${Math.abs(minutes)} minutes ${minutes > 0 ? 'fast' : 'slow'}, or your web server’s is wrong.`,
      advice:
        'Bookings stay right, since the endpoint’s clock counts. Set the clock of this device, or tell who runs the web server.',
    },
  ];
};

const insecure: Finding = {
  kind: 'risky',
  says: 'This page is not secure (http). People on the way can read what patients answer, and change the page.',
  advice: 'Ask your host for a certificate; most give one for nothing. Then open the page with https.',
};

const unscaled: Finding = {
  kind: 'risky',
  says: 'The page does not tell phones how wide it is, so everything on it is tiny there.',
  advice: 'Paste this into the page’s head.',
  paste: '<meta name="viewport" content="width=device-width, initial-scale=1">',
};

const speechless: Finding = {
  kind: 'risky',
  says: 'The page does not say its language, so screen readers guess how to speak.',
  advice: 'Say it in the page’s first tag, for example:',
  paste: '<html lang="en">',
};

const quirky: Finding = {
  kind: 'risky',
  says: 'The page has no doctype, so browsers treat it as one of the last century. The booking works, but the page may look odd.',
  advice: 'Make this the page’s first line.',
  paste: '<!doctype html>',
};

const cut: Finding = {
  kind: 'broken',
  says: 'The booking stands in a box of a fixed height that cuts off what does not fit.',
  advice: 'Take height, max-height or overflow: hidden off the boxes around it.',
};

const narrow: Finding = {
  kind: 'risky',
  says: 'The booking has less than 240 pixels of width.',
  advice: 'Move it to a wider column, or let it open in a popup: data-mode="popup".',
};

const linked: Finding = {
  kind: 'broken',
  says: 'The booking stands inside a link: whatever is pressed in it follows that link.',
  advice: 'Move it, or what data-target names, out of the link. The tag itself may stay there.',
};

const forgetful: Finding = {
  kind: 'risky',
  says: 'This browser keeps the page from storing anything, so a reload forgets the time that is kept for a patient.',
  advice: 'In a sandboxed frame, add allow-same-origin. Otherwise only this browser is set so; bookings work.',
};

function remembers() {
  storage.set('myo-doctor', 'yes');
  const kept = storage.get('myo-doctor') === 'yes';
  storage.remove('myo-doctor');
  return kept;
}

/** Whether a box around hides a part of it for good: what scrolls can be reached. */
function isCut(booking: HTMLElement) {
  for (let at = booking.parentElement; at && at !== document.body; at = at.parentElement) {
    const hides = /hidden|clip/.test(getComputedStyle(at).overflowY);
    if (hides && booking.getBoundingClientRect().bottom > at.getBoundingClientRect().bottom + 1 && at.clientHeight > 0)
      return true;
  }
  return false;
}
