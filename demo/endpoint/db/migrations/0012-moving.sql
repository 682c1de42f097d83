-- The booking that a hold is to move: what is its own already keeps no such hold out.
alter table booking add column moving text;
