/** The origin of an address on this page; none of what is no address. */
export const originOf = (address: string): readonly string[] =>
  URL.canParse(address, document.baseURI) ? [new URL(address, document.baseURI).origin] : [];
