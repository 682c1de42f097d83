import type { EveryCallName } from '../../../src/contract/index.ts';
import { calendar } from '../manage/calendar.ts';
import { cancel } from '../manage/cancel.ts';
import { forms, saveForm } from '../manage/forms.ts';
import { booking, coming } from '../manage/read.ts';
import { reschedule } from '../manage/reschedule.ts';
import { undo } from '../manage/undo.ts';
import { withdraw } from '../manage/withdraw.ts';
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
  booking,
  reschedule,
  cancel,
  undo,
  coming,
  withdraw,
  forms,
  saveForm,
  calendar,
  links,
  callBack,
  wait,
  stopWaiting,
};
