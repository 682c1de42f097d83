import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';
import { sharedParts } from './custom-elements-manifest.parts.mjs';

/** Keeps what a page may use: public members and named events, of our elements and events, as the package holds them. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    const built = (path) => path.replace(/^src\/(.*)\.ts$/, 'dist/es/$1.js');
    const open = ({ name, privacy }) => (privacy ?? 'public') === 'public' && /^[a-z]/i.test(name);
    for (const module of customElementsManifest.modules) {
      module.path = built(module.path);
      for (const one of [...module.declarations, ...module.exports]) {
        for (const reference of [one.superclass, one.declaration])
          if (reference?.module) reference.module = built(reference.module);
        if (one.kind !== 'class') continue;
        one.members = one.members?.filter((member) => open(member) && !inside.has(member.name));
        one.events = one.events?.filter(({ name, description }) => name && description);
        for (const member of one.members ?? [])
          if (member.inheritedFrom?.module) member.inheritedFrom.module = built(member.inheritedFrom.module);
      }
    }
    customElementsManifest.modules = customElementsManifest.modules.filter(
      ({ path, declarations }) =>
        /\/(events|define|myo-element)\.js$/.test(path) || declarations.some(({ customElement }) => customElement),
    );
  },
};

/** Members that the elements use among themselves. */
const inside = new Set(['announcer', 'begin', 'run', 'tokenKey', 'text', 'format']);

/** Makes `dist/custom-elements.json` from the elements' own doc comments, and from that what editors read. */
export default {
  globs: ['src/elements/**/*.ts', 'src/define.ts', 'src/events.ts'],
  outdir: 'dist',
  litelement: true,
  plugins: [sharedParts, publicOnly, customElementVsCodePlugin({ outdir: 'dist', hideLogs: true })],
};
