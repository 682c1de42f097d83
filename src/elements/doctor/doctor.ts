/**
 * The doctor: `data-doctor` on the tag looks at the real page, in the browser of whoever set it up, and says what to
 * paste where. It sends nothing to anybody but the page's own server, its endpoint and the host of the tag's files. Its file
 * is a classic script that a module may import, since some file hosts let a page have nothing else.
 */
import type { BookingFlow } from '../booking/booking.ts';
import { checkEndpoint } from './checks/endpoint.ts';
import { checkClock, checkPage } from './checks/page.ts';
import { checkFiles } from './checks/files.ts';
import { checkPolicy, watchPolicy } from './checks/policy.ts';
import { checkTag } from './checks/tag.ts';
import { checkTrackers } from './checks/trackers.ts';
import type { Finding } from './finding.ts';
import { showPanel } from './panel.ts';

/** How long a booking has to load its own parts, and to be refused them, in milliseconds. */
const PATIENCE = 1500;

/** Looks at everything, says it in the console, and shows it on the page. */
async function examine() {
  watchPolicy();
  if (document.readyState !== 'complete') await new Promise((done) => addEventListener('load', done, { once: true }));
  await new Promise((done) => setTimeout(done, PATIENCE));
  const findings = await findAll();
  for (const finding of findings) say(finding);
  showPanel(findings, document.querySelector('myo-booking'));
}

async function findAll(): Promise<readonly Finding[]> {
  const examined = {
    tags: [...document.querySelectorAll<HTMLScriptElement>('script[data-endpoint], script[data-doctor]')],
    bookings: [...document.querySelectorAll<BookingFlow>('myo-booking')],
  };
  const endpoint = await checkEndpoint(examined);
  const rest = await Promise.all(
    [checkTag, checkFiles, checkPolicy, checkPage, checkClock, checkTrackers].map(async (check) => check(examined)),
  );
  const order = ['broken', 'risky', 'fine'];
  return [endpoint, ...rest].flat().toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
}

const say = ({ kind, says, advice = '', paste = '' }: Finding) =>
  console[kind === 'broken' ? 'error' : kind === 'risky' ? 'warn' : 'info'](
    ['myo-booking doctor:', says, advice, paste].filter(Boolean).join(' '),
  );

void examine();
