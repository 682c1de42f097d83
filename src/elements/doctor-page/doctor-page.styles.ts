/** How the page for a doctor looks, on the screen and on paper; black on white in both. */
export const paperRules = `
  .paper {
    display: grid;
    gap: 0.75em;
    padding: clamp(1em, 6%, 2.5em);
    background: #fff;
    color: #1a1f1e;
    border: 1px solid #8a918f;
    font-size: 0.875em;
    line-height: 1.45;
  }
  .paper :is(h4, h5, p, dl, dd, ul) { margin: 0; padding: 0; }
  .paper h4 { font-size: 1.375em; line-height: 1.2; font-weight: 650; text-wrap: balance; }
  .paper h5 { font-size: 1em; font-weight: 650; padding-block-start: 0.75em; border-block-start: 1px solid #c6cbc9; }
  .paper dl { display: grid; gap: 0.375em; }
  .paper dl div { display: grid; grid-template-columns: minmax(7em, 1fr) 3fr; gap: 1em; }
  .paper :is(dt, small) { color: #4c5452; }
  .paper small { font-size: 0.9em; }
  .paper dd { font-weight: 550; }
  .paper .reasons { list-style: disc; padding-inline-start: 1.25em; }
  .paper .boxes { list-style: none; display: grid; gap: 0.6em; }
  .paper .boxes li { display: grid; grid-template-columns: auto 1fr; gap: 0.75em; align-items: start; }
  .paper .boxes li::before { content: ''; inline-size: 1em; block-size: 1em; margin-block-start: 0.15em; border: 1.5px solid #1a1f1e; }
  .paper .boxes li:nth-child(2) { padding-block-end: 2em; border-block-end: 1px solid #8a918f; }
  .paper .line { padding-block-start: 1.25em; border-block-end: 1px solid #8a918f; color: #4c5452; }
  .paper .agreed { padding-block-start: 1em; }
  .paper address { font-style: normal; }
`;

/** What stands around it on the screen. */
export const screenRules = `
  .doctor { display: grid; gap: 0.75em; padding-block-start: 1.25em; border-block-start: 1px solid var(--_line); }
  .doctor summary { min-block-size: var(--_target); align-content: center; cursor: pointer; text-decoration: underline; text-underline-offset: 0.2em; }
  .doctor iframe { position: absolute; inline-size: 0; block-size: 0; border: 0; visibility: hidden; }
  .doctor [role=status]:empty { display: none; }
  @media print { .doctor { display: none; } }
`;

/** A page of its own, with nothing else on it. */
export const printRules = `
  @page { margin: 18mm; }
  html { font: 11.5pt/1.45 system-ui, sans-serif; }
  body { margin: 0; }
  .paper { padding: 0; border: 0; font-size: 1em; }
`;
