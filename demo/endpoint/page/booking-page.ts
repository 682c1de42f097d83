import { html } from 'hono/html';
import type { ClinicData } from '../clinic/clinic-data.ts';
import { respond } from '../routes/respond.ts';
import type { Words } from '../routes/words.ts';
import type { TagFile, TagFiles } from './tag-files.ts';

/** Its own scripts, its own endpoint, pictures of the clinic's; nothing else, and in nobody's frame. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' https: data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Who shows the page, and in which words. */
export interface Shown {
  readonly clinic: ClinicData['clinic'];
  readonly language: string;
  readonly words: Words;
}

/** `/book`: a whole page to book on, for a clinic that has none of its own; the clinic's phone where nothing is built. */
export function bookingPage(tagFiles: TagFiles | undefined, shown: Shown, request: Request): Response {
  const content = tagFiles ? withNames(tagFiles.page, shown) : insteadOf(shown);
  const text = { type: 'text/html; charset=utf-8', content };
  const response = respond({ status: 200, text, cacheControl: tagFiles ? 'no-cache' : 'no-store' }, request);
  response.headers.set('Content-Security-Policy', POLICY);
  response.headers.set('Referrer-Policy', 'no-referrer');
  response.headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  if (tagFiles) return response;
  return new Response(response.body, { status: 503, headers: response.headers });
}

/** One of the files beside it: kept for a while, then asked for again and mostly found unchanged. */
export const tagFile = (file: TagFile, request: Request): Response =>
  respond({ status: 200, text: file, cacheControl: 'max-age=300, stale-while-revalidate=86400' }, request);

/** Says whose page it is and how to reach them, scripts or not. */
const withNames = (page: string, { clinic, language }: Shown): string =>
  page
    .replace('<html lang="en">', `<html lang="${language}">`)
    .replace(
      /<title>[^<]*/,
      (title) => `${language === 'en' ? `${title} · ` : '<title>'}${String(html`${clinic.name}`)}`,
    )
    .replace('</head>', '<link rel="icon" href="data:," /></head>')
    .replace('<main>', (main) => `${String(headOf(clinic))}${main}`);

const insteadOf = ({ clinic, language, words }: Shown): string => {
  const [title, detail] = words.problems.unavailable(clinic.phone.text);
  return String(
    html`<!doctype html>
      <html lang="${language}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="referrer" content="no-referrer" />
          <title>${clinic.name}</title>
        </head>
        <body>
          <h1>${clinic.name}</h1>
          <h2>${title}</h2>
          <p>${detail}</p>
          <p>${callUs(clinic)}</p>
        </body>
      </html>`,
  );
};

const headOf = (clinic: ClinicData['clinic']) =>
  html`<header>
    <h1>${clinic.name}</h1>
    ${callUs(clinic)}
  </header>`;

const callUs = ({ phone }: ClinicData['clinic']) => html`<a href="tel:${phone.tel}">${phone.text}</a>`;
