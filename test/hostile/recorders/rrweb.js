/** rrweb with nothing masked, frames of other origins too. */
import { record } from 'rrweb';

window.caught = [];
record({
  emit: (event) => window.caught.push(JSON.stringify(event)),
  maskAllInputs: false,
  recordDOM: true,
  recordCrossOriginIframes: true,
});
