import { frameUrl } from '../../extras/frame-url.ts';
import { fine, type Check, type Finding } from '../finding.ts';

type Tracker = readonly [name: string, leaves: string, from: RegExp, marked?: 'marked'];

/**
 * Scripts that watch visitors: their name, what they leave on the page, where they come from, and whether what they
 * record leaves out what is marked as every part of a booking is.
 */
export const trackers: readonly Tracker[] = [
  ['Google Analytics', 'gtag', /googletagmanager\.com\/gtag|google-analytics\.com/],
  ['Google Tag Manager', 'google_tag_manager', /googletagmanager\.com\/gtm/],
  ['Meta Pixel', 'fbq', /connect\.facebook\.net/],
  ['TikTok Pixel', 'ttq', /analytics\.tiktok\.com/],
  ['LinkedIn Insight', '_linkedin_data_partner_ids', /snap\.licdn\.com/],
  ['Pinterest Tag', 'pintrk', /s\.pinimg\.com\/ct/],
  ['Microsoft Clarity', 'clarity', /clarity\.ms/, 'marked'],
  ['Hotjar', 'hj', /static\.hotjar\.com/, 'marked'],
  ['FullStory', '_fs_namespace', /fullstory\.com/, 'marked'],
  ['LogRocket', '_LRLogger', /cdn\.(lr-|logrocket)/, 'marked'],
  ['Mouseflow', 'mouseflow', /mouseflow\.com/],
  ['Smartlook', 'smartlook', /smartlook\.com/, 'marked'],
  ['Lucky Orange', 'LO', /luckyorange\.com/],
  ['Matomo', 'Matomo', /matomo\.(js|php)|piwik\.js/],
  ['PostHog', 'posthog', /posthog/, 'marked'],
  ['Heap', 'heap', /heapanalytics\.com/],
  ['Datadog', 'DD_RUM', /datadoghq-browser-agent\.com/, 'marked'],
  ['Sentry', '__SENTRY__', /sentry-cdn\.com|browser\.sentry/, 'marked'],
  ['rrweb', 'rrwebRecord', /rrweb/, 'marked'],
];

/** Names the scripts on this page that watch visitors. */
export const checkTrackers: Check = ({ bookings }) => {
  if (bookings.some(({ isolate }) => isolate) && frameUrl.origin === location.origin) return [notIsolated];
  const sources = [...document.scripts].map(({ src }) => src);
  const found = trackers.filter(([, left, from]) => left in globalThis || sources.some((source) => from.test(source)));
  if (found.length === 0) return [fine('No tracker that is known here runs on this page.')];
  if (bookings.length > 0 && bookings.every(({ isolate }) => isolate))
    return [fine(`${runs(found)} on this page cannot see into the booking: it is isolated.`)];
  return [
    {
      kind: 'risky',
      says: `${runs(found)} on this page. ${recorded(found)}Any script of a page can read what is typed into the booking.`,
      advice:
        'Where patients answer questions about their health, let the booking run in a frame of its own, which no script of the page can look into. Add this to the tag.',
      paste: 'data-isolate',
    },
  ];
};

/** A frame of the page's own host is open to every script of the page. */
const notIsolated: Finding = {
  kind: 'broken',
  says: 'data-isolate does nothing here: myo.js comes from the host of this page, whose scripts could look into its frame.',
  advice: 'Serve the files from a host of their own. Until then patients see what stands in the tag’s place.',
};

const listed = (found: readonly Tracker[]) => new Intl.ListFormat('en').format(found.map(([name]) => name));

const runs = (found: readonly Tracker[]) => `${listed(found)} ${found.length > 1 ? 'run' : 'runs'}`;

/** What is said of each: a mark helps only where its recorder knows it. */
function recorded(found: readonly Tracker[]) {
  const [kept, others] = [found.filter(([, , , marked]) => marked), found.filter(([, , , marked]) => !marked)];
  return [
    kept.length ? `The booking is marked so that ${listed(kept)} ${kept.length > 1 ? 'leave' : 'leaves'} it out. ` : '',
    others.length ? `No mark keeps it from ${listed(others)}. ` : '',
  ].join('');
}
