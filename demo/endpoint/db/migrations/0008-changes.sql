-- What became of a booking after it was made, and what it was before, so that the last change can be taken back.
alter table booking add column changed_at timestamptz;

alter table booking add column before_change jsonb;

alter table booking add column coming_at timestamptz;

-- The longer forms of a booking, saved as they are filled in.
create table form (
  clinic text not null,
  booking text not null,
  questionnaire text not null,
  response jsonb not null,
  complete boolean not null,
  saved_at timestamptz not null,
  primary key (clinic, booking, questionnaire)
);

-- Whoever books takes this row first, so that what one contact may have at most is counted by one server at a time. A
-- keyed hash, forgotten soon.
create table contact_turn (
  clinic text not null,
  contact text not null,
  taken_at timestamptz not null,
  primary key (clinic, contact)
);
