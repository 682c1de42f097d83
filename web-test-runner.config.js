import { esbuildPlugin } from '@web/dev-server-esbuild';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { findChromium } from './test/helpers/find-chromium.mjs';
import { faultyAnswers } from './test/helpers/faulty-answers.mjs';

export default {
  files: ['test/{contract,domain,endpoint,booking,elements,locales}/**/*.test.ts'],
  nodeResolve: { exportConditions: ['production', 'default'] },
  concurrency: 2,
  middleware: [faultyAnswers],
  browsers: [
    playwrightLauncher({
      launchOptions: {
        executablePath: findChromium(),
        args: ['--no-sandbox', '--disable-gpu', '--js-flags=--expose-gc'],
      },
    }),
  ],
  plugins: [esbuildPlugin({ ts: true, json: true, tsconfig: 'tsconfig.json', target: 'es2022' })],
  testFramework: { config: { timeout: 30_000 } },
  testsFinishTimeout: 600_000,
};
