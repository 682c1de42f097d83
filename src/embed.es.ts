/** `dist/myo.es.js`: the one tag with Spanish inside, for pages whose policy allows no second file. */
import './locales/with-es.ts';
import './embed.ts';
