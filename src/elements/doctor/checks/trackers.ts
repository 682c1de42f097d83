import { frameUrl } from '../../extras/frame-url.ts';
import { fine, type Check, type Finding } from '../finding.ts';

/** Scripts that watch visitors: their name, what they leave on the page, and where they come from. */
export const trackers: readonly (readonly [string, string, RegExp])[] = [
  ['Google Analytics', 'gtag', /googletagmanager\.com\/gtag|google-analytics\.com/],
  ['Google Tag Manager', 'google_tag_manager', /googletagmanager\.com\/gtm/],
  ['Meta Pixel', 'fbq', /connect\.facebook\.net/],
  ['TikTok Pixel', 'ttq', /analytics\.tiktok\.com/],
  ['LinkedIn Insight', '_linkedin_data_partner_ids', /snap\.licdn\.com/],
  ['Pinterest Tag', 'pintrk', /s\.pinimg\.com\/ct/],
  ['Microsoft Clarity', 'clarity', /clarity\.ms/],
  ['Hotjar', 'hj', /static\.hotjar\.com/],
  ['FullStory', '_fs_namespace', /fullstory\.com/],
  ['LogRocket', '_LRLogger', /cdn\.(lr-|logrocket)/],
  ['Mouseflow', 'mouseflow', /mouseflow\.com/],
  ['Smartlook', 'smartlook', /smartlook\.com/],
  ['Lucky Orange', 'LO', /luckyorange\.com/],
  ['Matomo', 'Matomo', /matomo\.(js|php)|piwik\.js/],
  ['PostHog', 'posthog', /posthog/],
  ['Heap', 'heap', /heapanalytics\.com/],
  ['Sentry', '__SENTRY__', /sentry-cdn\.com|browser\.sentry/],
  ['rrweb', 'rrwebRecord', /rrweb/],
];

/** Names the scripts on this page that watch visitors. */
export const checkTrackers: Check = ({ bookings }) => {
  if (bookings.some(({ isolate }) => isolate) && frameUrl.origin === location.origin) return [notIsolated];
  const sources = [...document.scripts].map(({ src }) => src);
  const found = trackers
    .filter(([, left, from]) => left in globalThis || sources.some((source) => from.test(source)))
    .map(([name]) => name);
  if (found.length === 0) return [fine('No tracker that is known here runs on this page.')];
  if (bookings.length > 0 && bookings.every(({ isolate }) => isolate))
    return [fine(`${listed(found)} on this page cannot see into the booking: it is isolated.`)];
  return [
    {
      kind: 'risky',
      says: `${listed(found)} on this page. Recorders that keep to their own marks see nothing of the booking, but any script of a page can read what is typed into it.`,
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

const listed = (names: readonly string[]) =>
  `${new Intl.ListFormat('en').format(names)} ${names.length > 1 ? 'run' : 'runs'}`;
