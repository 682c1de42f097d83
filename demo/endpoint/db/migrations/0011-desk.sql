-- Who works at the desk. Of a key only its hash is kept; one that is revoked stays, so that the log can name its owner.
create table desk_key (
  clinic text not null,
  id text not null,
  name text not null,
  hash text not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (clinic, id)
);

create unique index desk_key_once on desk_key (clinic, hash);

-- Who has read or decided what, and when. Bookings stand in it by their ids alone, so erasing one needs no change here.
create table desk_log (
  clinic text not null,
  id bigint generated always as identity,
  at timestamptz not null,
  key text not null,
  person text not null,
  action text not null,
  bookings jsonb not null,
  primary key (clinic, id)
);

create function desk_log_stays() returns trigger language plpgsql as $$ begin raise exception 'desk_log is append-only'; end $$;

create trigger desk_log_rows before update or delete on desk_log for each row execute function desk_log_stays();

create trigger desk_log_table before truncate on desk_log for each statement execute function desk_log_stays();

-- Who wants to be called, until somebody has.
create table callback (
  clinic text not null,
  id text not null,
  request jsonb not null,
  created_at timestamptz not null,
  done_at timestamptz,
  done_by text,
  primary key (clinic, id)
);

create index callback_by_age on callback (clinic, created_at);

-- What was answered about a booking that waited for it.
alter table booking add column clearance jsonb;

create index booking_waiting on booking (clinic, expires_at) where status in ('pending', 'proposed');
