import { wrongAddress } from '../../../endpoint/address.ts';
import { probe, type Probe } from '../../../endpoint/probe.ts';
import { fine, type Check, type Finding } from '../finding.ts';
import { refusals } from './policy.ts';

/** The version of the contract that this file speaks. */
const CONTRACT = '1';

/** Whether each booking's endpoint can be reached, lets this page in, and speaks the same contract. */
export const checkEndpoint: Check = async ({ bookings }) => {
  const endpoints = bookings.filter(({ adapter }) => !adapter).map(({ endpoint }) => endpoint);
  const findings = await Promise.all([...new Set(endpoints)].map(examined));
  return findings.flat();
};

async function examined(address: string): Promise<readonly Finding[]> {
  const wrong = wrongAddress(address, document.baseURI);
  if (wrong) return [{ kind: 'broken', says: wrong.replace(/^myo-booking: /, '') }];
  const url = new URL(address, document.baseURI).href.replace(/\/+$/, '');
  if (isMixed(url)) return [mixed(url)];
  const found = await probe(url);
  if (found.reach === 'silent' && refusals('connect-src').length > 0) return [];
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
      paste: `Access-Control-Allow-Origin: ${origin}\nAccess-Control-Allow-Methods: GET, POST, PUT, DELETE\nAccess-Control-Allow-Headers: Authorization, Content-Type, Idempotency-Key, If-Match`,
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
