import { randomBytes } from 'node:crypto';
import { html } from 'hono/html';
import { isFromHere } from '../operation/from-here.ts';
import type { DemoOutbox, Shown } from './demo-outbox.ts';

/**
 * The page that shows what would have been sent. It has patients' addresses and links in it, so it answers this very
 * machine alone: not through a proxy, not under another name, and no script of another page may read it. A proxy that
 * says nothing of itself looks like this machine, so the address has a key in it too.
 */
export function outboxPage(outbox: DemoOutbox, request: Request, client: string): Response | undefined {
  const { pathname } = new URL(request.url);
  if (pathname !== outbox.path || request.method !== 'GET' || !isFromHere(request, client)) return undefined;
  const nonce = randomBytes(16).toString('base64');
  return new Response(render(outbox.shown, nonce), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      'Cache-Control': 'no-store',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

const render = (shown: readonly Shown[], nonce: string) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Outbox of the demo</title>
        <style nonce="${nonce}">
          :root {
            color-scheme: light dark;
          }
          body {
            max-width: 44em;
            margin: 0 auto;
            padding: 1em;
            font: 1em/1.5 system-ui, sans-serif;
          }
          article {
            border-block-start: 1px solid;
            padding-block: 1em;
          }
          pre {
            font: inherit;
            white-space: pre-wrap;
            overflow-wrap: anywhere;
          }
        </style>
      </head>
      <body>
        <main>
          <h1>Outbox</h1>
          <p>
            This endpoint has no mail server, so nothing was sent. This page is for demonstrations: it shows what would
            have gone out, it is kept in memory only, and only this computer can open it. A clinic sets
            <code>SMTP_URL</code>. Load the page again to see what is new.
          </p>
          ${shown.length > 0 ? shown.map(article) : html`<p>There is nothing here yet. Book an appointment.</p>`}
        </main>
      </body>
    </html>`.toString();

const article = ({ date, to, subject, text, links, calendars = [] }: Shown) =>
  html`<article>
    <h2>${subject}</h2>
    <p>To ${to}, <time datetime="${date.toISOString()}">${date.toUTCString()}</time></p>
    <pre>${text}</pre>
    ${links.map(({ label, url }) => html`<p><a href="${url}">${label}</a></p>`)}
    ${calendars.map((file) => html`<details><summary>appointment.ics</summary><pre>${file}</pre></details>`)}
  </article>`;
