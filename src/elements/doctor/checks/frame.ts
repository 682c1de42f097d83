import type { BookingFlow } from '../../booking/booking.ts';
import { frameUrl } from '../../extras/frame-url.ts';
import { fine, type Finding } from '../finding.ts';
import { allowing } from './allowing.ts';
import { refusals } from './policy.ts';

/** How long the frame has, after everything else, to load the clinic's data, in milliseconds. */
const PATIENCE = 5000;

/**
 * Whether an isolated booking has come up. Its frame asks the endpoint, from the origin of its files, so that nothing
 * which this page could ask itself would tell.
 */
export async function examinedFrame(booking: BookingFlow, endpoint: string): Promise<readonly Finding[]> {
  const { origin } = frameUrl;
  if (origin === location.origin || refusals('frame-src').includes(origin)) return []; // Other checks say so.
  const until = performance.now() + PATIENCE;
  while (!isShown(booking) && performance.now() < until) await new Promise((done) => setTimeout(done, 100));
  if (isShown(booking)) return [fine(`The isolated booking is there: the endpoint ${endpoint} lets its frame in.`)];
  return [
    {
      kind: 'broken',
      says: `The isolated booking does not come up: its frame ${frameUrl.href} is away, or the endpoint ${endpoint} does not let it in.`,
      advice: `Allow ${origin} at the endpoint, since the frame asks it and not this page. The reference endpoint takes it in ALLOWED_ORIGINS.`,
      paste: allowing(origin),
    },
  ];
}

/** What stands in a booking's place is left out once the frame has the clinic's data, in a popup that is closed too. */
const isShown = ({ shadowRoot }: BookingFlow) =>
  Boolean(shadowRoot?.querySelector('iframe[part~=isolated]') && !shadowRoot.querySelector('iframe ~ slot'));
