import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onEveryDatabase } from '../helpers/databases.ts';
import { worker } from '../helpers/deliver.ts';
import { cedar, testEndpoint } from '../helpers/endpoint.ts';
import { receptionist } from '../helpers/receptionist.ts';
import { booking } from '../helpers/patient.ts';

/** The first assessment by video, at a clinic without any room for it; and a treatment that is shown to nobody. */
const byVideo = () =>
  cedar((data) => {
    const assessment = data.services.find(({ id }: { id: string }) => id === 's10');
    assessment.modes = ['video'];
    delete assessment.roomKind;
    data.services.find(({ id }: { id: string }) => id === 's8').listed = false;
    data.therapists.find(({ id }: { id: string }) => id === 't5').serviceIds.push('s10');
  });
const week = 'service=s10&from=2026-12-01&to=2026-12-04';

onEveryDatabase('A service by video', (db) => {
  it('is held without a room: whoever gives it is all that it takes', async () => {
    const { patient } = testEndpoint(db(), { clinic: byVideo() });
    const maria = patient();
    const { slots } = (await maria.looksFor(week)).body;
    assert.ok(slots.length > 20);
    const modes = slots.map((slot: { appointments: { mode: string }[] }) => slot.appointments[0]!.mode);
    assert.deepEqual([...new Set(modes)], ['video']);
    const [first] = slots;
    const beside = slots.find(
      (slot: typeof first) =>
        slot.start === first.start && slot.appointments[0].therapistId !== first.appointments[0].therapistId,
    );
    const held = await maria.holds(first.id);
    assert.equal(held.status, 201, JSON.stringify(held.body));
    assert.equal((await patient().holds(first.id)).problem, 'slot-taken');
    if (beside) assert.equal((await patient().holds(beside.id)).status, 201, 'two at once need no two rooms');
    const booked = await maria.books(held.body.token);
    assert.equal(booked.status, 201, JSON.stringify(booked.body));
    assert.equal(booked.body.appointments[0].mode, 'video');
    assert.equal((await maria.sees(booked.body.manageToken)).body.appointments[0].mode, 'video');
  });

  it('says so in its messages, its calendar file and at the desk, and names no address', async () => {
    const endpoint = testEndpoint(db(), { clinic: byVideo() });
    const maria = endpoint.patient();
    const [slot] = (await maria.looksFor(week)).body.slots;
    const { token } = (await maria.holds(slot.id)).body;
    const patient = { ...booking().patient, email: 'maria@example.org' };
    const { body } = await maria.books(token, { ...booking(), patient });
    assert.match(await (await maria.downloads(body.manageToken)).text(), /LOCATION:By video\r/);
    const noor = await receptionist(endpoint);
    const [visit] = (await noor.day(slot.start.slice(0, 10))).body.appointments;
    assert.deepEqual([visit.appointments[0].mode, visit.appointments[0].room], ['video', '']);
    const post = worker(endpoint, {});
    await post.delivers();
    const letter = post.outbox!.shown.find(({ to }) => to.includes('maria@example.org'))!;
    assert.match(letter.text, /Where: By video/);
    assert.doesNotMatch(letter.text, /Juniper|Alder/);
  });

  it('may be moved, and cancelled and taken back', async () => {
    const endpoint = testEndpoint(db(), { clinic: byVideo() });
    const maria = endpoint.patient();
    const { slots } = (await maria.looksFor(week)).body;
    const booked = await maria.books((await maria.holds(slots[0].id)).body.token);
    const { manageToken } = booked.body;
    const hold = (await maria.holds(slots.at(-1).id, { replaces: manageToken })).body.token;
    const moved = await maria.changes(manageToken, 'reschedule', { body: { hold } });
    assert.equal(moved.status, 200, JSON.stringify(moved.body));
    const gone = await maria.changes(manageToken, 'cancel', { revision: moved.body.revision });
    assert.equal(gone.status, 200, JSON.stringify(gone.body));
    const back = await maria.changes(manageToken, 'undo', { revision: gone.body.revision });
    assert.equal(back.body.status, 'booked', JSON.stringify(back.body));
    assert.equal((await endpoint.patient().holds(slots[0].id)).status, 201);
  });

  it('is not the only thing that few are told of: what is not listed can be had by its id', async () => {
    const { patient } = testEndpoint(db(), { clinic: byVideo() });
    const { services } = (await patient().catalog()).body;
    assert.equal(services.find(({ id }: { id: string }) => id === 's8').listed, false);
    const { slots } = (await patient().looksFor('service=s8&from=2026-12-01&to=2026-12-08')).body;
    assert.equal((await patient().holds(slots[0].id)).status, 201);
  });
});
