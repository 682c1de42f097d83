/** In a file of its own the frame stands beside it; among the modules it is three folders up. */
const besideModules = import.meta.url.includes('/elements/extras/');

/** Where the page of an isolated booking is. */
export const frameUrl = new URL(besideModules ? '../../../frame.html' : 'frame.html', import.meta.url);
