/** rrweb with nothing masked. */
import { record } from 'rrweb';

window.caught = [];
record({ emit: (event) => window.caught.push(JSON.stringify(event)), maskAllInputs: false, recordDOM: true });
