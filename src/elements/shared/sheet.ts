/**
 * Rules as a constructed sheet, so that no page's policy has to allow a style; made once, when it is first asked for, since
 * there is no browser where a page is made on a server.
 */
export function sheetOf(rules: string): () => CSSStyleSheet {
  let made: CSSStyleSheet | undefined;
  return () => {
    if (made) return made;
    made = new CSSStyleSheet();
    made.replaceSync(rules);
    return made;
  };
}
