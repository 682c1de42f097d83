/** In the doctor's classic script, which has no `import.meta`, the frame stands beside the tag that asked for the doctor. */
const tag = document.querySelector<HTMLScriptElement>('script[data-doctor][src]');

export const frameUrl = new URL('frame.html', tag?.src || document.baseURI);
