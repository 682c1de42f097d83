import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';

interface Package {
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
}
const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as Package;

describe('the package', () => {
  for (const [name, target] of Object.entries(exports)) {
    it(`has what ${name} names`, () => {
      const paths = typeof target === 'string' ? [target] : [target.types, target.default];
      for (const path of paths) assert.ok(existsSync(path.replace('*', 'en')), path);
    });
  }

  // Lit brings the registry that Node lacks, and notes its versions; that is all that may appear.
  it('can be imported where there is no browser, and does nothing there', () => {
    const modules = [
      'index',
      'define',
      'jsx',
      'visit-forms',
      'locales/en',
      'contract/index',
      'domain/index',
      'domain/checklist/default/index',
      'endpoint/index',
    ];
    const script = `
      const before = Object.keys(globalThis);
      for (const name of ${JSON.stringify(modules)}) await import(${JSON.stringify(resolve('dist/es'))} + '/' + name + '.js');
      const left = Object.keys(globalThis).filter((name) => !before.includes(name) && !/^(lit|reactiveElement|customElements$)/.test(name));
      if (left.length) throw new Error('left behind: ' + left);
    `;
    execFileSync('node', ['--input-type=module', '-e', script]);
  });

  it('leaves libraries to whoever installs it', () => {
    assert.match(readFileSync('dist/es/elements/shared/myo-element.js', 'utf8'), /from 'lit'/);
  });

  it('describes its elements', () => {
    const manifest = readFileSync('dist/custom-elements.json', 'utf8');
    for (const tag of ['myo-booking', 'myo-service-picker', 'myo-therapist-calendar'])
      assert.ok(manifest.includes(`"${tag}"`), tag);
  });
});

describe('a developer who installs it', () => {
  const folder = join(tmpdir(), `myo-consumer-${process.pid}`);
  before(() => {
    mkdirSync(join(folder, 'node_modules'), { recursive: true });
    for (const name of ['lit', '@lit', 'valibot', 'lit-html', 'lit-element'])
      symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name));
    symlinkSync(resolve('.'), join(folder, 'node_modules/myo-booking'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('gets types that hold', () => {
    writeFileSync(
      join(folder, 'use.ts'),
      `import { ServicePicker, type BookingConfirmEvent } from 'myo-booking';
       import 'myo-booking/define';
       import { Catalog } from 'myo-booking/contract';
       import { screen, type Answers } from 'myo-booking/domain';
       import { HttpEndpoint } from 'myo-booking/endpoint';
       import { defaultChecklist } from 'myo-booking/checklist';
       const flow = document.createElement('myo-booking');
       flow.endpoint = 'https://booking.example/clinics/cedar';
       flow.addEventListener('myo-booking-confirm', (event: BookingConfirmEvent) => event.detail.bookingId.toUpperCase());
       import type { VisitForms } from 'myo-booking/forms';
       const forms: VisitForms = document.createElement('myo-visit-forms');
       forms.endpoint = flow.endpoint;
       const value: string = new ServicePicker().value;
       // @ts-expect-error a service is named by a string
       new ServicePicker().value = 5;
       export const all = [Catalog, screen, HttpEndpoint, defaultChecklist, value, {} as Answers];`,
    );
    const options = [
      '--noEmit',
      '--strict',
      '--module',
      'esnext',
      '--moduleResolution',
      'bundler',
      '--target',
      'es2022',
    ];
    execFileSync('npx', ['--no-install', 'tsc', '--ignoreConfig', ...options, join(folder, 'use.ts')], {
      encoding: 'utf8',
    });
  });
});
