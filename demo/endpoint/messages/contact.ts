/** An e-mail address or a phone number in a form in which two can be compared. */
export const comparable = (contact: string): string =>
  contact.includes('@') ? contact.toLowerCase() : contact.replaceAll(/\D/g, '').slice(-LAST_DIGITS);

/** With and without its country, with and without a leading zero, a number ends the same. */
export const LAST_DIGITS = 9;
