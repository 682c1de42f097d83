import { existsSync } from 'node:fs';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of a Chromium that runs here: `CHROMIUM_PATH`, else the usual places; undefined where there is none. */
export const findChromium = () => [process.env.CHROMIUM_PATH, ...usual].find((path) => path && existsSync(path));
