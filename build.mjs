/**
 * Builds `dist/`: the one tag, the npm modules with their types, the elements' manifest, the endpoint's OpenAPI. With
 * `--sizes` it also prints what weighs most in the one tag.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const run = (tool, ...options) =>
  execFileSync('npx', ['--no-install', tool, ...options], { stdio: ['ignore', 'inherit', 'inherit'] });

if (process.argv.includes('--sizes')) process.env.SIZES = 'yes';
rmSync('dist', { recursive: true, force: true });
mkdirSync('dist', { recursive: true });
for (const part of [
  'tag',
  'tag-es',
  'es',
  'extras',
  'body-map',
  'calendar',
  'call-back',
  'consents',
  'doctor',
  'doctor-page',
  'drop-down',
  'frame',
  'own-fields',
  'forms',
  'fields',
])
  run('vite', 'build', '--logLevel', 'warn', '--mode', part);
for (const file of ['frame.html', 'frame.css']) copyFileSync(`src/${file}`, `dist/${file}`);
run('tsc', '-p', 'tsconfig.build.json');
for (const file of readdirSync('dist/es', { recursive: true }).filter((name) => name.endsWith('.d.ts'))) {
  const path = `dist/es/${file}`;
  writeFileSync(path, readFileSync(path, 'utf8').replace(/(from '\.[^']*|import\("\.[^"]*)\.ts(?=['"])/g, '$1.js'));
}
mkdirSync('dist/locales');
for (const file of ['en.js', 'es.js']) copyFileSync(`dist/es/locales/${file}`, `dist/locales/${file}`);
run('cem', 'analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet');
run('tsx', 'demo/endpoint/write-openapi.ts', 'dist/openapi.json');

/** A version's files keep their names and bytes for ever; a page that names one may pin it by its integrity. */
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
mkdirSync(`dist/v${version}`);
const pinned = {};
for (const file of readdirSync('dist').filter((name) => /^(myo[\w.-]*\.js|frame\.\w+)$/.test(name))) {
  copyFileSync(`dist/${file}`, `dist/v${version}/${file}`);
  pinned[`v${version}/${file}`] = `sha384-${createHash('sha384')
    .update(readFileSync(`dist/${file}`))
    .digest('base64')}`;
}
writeFileSync('dist/integrity.json', `${JSON.stringify(pinned, null, 2)}\n`);
for (const [file, integrity] of Object.entries(pinned)) console.log(`dist/${file} ${integrity}`);

const size = gzipSync(readFileSync('dist/myo.js'), { level: 9 }).length;
console.log(`dist/myo.js: ${size} bytes gzip`);
