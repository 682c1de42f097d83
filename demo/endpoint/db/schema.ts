import type { ColumnType, Generated, Kysely, Transaction } from 'kysely';
import type {
  BookingRequest,
  BookingStatus,
  CallbackRequest,
  QuestionnaireResponse,
  WaitlistRequest,
} from '../../../src/contract/index.ts';
import type { Screening } from '../../../src/domain/checklist/questionnaire.ts';
import type { MessageTable } from '../messages/message.ts';

/** JSON is handed over as text and comes back read. */
export type Json<T> = ColumnType<T, string, string>;

/** An appointment as it is kept: instants, and the room, which no patient needs to know. */
export interface StoredAppointment {
  readonly id: string;
  readonly serviceId: string;
  readonly addOnIds: readonly string[];
  readonly therapistId: string;
  readonly locationId: string;
  readonly roomId: string;
  /** In milliseconds. */
  readonly start: number;
  readonly end: number;
  /** The id of the visit's slot that it is a part of. */
  readonly visit?: string;
  /** Only once it is cancelled; until then the booking's own status is its. */
  readonly status?: 'cancelled';
}

/** What a booking was before its last change, so that the change can be taken back. */
export interface BeforeChange {
  /** The revision that the change was made to: once there is another change, this one cannot be taken back. */
  readonly revision: number;
  readonly status: BookingStatus;
  readonly appointments: readonly StoredAppointment[];
  readonly screenings: readonly Screening[];
  /** In milliseconds. */
  readonly expires: number;
}

/** What the patient sent with a booking, and what the screening made of each of its appointments. */
export interface BookingBody {
  readonly request: BookingRequest;
  readonly screenings: readonly Screening[];
  /** When it was sent, and so agreed to, in milliseconds. */
  readonly agreedAt: number;
  /** When the health questions were answered anew, in milliseconds. */
  readonly answeredAt?: number | undefined;
  /** When consents were withdrawn, by their ids, in milliseconds. */
  readonly withdrawn?: Readonly<Record<string, number>> | undefined;
  /** Why the patient has cancelled, in their own words. */
  readonly cancelReason?: string | undefined;
}

/** What somebody heard about a booking that waited for a doctor, or for the therapist's call. */
export interface ClearanceGiven {
  readonly answer: 'no-objection' | 'with-limits' | 'advises-against';
  /** Who has said so: the doctor, or whoever talked to the patient. */
  readonly by: string;
  /** The last day for which it is good, `YYYY-MM-DD`. */
  readonly until?: string | undefined;
  readonly limits?: string | undefined;
  /** In milliseconds, and by whom at the desk. */
  readonly at: number;
  readonly person: string;
}

/** Times are bound as parameters, never asked of the database; a booking that stays has the far expiry. */
export interface Tables {
  booking: {
    clinic: string;
    id: string;
    status: 'held' | BookingStatus;
    revision: Generated<number>;
    /** Counted up, it spends every token made so far. */
    generation: Generated<number>;
    expires_at: Date;
    /** How often the hold may still be extended. */
    extensions: number;
    /** A keyed hash of who holds, empty once it is a booking. */
    client: string;
    /** Of a hold: the booking that it is to move, whose places are in its way no more than its own. */
    moving: string | null;
    reference: string | null;
    appointments: Json<readonly StoredAppointment[]>;
    body: Json<BookingBody> | null;
    clearance: Json<ClearanceGiven> | null;
    created_at: Date;
    changed_at: Date | null;
    before_change: Json<BeforeChange> | null;
    coming_at: Date | null;
  };
  /** A longer form of a booking, as far as it is filled in. */
  form: {
    clinic: string;
    booking: string;
    questionnaire: string;
    response: Json<QuestionnaireResponse>;
    complete: boolean;
    saved_at: Date;
  };
  item: {
    clinic: string;
    resource: string;
    start_quantum: number;
    end_quantum: number;
    booking: string;
    expires_at: Date;
  };
  claim: {
    clinic: string;
    resource: string;
    quantum: number;
    booking: string;
    expires_at: Date;
    claimed_at: Date;
  };
  idempotency: {
    clinic: string;
    key: string;
    fingerprint: string;
    status: number | null;
    answer: Json<unknown> | null;
    booking: string | null;
    created_at: Date;
  };
  waiting: {
    clinic: string;
    id: string;
    client: string;
    contact: string;
    wish: Json<WaitlistRequest>;
    created_at: Date;
    ends_at: Date;
    in_line_since: Date;
    hold: string | null;
    offer_until: Date | null;
    offered: Json<readonly string[]>;
  };
  contact_turn: { clinic: string; contact: string; taken_at: Date };
  contact_code: {
    clinic: string;
    contact: string;
    code: string;
    guesses: Generated<number>;
    expires_at: Date;
  };
  desk_key: {
    clinic: string;
    id: string;
    name: string;
    hash: string;
    /** Whether they may copy and erase what is kept of a patient. */
    records: Generated<boolean>;
    created_at: Date;
    revoked_at: Date | null;
  };
  desk_log: {
    clinic: string;
    id: Generated<string>;
    at: Date;
    key: string;
    person: string;
    action: string;
    bookings: Json<readonly string[]>;
  };
  callback: {
    clinic: string;
    id: string;
    request: Json<CallbackRequest>;
    created_at: Date;
    done_at: Date | null;
    done_by: string | null;
  };
  message: MessageTable;
}

export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;

/** When a booking that stays expires. */
export const FAR = new Date('9999-12-31T00:00:00Z');
