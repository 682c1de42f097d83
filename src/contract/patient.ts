import * as v from 'valibot';
import { EmailAddress, Id, LocalDate, PhoneNumber, text, words, type Of } from './values.ts';

/** Someone who acts for the patient. */
export const RelatedPerson = v.object({
  name: words(200),
  relation: v.optional(text(100)),
  phone: v.optional(text(40)),
});
export type RelatedPerson = Of<typeof RelatedPerson>;

/** Who is treated. E-mail may be missing where a phone is given, and the other way round. */
export const Patient = v.object({
  name: v.pipe(words(200), v.regex(/^[^\r\n]*$/)),
  birthDate: v.optional(LocalDate),
  over18: v.optional(v.boolean()),
  phone: v.optional(PhoneNumber),
  email: v.optional(EmailAddress),
  language: v.optional(text(35)),
  returning: v.optional(v.boolean()),
  reach: v.optional(v.array(v.picklist(['email', 'sms', 'phone']))),
  bookedBy: v.optional(RelatedPerson),
  guardian: v.optional(RelatedPerson),
});
export type Patient = Of<typeof Patient>;

/** A consent text in the version that was shown, and the name that was typed under it. */
export const ConsentGiven = v.object({ id: Id, version: words(), signedName: v.optional(text(200)) });
export type ConsentGiven = Of<typeof ConsentGiven>;
