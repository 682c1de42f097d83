-- A code that was sent to a contact, which proves that it is theirs. Both are kept as keyed hashes.
create table contact_code (
  clinic text not null,
  contact text not null,
  code text not null,
  guesses integer not null default 0,
  expires_at timestamptz not null,
  primary key (clinic, contact)
);
