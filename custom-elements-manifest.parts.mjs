/** Names of the shared parts that an element has, from its `@parts` tag, until its module is joined with the others. */
const named = new Map();

/** The parts that an element shares with others stand in `MyoElement`'s doc comment once; an element names its own by `@parts`. */
export const sharedParts = {
  name: 'shared-parts',
  analyzePhase({ ts, node }) {
    if (!ts.isClassDeclaration(node)) return;
    const tag = ts.getJSDocTags(node).find(({ tagName }) => tagName.text === 'parts');
    if (tag) named.set(node.name.text, String(tag.comment).split(/[\s,]+/));
  },
  packageLinkPhase({ customElementsManifest }) {
    const classes = customElementsManifest.modules.flatMap(({ declarations }) => declarations);
    const elements = classes.filter(({ customElement, tagName }) => customElement && tagName);
    for (const one of elements) {
      const isShared = (part) => part.inheritedFrom && !named.get(one.name)?.includes(part.name);
      one.cssParts = one.cssParts?.filter((part) => !isShared(part));
    }
    reachable(
      elements.find(({ tagName }) => tagName === 'myo-booking'),
      elements,
    );
  },
};

/** Through `<myo-booking>` a page reaches the parts of every step; each says whose it is. */
function reachable(booking, elements) {
  for (const { tagName, cssParts = [] } of elements.filter(({ tagName }) => inTheFlow.has(tagName)))
    for (const part of cssParts)
      if (!booking.cssParts.some(({ name }) => name === part.name))
        booking.cssParts.push({ name: part.name, description: part.description, inside: tagName });
}

const inTheFlow = new Set([
  'myo-service-picker',
  'myo-intake-checklist',
  'myo-therapist-calendar',
  'myo-patient-details',
  'myo-booking-summary',
]);
