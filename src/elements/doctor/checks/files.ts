import { isThere } from '../../../endpoint/probe.ts';
import { fine, type Check } from '../finding.ts';

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

/** Whether everything that the tag may load later stands beside it; elements from npm bring it along. */
export const checkFiles: Check = async ({ tags }) => {
  const base = tags.find(({ src }) => src)?.src;
  if (!base) return [];
  const missing = await Promise.all(
    Object.entries(files).map(async ([file, cost]) =>
      (await isThere(new URL(file, base).href)) ? [] : [{ file, cost }],
    ),
  );
  const found = missing.flat();
  if (!found.length) return [fine('Everything that the tag may load later stands beside it.')];
  return [
    {
      kind: 'risky',
      says: `Beside myo.js there is no ${found.map(({ file, cost }) => `${file} (${cost})`).join(', no ')}.`,
      advice: 'Put all files of the release into one folder.',
    },
  ];
};
