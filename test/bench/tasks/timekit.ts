import type { Page } from 'playwright-core';
import type { Subject } from './subject.ts';

const cors = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' };
const free = Array.from({ length: 20 }, (_, day) =>
  Array.from({ length: 14 }, (_, half) => {
    const start = new Date(Date.UTC(2026, 10, 24 + day, 15, 30 * half));
    const end = new Date(start.getTime() + 3_600_000);
    return { start: start.toISOString(), end: end.toISOString(), resources: [{ id: 'r1', name: 'Ana' }] };
  }),
).flat();

/** Timekit's booking.js: a week with its free times, then a form. Its own API is answered from memory. */
export const timekit = ({ script, style }: { readonly script: string; readonly style: string }): Subject => ({
  name: 'timekit-booking',
  head: `<script src="/timekit.js"></script><link rel="stylesheet" href="/timekit.css">`,
  body: '<div id="bookingjs"></div>',
  async serve(page: Page) {
    await page.route('**/timekit.js', (route) => route.fulfill({ body: script, contentType: 'text/javascript' }));
    await page.route('**/timekit.css', (route) => route.fulfill({ body: style, contentType: 'text/css' }));
    await page.route('**/api.timekit.io/**', (route) =>
      route.fulfill({ json: { data: route.request().url().includes('availability') ? free : [] }, headers: cors }),
    );
  },
  steps: [
    [
      'it comes',
      `new TimekitBooking().init({ app_key: 'test_widget_key_x', project_id: 'p1', resources: ['r1'], disable_remote_load: true, availability: { length: '1 hour' }, ui: { timezone: 'America/Denver' } })`,
    ],
    ['another week', `all('.fc-next-button')[0].click()`],
    ['a time is picked', `all('.fc-event')[0].click()`],
  ],
});
