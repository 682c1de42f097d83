import { wrongAddress } from '../../../endpoint/address.ts';
import { probe, type Probe } from '../../../endpoint/probe.ts';
import type { BookingFlow } from '../../booking/booking.ts';
import { fine, type Check, type Finding } from '../finding.ts';
import { examinedFrame } from './frame.ts';
import { originOf } from './origin-of.ts';
import { allowing } from './allowing.ts';
import { refusals } from './policy.ts';

/** The version of the contract that this file speaks. */
const CONTRACT = '1';

/** Whether each booking's endpoint can be reached, lets in whoever asks it, and speaks the same contract. */
export const checkEndpoint: Check = async ({ bookings }) => {
  const asking = bookings.filter(({ adapter }) => !adapter);
  const once = new Map(asking.map((booking) => [`${booking.isolate} ${booking.endpoint}`, booking]));
  const findings = await Promise.all([...once.values()].map(examined));
  return findings.flat();
};

async function examined(booking: BookingFlow): Promise<readonly Finding[]> {
  const wrong = wrongAddress(booking.endpoint, document.baseURI);
  if (wrong) return [{ kind: 'broken', says: wrong.replace(/^myo-booking: /, '') }];
  const url = new URL(booking.endpoint, document.baseURI).href.replace(/\/+$/, '');
  if (isMixed(url)) return [mixed(url)];
  if (booking.isolate) return examinedFrame(booking, url);
  const found = await probe(url);
  const isRefused = originOf(url).some((origin) => refusals('connect-src').includes(origin));
  if (found.reach === 'silent' && isRefused) return [];
  return [said(found, url), ...pictured(found)];
}

/** Browsers refuse what is insecure on a secure page (W3C Mixed Content), but not what the same computer serves. */
const isMixed = (url: string) =>
  location.protocol === 'https:' && /^http:\/\/(?!(localhost|127\.0\.0\.1|\[::1\])(:|\/|$))/.test(url);

const mixed = (url: string): Finding => ({
  kind: 'broken',
  says: `This page is secure (https), so browsers refuse its endpoint ${url} (http).`,
  advice: 'Use https there too.',
});

function said(found: Probe, url: string): Finding {
  const { origin } = location;
  if (found.reach === 'silent')
    return {
      kind: 'broken',
      says: `The endpoint ${url} does not answer.`,
      advice:
        'Open its address with /catalog behind it in another tab. If that works, ask who runs it whether something on the way, such as a firewall, keeps this page out.',
      paste: `${url}/catalog`,
    };
  if (found.reach === 'closed' || (found.reach === 'open' && !found.writable))
    return {
      kind: 'broken',
      says: `The endpoint ${url} answers, but does not let this page ${found.reach === 'open' ? 'book' : 'read'}.`,
      advice:
        'Whoever runs the endpoint has to allow this page’s origin. The reference endpoint takes it in ALLOWED_ORIGINS.',
      paste: allowing(origin),
    };
  if (found.reach === 'strange')
    return {
      kind: 'broken',
      says: `What ${url} answers (${found.status}) is no booking endpoint’s.`,
      advice:
        'data-endpoint is the address of one clinic, such as https://booking.example/clinics/cedar, without /catalog behind it.',
    };
  if (found.contract !== CONTRACT)
    return {
      kind: 'broken',
      says: `The endpoint speaks version ${found.contract} of the contract, this file version ${CONTRACT}.`,
      advice: 'Use the file that belongs to the endpoint’s version.',
    };
  return fine(`The endpoint ${url} answers, lets this page in, and speaks the same contract.`);
}

/** Pictures come from hosts that the page may refuse. */
function pictured(found: Probe): readonly Finding[] {
  const insecure =
    found.reach === 'open' && location.protocol === 'https:' && found.pictures.some((one) => one.startsWith('http:'));
  return insecure
    ? [
        {
          kind: 'risky',
          says: 'Pictures in the clinic’s data have insecure addresses (http), which browsers refuse on this page.',
          advice: 'Give them https addresses in the clinic’s file.',
        },
      ]
    : [];
}
