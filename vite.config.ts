import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { minifyHTMLLiterals } from 'minify-literals';
import { minify } from 'terser';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

/** Takes the white space out of templates and style sheets, which no minifier of JavaScript may touch. */
const literals: Plugin = {
  name: 'literals',
  async transform(code, id) {
    if (!/\/src\/elements\/.*\.ts$/.test(id)) return null;
    const minified = await minifyHTMLLiterals(code, { fileName: id, minifyOptions: { removeAttributeQuotes: true } });
    return minified ? { code: minified.code, map: null } : null;
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

/** Puts the style sheets side by side: gzip looks back no further than 32 kB for what it has seen before. */
const stylesTogether: Plugin = {
  name: 'styles-together',
  transform: (code, id) =>
    id.endsWith('/src/embed.ts')
      ? readdirSync('src/elements', { encoding: 'utf8', recursive: true })
          .filter((path) => path.endsWith('.styles.ts'))
          .map((path) => `import './elements/${path}';`)
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
 * What runs before Lit does, and what is said where Lit cannot run. A page that has the tags already gets no second copy;
 * its first copy looks for tags again.
 */
const banner = `try{if(customElements.get("myo-booking"))document.dispatchEvent(new Event("myo-mount"));else `;
const footer = `}catch(error){console.error("myo-booking could not start. Under Trusted Types, allow the policy 'myo-booking'.",error)}`;

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
    },
  },
  license: false,
} as const;

/** In the one tag, what few bookings need is loaded from beside it; whoever builds from npm has a builder for that. */
const chunksOfTheTag = [{ find: /^.*\/chunks\.ts$/, replacement: resolve('src/elements/shared/chunks.tag.ts') }];

/** `dist/myo.js`: one classic script with the whole flow and English inside. */
const oneTag: UserConfig = {
  plugins: [properties, literals, stylesTogether, policyName, ...(process.env['SIZES'] ? [sizes] : [])],
  publicDir: false,
  resolve: { alias: chunksOfTheTag },
  build: {
    ...minified,
    rolldownOptions: {
      input: 'src/embed.ts',
      output: { format: 'iife', entryFileNames: 'myo.js', postBanner: banner, postFooter: footer },
    },
  },
};

/** `dist/myo-*.js`: modules that the one tag loads when a page or a patient needs them, and the frame's own script. */
const chunk = (name: string, input: string, format: 'es' | 'iife' = 'es'): UserConfig => ({
  plugins: [literals],
  publicDir: false,
  build: {
    ...minified,
    rolldownOptions: {
      input,
      preserveEntrySignatures: 'strict',
      output: { format, entryFileNames: `myo-${name}.js` },
    },
  },
});

const builds: Readonly<Record<string, UserConfig>> = {
  tag: oneTag,
  extras: chunk('extras', 'src/elements/extras/extras.ts'),
  frame: chunk('frame', 'src/frame.ts', 'iife'),
  forms: { ...chunk('forms', 'src/visit-forms.ts', 'iife'), plugins: [properties, literals, policyName] },
};

export default defineConfig(({ mode }) => builds[mode] ?? oneTag);
