-- Holds and bookings: one table, so that an expired hold is simply a row that no longer counts.
create table booking (
  clinic text not null,
  id text not null,
  status text not null,
  revision integer not null default 1,
  generation integer not null default 1,
  expires_at timestamptz not null,
  extensions integer not null,
  client text not null,
  reference text,
  appointments jsonb not null,
  body jsonb,
  created_at timestamptz not null,
  primary key (clinic, id)
);

create unique index booking_reference on booking (clinic, reference);

create index booking_of_client on booking (clinic, client, expires_at);

-- What availability reads: one row for each therapist and room of an appointment, buffers included.
create table item (
  clinic text not null,
  resource text collate "C" not null,
  start_quantum integer not null,
  booking text not null,
  end_quantum integer not null,
  expires_at timestamptz not null,
  primary key (clinic, resource, start_quantum, booking)
);

create index item_of_booking on item (clinic, booking);

-- What keeps two bookings apart, and nothing else: one row for each five minutes of each therapist and room.
create table claim (
  clinic text not null,
  resource text collate "C" not null,
  quantum integer not null,
  booking text not null,
  expires_at timestamptz not null,
  claimed_at timestamptz not null,
  primary key (clinic, resource, quantum)
);

create index claim_of_booking on claim (clinic, booking);

-- Answers that were given, less their tokens, so that the same request gets the same answer.
create table idempotency (
  clinic text not null,
  key text not null,
  fingerprint text not null,
  status integer,
  answer jsonb,
  booking text,
  created_at timestamptz not null,
  primary key (clinic, key)
);

create index idempotency_by_age on idempotency (clinic, created_at);
