import { createHash } from 'node:crypto';
import type { Generated, Selectable } from 'kysely';
import type { CallbackRequest } from '../../../src/contract/index.ts';
import type { Json, StoredAppointment } from '../db/schema.ts';

/** By which way something is sent. */
export type Channel = 'email' | 'sms' | 'webhook';

/** What a message tells of. */
export type Topic = BookingTopic | 'links' | 'callback' | 'code' | 'offer';
export type BookingTopic = 'booked' | 'changed' | 'confirmed' | 'freed' | 'cancelled' | 'reminder' | 'after-visit';

/** Who is told; an address is looked up when it is sent. */
export type Recipient = 'patient' | 'contact' | 'desk' | 'hook' | `therapist:${string}`;

/** What a message tells beyond its booking; forgotten as soon as the message is settled. */
export interface MessageDetail {
  /** The start of the visit that it is about, in milliseconds. */
  readonly visit?: number;
  /** What the booking had before and has no longer. */
  readonly lost?: readonly StoredAppointment[];
  /** The booking's revision and status in the moment that a webhook tells of. */
  readonly revision?: number;
  readonly status?: string;
  /** Where it goes, where no booking says so. */
  readonly contact?: string;
  readonly language?: string;
  readonly code?: string;
  /** Who has waited, and the hold that is theirs for a while. */
  readonly waiting?: string;
  readonly hold?: string;
  /** Who wants to be called. */
  readonly callback?: CallbackRequest;
}

/** A message that is to be sent, and when. */
export interface NewMessage {
  /** What makes it this message and no other: the same is put into the outbox once. */
  readonly id: string;
  readonly topic: Topic;
  readonly channel: Channel;
  readonly recipient: Recipient;
  readonly booking?: string;
  readonly detail?: MessageDetail;
  /** In milliseconds. */
  readonly due: number;
  /** From when on nobody needs it any more. */
  readonly lapses?: number;
}

/** How it ended. `in doubt`: its worker died in the very moment of handing it over, and it may have arrived. */
export type Outcome = 'sent' | 'given up' | 'in doubt' | 'lapsed' | 'needless';

export interface MessageTable {
  clinic: string;
  id: string;
  topic: Topic;
  channel: Channel;
  recipient: Recipient;
  booking: string | null;
  detail: Json<MessageDetail> | null;
  created_at: Date;
  due_at: Date;
  lapses_at: Date | null;
  tries: Generated<number>;
  taken_until: Date | null;
  handed_over_at: Date | null;
  settled_at: Date | null;
  outcome: Outcome | null;
}

export type Message = Selectable<MessageTable>;

/** An id that is the same for the same message and says nothing about what is in it: others get to see it. */
export const messageId = (clinic: string, name: string): string =>
  createHash('sha256').update(`${clinic}\n${name}`).digest('base64url').slice(0, 27);
