/** The small values that every message of the contract is made of. */
import * as v from 'valibot';

/** A type whose every level is read-only. */
export type Immutable<T> = T extends (infer Item)[]
  ? readonly Immutable<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Immutable<T[Key]> }
    : T;

/** What a schema's value is once read: the same shape, never written to. */
export type Of<Schema extends v.GenericSchema> = Immutable<v.InferOutput<Schema>>;

/**
 * Plain text, never markup. NUL and lone surrogates are valid JSON, yet databases refuse the one and silently
 * replace the other, so both stop here.
 */
export const text = (maxLength = 512) => v.pipe(v.string(), v.maxLength(maxLength), v.regex(/^[^\0\p{Cs}]*$/u));

/** Text that says something. */
export const words = (maxLength = 512) => v.pipe(text(maxLength), v.regex(/\S/u));

/** An opaque identifier: says nothing in a log or an address. */
export const Id = words();

/** A day in the clinic's zone, `YYYY-MM-DD` (RFC 3339 full-date). */
export const LocalDate = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));

/** A time of day on the wall, `HH:MM`. */
export const LocalTime = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

/** An instant with the clinic's own offset and its seconds (RFC 3339 date-time). */
export const Instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(Z|[+-]\d\d:\d\d)$/),
);

/** Money as a decimal string and an ISO 4217 code: `{ amount: "85.00", currency: "USD" }`. */
export const Money = v.object({
  amount: v.pipe(v.string(), v.regex(/^\d{1,12}(\.\d{1,4})?$/)),
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
});
export type Money = Of<typeof Money>;

/** A phone number to dial (E.164) and the same as printed. */
export const Phone = v.object({ tel: v.pipe(v.string(), v.regex(/^\+?[0-9]{3,15}$/)), text: words(40) });
export type Phone = Of<typeof Phone>;

/** Digits as people write them, at least six; what is dialled is made of the digits alone. */
export const PhoneNumber = v.pipe(text(40), v.regex(/^\+?(?:[\s().\-/]*\d){6,15}[\s().\-/]*$/));

/** Something with one @ and a dot behind it; only a message that arrives proves more. */
export const EmailAddress = v.pipe(
  text(254),
  v.regex(/^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+\.[^\s@.<>(),;:"[\]\\]{2,}$/),
);

/** An address on the web. */
export const WebAddress = v.pipe(text(2000), v.regex(/^https?:\/\//));

/** A whole number of something that cannot be negative. */
export const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
