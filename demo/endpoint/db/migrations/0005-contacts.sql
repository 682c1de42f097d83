-- Whose bookings: by e-mail address, or by how a phone number ends.
create index booking_of_email on booking (clinic, lower(body #>> '{request,patient,email}'));

create index booking_of_phone on booking (clinic, right(regexp_replace(body #>> '{request,patient,phone}', '[^0-9]', '', 'g'), 9));
