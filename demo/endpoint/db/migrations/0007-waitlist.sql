-- Who waits for a time to become free, and what they were offered last. Whoever has a booking or waits no longer is
-- deleted.
create table waiting (
  clinic text not null,
  id text not null,
  -- A keyed hash: everybody waits once.
  contact text not null,
  wish jsonb not null,
  created_at timestamptz not null,
  ends_at timestamptz not null,
  -- Whoever was offered something goes to the end of the line.
  in_line_since timestamptz not null,
  -- The hold that is offered, until when, and every slot that was.
  hold text,
  offer_until timestamptz,
  offered jsonb not null,
  primary key (clinic, id)
);

create unique index waiting_once on waiting (clinic, contact);
