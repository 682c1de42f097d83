import type { Carrier, Parcel } from './carrier.ts';
import { mailId, senderOf, type Address, type CalendarFile } from './mail.ts';
import type { Post } from './smtp.ts';
import { write, type Desk } from './write.ts';

export interface MailRoom extends Desk {
  /** The calendar files that go along with a letter, where any do. */
  readonly calendarFor?: (parcel: Parcel, to: Address) => readonly CalendarFile[];
  readonly post: Post;
}

/** Writes what is told by e-mail, and sends it. */
export const mailCarrier = ({ calendarFor, post, ...desk }: MailRoom): Carrier => ({
  repeats: false,
  async carry(parcel) {
    const { message, now, handOver } = parcel;
    const from = senderOf(desk.clinic);
    const written = await write(parcel, desk);
    if (!from || !written?.address) return false;
    const to = { name: written.name, address: written.address };
    const mail = { id: mailId(message, from), date: new Date(now), from, to, letter: written.letter };
    await post({ ...mail, calendars: calendarFor?.(parcel, to) ?? [] }, handOver);
    return true;
  },
});
