-- Who joined the line, as a keyed hash, so that nobody is offered more at a time than they could hold.
alter table waiting add column client text not null default '';
