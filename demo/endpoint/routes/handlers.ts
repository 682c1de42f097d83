import type { EveryCallName } from '../../../src/contract/index.ts';
import type { Handler } from './asked.ts';
import { availability, firstFree } from './availability.ts';
import { book } from './book.ts';
import { callBack } from './callbacks.ts';
import { catalog, checklist } from './catalog.ts';
import { extend, held, release } from './holds.ts';
import { links } from './links.ts';
import { hold } from './make-hold.ts';
import { stopWaiting, wait } from './waitlist.ts';

/** Who answers which call; the compiler asks for one for every call of the contract. */
export const handlers: { readonly [Name in EveryCallName]: Handler<Name> } = {
  catalog,
  availability,
  firstFree,
  checklist,
  hold,
  held,
  extend,
  release,
  book,
  links,
  callBack,
  wait,
  stopWaiting,
};
