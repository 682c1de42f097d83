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

/** What opens a popup, without which nobody sees it. */
const opener = ({ settings: { mode, lang = '' } }) =>
  mode === 'popup'
    ? `<button data-myo-open>${/^es/i.test(lang) ? 'Pedir una cita' : 'Book an appointment'}</button>`
    : '';

/** The same where a snippet goes elsewhere than the page's own content. */
const openerThere = (choice) => {
  const button = opener(choice);
  return button && `<!-- On the page, since any link or button that is marked so opens the booking:\n${button}\n-->\n`;
};

/** Room for a booking that stands on the page, so that nothing below it moves when it comes. */
const room = ({ mode }) => (!mode || mode === 'inline' ? ' style="min-height: 40em"' : '');

const tag = ({ script, integrity, settings, fallback }) => {
  const all = [
    `src="${script}"`,
    ...(integrity ? [`integrity="${integrity}"`] : []),
    'crossorigin',
    ...written(settings, 'data-'),
  ];
  return `<div id="booking"${room(settings)}>${fallback}</div>\n<script\n  ${all.join('\n  ')}\n  data-target="#booking"\n></script>`;
};

function html(choice) {
  const button = opener(choice);
  return `${style(choice.tokens)}${button && `${button}\n`}${tag(choice)}`;
}

/** WordPress reads an attribute of a shortcode by its value: one that has none is lost. */
function wordPress({ script, integrity, settings: { endpoint, ...settings }, tokens }) {
  const valued = Object.entries(settings).map(([name, value]) => [name, value === true ? '1' : value]);
  const short = `[myo_booking ${written(Object.fromEntries(valued)).join(' ')}`.trim() + ']';
  const button = opener({ settings });
  return `/* wp-config.php, with the plugin demo/wordpress/myo-booking */
define( 'MYO_BOOKING_SCRIPT', ${quoted(script)} );${integrity ? `\ndefine( 'MYO_BOOKING_INTEGRITY', ${quoted(integrity)} );` : ''}
define( 'MYO_BOOKING_ENDPOINT', ${quoted(endpoint)} );

/* On the page: the block "Booking", or */
${short}${button && `\n\n/* Beside it, as a block "Custom HTML": any link or button that is marked so opens the booking. */\n${button}`}
${style(tokens, (rule) => `\n/* Appearance, Customize, Additional CSS */\n${rule}`)}`;
}

function tagManager({ script, integrity, settings, tokens }) {
  const there = openerThere({ settings });
  const lines = Object.entries(settings).map(
    ([name, value]) => `    s.setAttribute('data-${name}', ${quoted(value === true ? '' : value)});`,
  );
  const place = room(settings);
  const target = place && `    s.setAttribute('data-target', '#booking');\n`;
  const here = place && `<!-- On the page, where the booking should stand:\n<div id="booking"${place}></div>\n-->\n`;
  return `${here}${there}${style(tokens)}<script>
  (function () {
    var s = document.createElement('script');
    s.src = ${quoted(script)};${integrity ? `\n    s.integrity = ${quoted(integrity)};` : ''}
    s.crossOrigin = 'anonymous';
${lines.join('\n')}
${target}    document.body.appendChild(s);
  })();
</script>`;
}

const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** The frame of an isolated booking has to come from the tag's own host, so the tag is what brings it. */
function reactByTag({ script, integrity, settings, tokens }) {
  const data = Object.entries(settings).map(
    ([name, value]) => `${camel(name)}: ${quoted(value === true ? '' : value)},`,
  );
  const rules = Object.entries(tokens).map(([name, value]) => `${name}: ${value};`);
  return `import { useEffect } from 'react';

export const Booking = () => {
  useEffect(() => {
    const script = document.createElement('script');
    script.src = ${quoted(script)};${integrity ? `\n    script.integrity = ${quoted(integrity)};` : ''}
    script.crossOrigin = 'anonymous';
    Object.assign(script.dataset, {
      ${[...data, "target: '#booking',"].join('\n      ')}
    });
    document.body.append(script);
    return () => script.remove();
  }, []);
  return (
    <>${rules.length ? `\n      <style>{${quoted(`myo-booking { ${rules.join(' ')} }`)}}</style>` : ''}${
      opener({ settings }) && `\n      ${opener({ settings })}`
    }
      <div id="booking" />
    </>
  );
};`;
}

function react(choice) {
  const { settings, tokens } = choice;
  if (settings.isolate) return reactByTag(choice);
  const names = { after: 'afterUrl' };
  const properties = Object.entries(settings).map(([name, value]) =>
    value === true ? (names[name] ?? camel(name)) : `${names[name] ?? camel(name)}=${JSON.stringify(value)}`,
  );
  const looks = Object.entries(tokens).map(([name, value]) => `'${name}': '${value}'`);
  const dressed = looks.length ? [`style={{ ${looks.join(', ')} } as CSSProperties}`] : [];
  return `${looks.length ? "import type { CSSProperties } from 'react';\n" : ''}import 'myo-booking/jsx';

export const Booking = () => (
  <>${opener(choice) && `\n    ${opener(choice)}`}
    <myo-booking
      ${[...properties, ...dressed].join('\n      ')}
    />
  </>
);`;
}

const wix = (choice) => `<!-- Settings, Custom Code, Body - end, on the page of the booking. Wix shows no element of
     its own here: with mode "floating" the button stands on the page by itself. -->
${openerThere(choice)}${style(choice.tokens)}${tag({ ...choice, settings: { ...choice.settings, mode: choice.settings.mode ?? 'floating' } })}

<!-- Or, on every plan, a button or a link to the booking's own page, which stands in no frame: -->
${choice.settings.endpoint}/book`;

/** By name: what to paste, and where. */
export const snippets = {
  HTML: { where: 'Where the booking should stand on the page.', write: html },
  WordPress: { where: 'Three lines of wp-config.php, then the block or the shortcode.', write: wordPress },
  Squarespace: {
    where: 'Edit the page, add a Code block, choose HTML, paste. Needs a plan that allows JavaScript.',
    write: html,
  },
  Wix: {
    where: 'Custom Code needs a domain of your own; a button that links to the booking’s own page works on every plan.',
    write: wix,
  },
  Webflow: { where: 'Add a Code Embed element, paste, publish: the Designer runs no scripts.', write: html },
  'Tag Manager': {
    where: 'A Custom HTML tag, on the pages of the booking. The tag is made by code, since attributes would be lost.',
    write: tagManager,
  },
  React: { where: 'npm install myo-booking; React 19. An isolated booking comes by the tag.', write: react },
};
