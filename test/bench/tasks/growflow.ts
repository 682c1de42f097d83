import type { Page } from 'playwright-core';
import type { Subject } from './subject.ts';

const tenant = {
  slug: 'cedar',
  name: 'Cedar Ridge',
  branding: { primary_color: '#0b6b63', welcome_message: 'Welcome', confirmation_message: 'Thank you' },
  show_branding: false,
  services: ['Relaxation massage', 'Deep tissue', 'Hot stone', 'Scar therapy', 'Sports massage'].map((name, at) => ({
    id: `s${at}`,
    name,
    duration: 60,
    price: 90,
  })),
  use_experience_types: false,
  experience_types: [],
  resources: [],
  bookingMode: 'simple',
  settings: { timezone: 'America/Denver', week_starts_on: 0 },
};
const two = (number: number) => String(number).padStart(2, '0');
const dates = Array.from({ length: 70 }, (_, at) => ({
  date: new Date(Date.UTC(2026, 10, 24 + at)).toISOString().slice(0, 10),
  available: true,
}));
const slots = Array.from({ length: 24 }, (_, half) => ({
  time: `${two(8 + Math.floor(half / 2))}:${half % 2 ? '30' : '00'}`,
  available: true,
}));

/** A booking widget for small businesses, in React: day, time, form. Its own API is answered from memory. */
export const growflow = ({ script, style }: { readonly script: string; readonly style: string }): Subject => ({
  name: 'growflowbooking-widget',
  head: `<style>${style}</style><script>${script.replaceAll('</script', '<\\/script')}</script>`,
  body: '<main></main>',
  async serve(page: Page) {
    await page.route('**/api/v1/**', (route) => {
      const url = route.request().url();
      const json = url.includes('/dates') ? { dates } : url.includes('/slots') ? { slots } : tenant;
      return route.fulfill({ json, headers: { 'Access-Control-Allow-Origin': '*' } });
    });
  },
  steps: [
    ['it comes', `mount(document.querySelector('main'), location.origin + '/api/v1')`],
    ['another month', `all('main button')[1].click()`],
    ['a day is picked', `press(/^\\s*15\\s*$/)`],
    ['a time is picked', `press(/^\\s*10:00/)`],
  ],
});
