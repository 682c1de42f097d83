-- Whether somebody at the desk may copy and erase what is kept of a patient.
alter table desk_key add column records boolean not null default false;
