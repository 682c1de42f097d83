/** Makes `dist/custom-elements.json` from the elements' own doc comments. */
export default {
  globs: ['src/elements/**/*.ts', 'src/define.ts', 'src/events.ts'],
  outdir: 'dist',
  litelement: true,
};
