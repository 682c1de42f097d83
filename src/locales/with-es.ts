/** Makes Spanish known before any element asks for words. */
import { es } from './es.ts';
import { addMessages } from './index.ts';

addMessages(es);
