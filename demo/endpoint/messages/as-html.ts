import { html } from 'hono/html';
import type { Fact, Letter, Link } from './letter.ts';

/** A letter as a page of its own; whatever stands in it is text. No images, so that nobody learns when it was read. */
export const asHtml = ({ subject, language, greeting, lines, facts, links, closing, sender }: Letter): string =>
  html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <title>${subject}</title>
      </head>
      <body style="max-width: 34em; margin: 0 auto; padding: 1.5em; font: 1em/1.5 system-ui, sans-serif">
        ${[...(greeting ? [greeting] : []), ...lines].map((line) => html`<p>${line}</p>`)} ${facts.map(factList)}
        ${links.map(linkOf)}
        <p>${[...closing, sender].map((line, index) => html`${index > 0 ? html`<br />` : ''}${line}`)}</p>
      </body>
    </html>`.toString();

const factList = (facts: readonly Fact[]) =>
  html`<table role="presentation" style="margin: 1em 0; border-inline-start: 3px solid; padding-inline-start: 0.75em">
    ${facts.map(
      ([name, value]) =>
        html`<tr>
          <td style="padding-inline-end: 1em; vertical-align: top">${name}</td>
          <td><strong>${value}</strong></td>
        </tr>`,
    )}
  </table>`;

const linkOf = ({ label, url }: Link) => html`<p><a href="${url}">${label}</a></p>`;
