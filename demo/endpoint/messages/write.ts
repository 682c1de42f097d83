import type { Clinic } from '../clinic/load-clinic.ts';
import type { Tokens } from '../routes/tokens.ts';
import type { Parcel } from './carrier.ts';
import type { Letter } from './letter.ts';
import { aboutBooking } from './letters/about-booking.ts';
import { callMeBack } from './letters/call-me-back.ts';
import { codeLetter } from './letters/code.ts';
import { linksAgain } from './letters/links-again.ts';
import { offerLetter } from './letters/offer.ts';
import type { Topic } from './message.ts';

/** A letter, and by which ways it reaches whom it is for. */
export interface Addressed {
  readonly name: string;
  readonly address?: string | undefined;
  readonly phone?: string | undefined;
  readonly letter: Letter;
}

/** What is written in a clinic's name: undefined where nobody is there to write to. */
export interface Desk {
  readonly clinic: Clinic;
  readonly tokens: Tokens;
}
export type Writer = (parcel: Parcel, desk: Desk) => Promise<Addressed | undefined>;

const writers: Readonly<Record<Topic, Writer>> = {
  booked: aboutBooking('booked'),
  changed: aboutBooking('changed'),
  confirmed: aboutBooking('confirmed'),
  freed: aboutBooking('freed'),
  cancelled: aboutBooking('cancelled'),
  reminder: aboutBooking('reminder'),
  'after-visit': aboutBooking('after-visit'),
  links: linksAgain,
  callback: callMeBack,
  code: codeLetter,
  offer: offerLetter,
};

/** Writes a letter in the moment when it is sent. */
export const write: Writer = (parcel, desk) => writers[parcel.message.topic](parcel, desk);
