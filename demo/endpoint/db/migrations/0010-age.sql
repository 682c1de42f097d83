-- What is over for longer than a clinic keeps it.
create index booking_by_age on booking (clinic, created_at);
