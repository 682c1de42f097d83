import type { CallName } from '../../../src/contract/index.ts';
import type { Handler } from './asked.ts';
import { availability, firstFree } from './availability.ts';
import { book } from './book.ts';
import { catalog, checklist } from './catalog.ts';
import { extend, held, release } from './holds.ts';
import { hold } from './make-hold.ts';

/** Who answers which call; the compiler asks for one for every call of the contract. */
export const handlers: { readonly [Name in CallName]: Handler<Name> } = {
  catalog,
  availability,
  firstFree,
  checklist,
  hold,
  held,
  extend,
  release,
  book,
};
