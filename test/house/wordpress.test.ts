import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { snippets } from '../../demo/site/developers/snippets.js';

const plugin = 'demo/wordpress/myo-booking/myo-booking.php';
const skip = spawnSync('php', ['-v']).status === 0 ? false : 'there is no PHP here';

/** As much of WordPress as the plugin calls, with its own rules for escaping. */
const wordpress = String.raw`
  define('ABSPATH', '/'); define('MYO_BOOKING_SCRIPT', 'https://files.example/myo.js'); define('MYO_BOOKING_ENDPOINT', 'https://booking.example/clinics/cedar');
  function add_action($hook, $do) {} function add_filter(...$all) {} function current_user_can($what) { return (bool) getenv('EDITOR_IS_IN'); } function wp_enqueue_script(...$all) { fwrite(STDERR, $all[1]); }
  function shortcode_atts($known, $given, $tag) { return array_merge($known, array_intersect_key($given, $known)); }
  function esc_attr($text) { return htmlspecialchars($text, ENT_QUOTES); } function esc_html($text) { return htmlspecialchars($text, ENT_QUOTES); }
  function esc_url($url, $schemes) { return in_array(parse_url($url, PHP_URL_SCHEME), $schemes, true) ? htmlspecialchars($url, ENT_QUOTES) : ''; }`;

const render = (given: Readonly<Record<string, string>>) =>
  execFileSync(
    'php',
    [
      '-r',
      `${wordpress} require '${plugin}'; echo myo_booking_render(json_decode($argv[1], true));`,
      JSON.stringify(given),
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );

/** What becomes of an enqueued script's tag, with these lines in wp-config.php. */
const pinned = (config: string, handle: string) =>
  execFileSync(
    'php',
    [
      '-r',
      `${wordpress} ${config} require '${plugin}'; echo myo_booking_pin('<script src="https://files.example/v1/myo.js" defer></script>', '${handle}');`,
    ],
    { encoding: 'utf8' },
  );

/** Attributes of a shortcode as WordPress reads them: each by its name, and what has no value under a number. */
const readShortcode = (text: string) => {
  const inside = /\[myo_booking([^\]]*)\]/.exec(text)?.[1] ?? '';
  const found = [...inside.matchAll(/([\w-]+)\s*=\s*"([^"]*)"|(\S+)/g)];
  return Object.fromEntries(
    found.map(([, name, value = '', bare = ''], index) => [name ?? index, name ? value : bare]),
  );
};
const settings: Readonly<Record<string, string | true>> = {
  endpoint: 'https://booking.example/clinics/cedar',
  mode: 'popup',
  services: 's2 s4',
  'time-first': true,
  isolate: true,
};
const shortcode = readShortcode(
  snippets['WordPress']!.write({ script: 'https://files.example/myo.js', settings, tokens: {}, fallback: '' }),
);

const cases: readonly (readonly [name: string, given: Readonly<Record<string, string>>, html: string])[] = [
  ['nothing set', {}, '<myo-booking endpoint="https://booking.example/clinics/cedar"></myo-booking>'],
  [
    'a telephone number and a switch',
    { phone: '(303) 555-0142', 'time-first': '1' },
    '<myo-booking endpoint="https://booking.example/clinics/cedar" time-first="1"><p><a href="tel:3035550142">(303) 555-0142</a></p></myo-booking>',
  ],
  [
    'markup where words belong, and attributes that nobody knows',
    { mode: '"><script>alert(1)</script>', onclick: 'alert(1)', isolate: 'false' },
    '<myo-booking endpoint="https://booking.example/clinics/cedar" mode="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"></myo-booking>',
  ],
  [
    'what the builder writes',
    shortcode,
    '<myo-booking endpoint="https://booking.example/clinics/cedar" mode="popup" services="s2 s4" time-first="1" isolate="1"></myo-booking>',
  ],
  [
    'switches without a value',
    readShortcode('[myo_booking isolate time-first nonsense]'),
    '<myo-booking endpoint="https://booking.example/clinics/cedar" time-first="1" isolate="1"></myo-booking>',
  ],
  ['an address that runs code', { endpoint: 'javascript:alert(1)' }, '<myo-booking endpoint=""></myo-booking>'],
];

describe('the shortcode that the builder writes', () => {
  it('gives everything a value, since WordPress loses what has none', () => {
    assert.deepEqual(shortcode, { mode: 'popup', services: 's2 s4', 'time-first': '1', isolate: '1' });
  });
});

describe('the WordPress plugin', { skip }, () => {
  it('is PHP', () => {
    execFileSync('php', ['-l', plugin]);
  });
  it('pins its file to the integrity that the builder writes, and no other script', () => {
    const config = snippets['WordPress']!.write({
      script: 'https://files.example/v1/myo.js',
      integrity: 'sha384-abc+/=',
      settings: { endpoint: 'https://booking.example/clinics/cedar' },
      tokens: {},
      fallback: '',
    });
    const line = /define\( 'MYO_BOOKING_INTEGRITY'.*;/.exec(config)?.[0] ?? '';
    const tag = '<script src="https://files.example/v1/myo.js" defer></script>';
    assert.equal(
      pinned(line, 'myo-booking'),
      tag.replace(' src', ' integrity="sha384-abc+/=" crossorigin="anonymous" src'),
    );
    assert.equal(pinned(line, 'jquery'), tag);
    assert.equal(pinned('', 'myo-booking'), tag);
  });

  it('lets a signed-in editor look with the doctor, and nobody else', () => {
    const tag = '<script src="https://files.example/myo.js" defer></script>';
    const asked = (query: string, editor: string, handle = 'myo-booking') =>
      execFileSync(
        'php',
        ['-r', `${wordpress} ${query} require '${plugin}'; echo myo_booking_examine('${tag}', '${handle}');`],
        { encoding: 'utf8', env: { ...process.env, EDITOR_IS_IN: editor } },
      );
    const wanted = "$_GET['myo-doctor'] = '';";
    assert.equal(asked(wanted, 'yes'), tag.replace(' src', ' data-doctor src'));
    for (const [query, editor, handle] of [
      [wanted, ''],
      ['', 'yes'],
      [wanted, 'yes', 'jquery'],
    ] as const)
      assert.equal(asked(query, editor, handle), tag);
  });

  for (const [name, given, html] of cases)
    it(`escapes: ${name}`, () => {
      assert.equal(render(given), html);
    });
});
