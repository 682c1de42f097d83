import { standingOf } from '../../../endpoint/probe.ts';
import { fine, type Check, type Examined, type Finding } from '../finding.ts';

/** What stands beside the tag, and what a booking does without where it is missing. */
const files = {
  'myo-extras.js': 'popups, limits, links that choose ahead and isolation do not work',
  'myo-calendar.js': 'the calendar has no wishes and no faces',
  'myo-consents.js': 'what was agreed to cannot be taken back',
  'myo-own-fields.js': 'your own fields and codes cannot be asked',
  'myo-call-back.js': 'nobody can ask to be called',
  'myo-body-map.js': 'questions about the body have no figures',
  'myo-drop-down.js': 'long lists are radio buttons',
  'myo-doctor-page.js': 'there is no page for a patient’s doctor',
  'myo-es.js': 'nobody reads Spanish',
  'frame.html': 'isolated bookings stay away',
} as const;

/** Whether everything that the tag may load later stands beside it, for this page to have; elements from npm bring it along. */
export const checkFiles: Check = async ({ tags, bookings }) => {
  const base = tags.find(({ src }) => src)?.src;
  if (!base) return [];
  const all = await Promise.all(
    Object.entries(files).map(async ([file, cost]) => ({
      says: `${file} (${cost})`,
      standing: await standingOf(new URL(file, base).href),
    })),
  );
  const those = (wanted: string) => all.filter(({ standing }) => standing === wanted).map(({ says }) => says);
  const [missing, closed] = [those('missing'), those('closed')];
  const found = [
    ...(missing.length ? [absent(missing)] : []),
    ...(closed.length ? [kept(new URL(base).host, closed, bookings)] : []),
  ];
  return found.length ? found : [fine('Everything that the tag may load later stands beside it.')];
};

const absent = (missing: readonly string[]): Finding => ({
  kind: 'risky',
  says: `Beside myo.js there is no ${missing.join(', no ')}.`,
  advice: 'Put all files of the release into one folder.',
});

/** A booking that waits for one of these files never comes; any other goes without. */
const kept = (host: string, closed: readonly string[], bookings: Examined['bookings']): Finding => ({
  kind: bookings.some(waits) ? 'broken' : 'risky',
  says: `${host} gives this page myo.js, but keeps what stands beside it: ${closed.join(', ')}.`,
  advice: `Let ${host} send this header with every file, by whichever of these its web server reads. Until then myo.es.js, with Spanish inside, needs no other file.`,
  paste: [
    'Access-Control-Allow-Origin: *',
    'nginx: add_header Access-Control-Allow-Origin "*" always;',
    'Apache, .htaccess: Header set Access-Control-Allow-Origin "*"',
    'Netlify, Cloudflare Pages, _headers: /*\n  Access-Control-Allow-Origin: *',
  ].join('\n'),
});

const waits = ({ mode, isolate, services, therapists, location, source, afterUrl }: Examined['bookings'][number]) =>
  isolate || [mode, services, therapists, location, source, afterUrl].some(Boolean);
