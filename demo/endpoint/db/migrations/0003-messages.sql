-- What is to be sent, written in the transaction that it tells of. Neither words nor addresses are kept here: they are
-- made from the booking at the moment of sending.
create table message (
  clinic text not null,
  id text not null,
  topic text not null,
  channel text not null,
  recipient text not null,
  booking text,
  detail jsonb,
  created_at timestamptz not null,
  due_at timestamptz not null,
  lapses_at timestamptz,
  tries integer not null default 0,
  -- Until when one worker alone may send it.
  taken_until timestamptz,
  -- Set in the last moment before the other side gets it: from here on it may have arrived.
  handed_over_at timestamptz,
  settled_at timestamptz,
  outcome text,
  primary key (clinic, id)
);

create index message_due on message (clinic, due_at) where settled_at is null;

create index message_of_booking on message (clinic, booking);
