/** What a web admin pastes, for each place that one can paste into. */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const quoted = (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('<', '\\x3c')}'`;

/** `name="value"` of each setting that is there; a setting that is true has a name only. */
const written = (settings, prefix = '') =>
  Object.entries(settings).map(([name, value]) =>
    value === true ? prefix + name : `${prefix}${name}="${escaped(value)}"`,
  );

const style = (tokens, look = (lines) => `<style>\n${lines}\n</style>`) => {
  const lines = Object.entries(tokens).map(([name, value]) => `  ${name}: ${value};`);
  return lines.length ? `${look(`myo-booking {\n${lines.join('\n')}\n}`)}\n` : '';
};

const tag = ({ script, integrity, settings, fallback }) => {
  const all = [
    `src="${script}"`,
    ...(integrity ? [`integrity="${integrity}"`] : []),
    'crossorigin',
    ...written(settings, 'data-'),
  ];
  return `<div id="booking">${fallback}</div>\n<script\n  ${all.join('\n  ')}\n  data-target="#booking"\n></script>`;
};

function html(choice) {
  return `${style(choice.tokens)}${tag(choice)}`;
}

function wordPress({ script, integrity, settings: { endpoint, ...settings }, tokens }) {
  const short = ['[myo_booking', ...written(settings), ']'].join(' ').replace(' ]', ']');
  return `/* wp-config.php, with the plugin demo/wordpress/myo-booking */
define( 'MYO_BOOKING_SCRIPT', ${quoted(script)} );${integrity ? `\ndefine( 'MYO_BOOKING_INTEGRITY', ${quoted(integrity)} );` : ''}
define( 'MYO_BOOKING_ENDPOINT', ${quoted(endpoint)} );

/* On the page: the block "Booking", or */
${short.replaceAll('="true"', '')}
${style(tokens, (rule) => `\n/* Appearance, Customize, Additional CSS */\n${rule}`)}`;
}

function tagManager({ script, integrity, settings, tokens }) {
  const lines = Object.entries(settings).map(
    ([name, value]) => `    s.setAttribute('data-${name}', ${quoted(value === true ? '' : value)});`,
  );
  return `${style(tokens)}<script>
  (function () {
    var s = document.createElement('script');
    s.src = ${quoted(script)};${integrity ? `\n    s.integrity = ${quoted(integrity)};` : ''}
    s.crossOrigin = 'anonymous';
${lines.join('\n')}
    document.body.appendChild(s);
  })();
</script>`;
}

function react({ settings, tokens }) {
  const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  const names = { after: 'afterUrl' };
  const properties = Object.entries(settings).map(([name, value]) =>
    value === true ? (names[name] ?? camel(name)) : `${names[name] ?? camel(name)}=${JSON.stringify(value)}`,
  );
  const looks = Object.entries(tokens).map(([name, value]) => `'${name}': '${value}'`);
  const dressed = looks.length ? [`style={{ ${looks.join(', ')} } as CSSProperties}`] : [];
  return `${looks.length ? "import type { CSSProperties } from 'react';\n" : ''}import 'myo-booking/jsx';

export const Booking = () => (
  <myo-booking
    ${[...properties, ...dressed].join('\n    ')}
  />
);`;
}

const wix = (choice) => `<!-- Settings, Custom Code, Body - end, on the page of the booking. Wix shows no element of
     its own here: with mode "floating" the button stands on the page by itself. -->
${style(choice.tokens)}${tag({ ...choice, settings: { ...choice.settings, mode: choice.settings.mode ?? 'floating' } })}

<!-- Or Add, Embed Code, Embed a Site, with the booking's own page: -->
${choice.settings.endpoint}/book`;

/** By name: what to paste, and where. */
export const snippets = {
  HTML: { where: 'Where the booking should stand on the page.', write: html },
  WordPress: { where: 'Three lines of wp-config.php, then the block or the shortcode.', write: wordPress },
  Squarespace: {
    where: 'Edit the page, add a Code block, choose HTML, paste. Needs a plan that allows JavaScript.',
    write: html,
  },
  Wix: { where: 'Custom Code needs a domain of your own; the booking’s own page works on every plan.', write: wix },
  Webflow: { where: 'Add a Code Embed element, paste, publish: the Designer runs no scripts.', write: html },
  'Tag Manager': {
    where: 'A Custom HTML tag, on the pages of the booking. The tag is made by code, since attributes would be lost.',
    write: tagManager,
  },
  React: { where: 'npm install myo-booking; React 19.', write: react },
};
