import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { minifyHTMLLiterals } from 'minify-literals';
import { minify } from 'terser';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { lean, ownNames } from './vite.lean.ts';
import packsBest from './vite.order.json' with { type: 'json' };

/** What a minifier of style sheets leaves alone, since it knows nothing of what a custom property is for. */
const shorter = (css: string) =>
  css
    .replace(/, /g, ',')
    .replace(/ \* /g, '*')
    .replace(/(?<![\d.])0\.(?=\d)/g, '.');

/**
 * Takes the white space out of templates and style sheets, which no minifier of JavaScript may touch, and cuts the names of
 * custom properties that only our own sheets know: two letters tell them apart.
 */
const literals: Plugin = {
  name: 'literals',
  async transform(code, id) {
    if (!/\/src\/elements\/.*\.ts$/.test(id)) return null;
    const minified = await minifyHTMLLiterals(code, { fileName: id, minifyOptions: { removeAttributeQuotes: true } });
    const short = (minified?.code ?? code).replace(/css`[^`]*`/g, shorter).replace(/(--_[a-z]{2})[a-z-]+/g, '$1');
    return { code: short, map: null };
  },
};

/** Writes decorated fields as Lit's own `static properties`: the same thing without a decorator's calls. */
const properties: Plugin = {
  name: 'properties',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/src\/elements\/.*\.ts$/.test(id)) return null;
    const found: string[] = [];
    const plain = code.replace(
      /@(property|state)\((.*?)\)(?=\s+(?:private |override )*(\w+)[?!]?[:= ])/gs,
      (_, kind: string, options: string, name: string) => {
        found.push(
          `${name}: ${kind === 'state' || /^\{ attribute: false \}$/.test(options) ? 'unnamed' : options || '{}'}`,
        );
        return '';
      },
    );
    if (!found.length) return null;
    return {
      code:
        `import { unnamed } from '${resolve('src/elements/shared/property.ts')}';` +
        plain.replace(/^(export (?:abstract )?class .*\{)$/m, `$1 static properties = { ${found.join(', ')} };`),
      map: null,
    };
  },
};

/**
 * Puts modules that are alike side by side: gzip looks back no further than 32 kB for what it has seen before. The order
 * was found by trying; a module that is not in it stands where its imports put it.
 */
const alikeTogether: Plugin = {
  name: 'alike-together',
  transform: (code, id) =>
    id.endsWith('/src/embed.ts')
      ? packsBest
          .filter((path) => existsSync(path))
          .map((path) => `import '${resolve(path)}';`)
          .join('') + code
      : null,
};

/** Lit's Trusted Types policy under our own name, so that a page can allow us and nobody else. */
const policyName: Plugin = {
  name: 'policy-name',
  transform: (code, id) =>
    id.includes('/lit-html/')
      ? code.replaceAll("'lit-html'", "'myo-booking'").replaceAll('"lit-html"', '"myo-booking"')
      : null,
};

/** A second look at what the first has made short; and `let` says as much as `const` to whoever only runs it. */
const again: Plugin = {
  name: 'again',
  async generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue;
      const { code } = await minify(file.code.replace(/\bconst /g, 'let '), minified.terserOptions);
      file.code = code ?? file.code;
    }
  },
};

/** Prints what weighs most. Each module by itself, so that the sum is more than the whole, which packs better. */
const sizes: Plugin = {
  name: 'sizes',
  async generateBundle(_options, bundle) {
    const modules = Object.values(bundle).flatMap((file) =>
      file.type === 'chunk' ? Object.entries(file.modules) : [],
    );
    const weigh = async ([path, { code }]: (typeof modules)[number]) => {
      const { code: small = '' } = await minify(code ?? '', { module: true, compress: { unused: false } });
      return {
        module: path.replace(/^.*\/(?=src\/|node_modules\/)/, ''),
        minified: small.length,
        gzip: gzipSync(small).length,
      };
    };
    const weighed = await Promise.all(modules.map(weigh));
    console.table(weighed.sort((a, b) => b.gzip - a.gzip).slice(0, 40));
  },
};

/**
 * What runs before Lit does, and what is said where Lit cannot run. A page that has the tag already gets no second copy;
 * its first copy looks for tags again.
 */
const banner = `try{if(document.dispatchEvent(new CustomEvent("myo-mount",{cancelable:!0,detail:document.currentScript?.src})))`;
const footer = `}catch(error){console.error("myo-booking could not start"+(/policy/i.test(error)?": allow the policy 'myo-booking'":""),error)}`;

/** What is meant so: a classic script has no `import.meta`, and minifying takes its time. */
const quiet = { emptyImportMeta: false, pluginTimings: false };

const minified = {
  target: 'es2022',
  emptyOutDir: false,
  minify: 'terser',
  terserOptions: {
    ecma: 2020,
    compress: {
      passes: 6,
      unsafe: true,
      unsafe_arrows: true,
      unsafe_comps: true,
      inline: 1,
      pure_getters: true,
      keep_fargs: false,
      unsafe_math: true,
      lhs_constants: false,
    },
  },
  license: false,
} as const;

/** In the one tag, what few bookings need is loaded from beside it, or not there; whoever builds from npm has it all. */
const ofTheTag = (path: string) => ({
  find: new RegExp(`^.*/${path.split('/').at(-1)}\\.ts$`),
  replacement: resolve(`src/elements/${path}.tag.ts`),
});

/** `dist/myo.js`: one classic script with the whole flow and English inside. */
const oneTag: UserConfig = {
  plugins: [properties, literals, alikeTogether, policyName, lean, again, ...(process.env['SIZES'] ? [sizes] : [])],
  publicDir: false,
  resolve: { alias: ['shared/chunks', 'fields/form-fields'].map(ofTheTag) },
  build: {
    ...minified,
    terserOptions: {
      ...minified.terserOptions,
      mangle: { properties: { regex: ownNames, keep_quoted: true } },
    },
    rolldownOptions: {
      checks: quiet,
      input: 'src/embed.ts',
      output: { format: 'iife', entryFileNames: 'myo.js', postBanner: banner, postFooter: footer },
    },
  },
};

/** `dist/myo.es.js`: the same with Spanish inside. */
const spanishTag: UserConfig = {
  ...oneTag,
  build: {
    ...oneTag.build,
    rolldownOptions: {
      checks: quiet,
      input: 'src/embed.es.ts',
      output: { format: 'iife', entryFileNames: 'myo.es.js', postBanner: banner, postFooter: footer },
    },
  },
};

/** `dist/myo-*.js`: modules that the one tag loads when a page or a patient needs them, and the frame's own script. */
const chunk = (name: string, input: string, format: 'es' | 'iife' = 'es'): UserConfig => ({
  plugins: [literals],
  publicDir: false,
  build: {
    ...minified,
    modulePreload: false,
    rolldownOptions: {
      checks: quiet,
      input,
      preserveEntrySignatures: 'strict',
      output: { format, entryFileNames: `myo-${name}.js`, chunkFileNames: 'myo-[name].js' },
    },
  },
});

const builds: Readonly<Record<string, UserConfig>> = {
  tag: oneTag,
  'tag-es': spanishTag,
  es: chunk('es', 'src/locales/es.ts'),
  extras: chunk('extras', 'src/elements/extras/extras.ts'),
  'doctor-page': chunk('doctor-page', 'src/elements/doctor-page/doctor-page.ts'),
  doctor: {
    ...chunk('doctor', 'src/elements/doctor/doctor.ts', 'iife'),
    resolve: { alias: [ofTheTag('extras/frame-url')] },
  },
  calendar: chunk('calendar', 'src/elements/calendar-extras/calendar-extras.ts'),
  'drop-down': chunk('drop-down', 'src/elements/drop-down/drop-down.ts'),
  'own-fields': chunk('own-fields', 'src/elements/own-fields/own-fields.ts'),
  'call-back': chunk('call-back', 'src/elements/call-back/call-back.ts'),
  consents: chunk('consents', 'src/elements/consents/consents.ts'),
  'body-map': chunk('body-map', 'src/elements/body-map/body-map.ts'),
  frame: chunk('frame', 'src/frame.ts', 'iife'),
  fields: {
    ...chunk('fields', 'src/fields.ts', 'iife'),
    plugins: [properties, literals, policyName],
    resolve: { alias: [ofTheTag('shared/chunks')] },
  },
  forms: { ...chunk('forms', 'src/visit-forms.ts', 'iife'), plugins: [properties, literals, policyName] },
};

export default defineConfig(({ mode }) => builds[mode] ?? oneTag);
