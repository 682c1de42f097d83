import assert from 'node:assert/strict';
import { it } from 'node:test';
import { answers } from '../helpers/checklist.ts';
import { onEveryDatabase } from '../helpers/databases.ts';
import { testEndpoint } from '../helpers/endpoint.ts';
import { booking, type Json } from '../helpers/patient.ts';
import { receptionist } from '../helpers/receptionist.ts';

const nine = 's2~t1~2026-12-01T16:00Z';
const later = 's2~t1~2026-12-08T16:00Z';
const latest = 's2~t1~2026-12-15T16:00Z';

onEveryDatabase('Answers that are changed with a move', (db) => {
  const open = async (...yes: readonly string[]) => {
    const endpoint = testEndpoint(db());
    const maria = endpoint.patient();
    const { body: booked } = await maria.books((await maria.holds(nine)).body.token, booking(...yes));
    const moves = async (to: string, revision: number, checklist?: object) => {
      const { token } = (await maria.holds(to)).body;
      const body = { hold: token, ...(checklist && { checklist }) };
      return maria.changes(booked.manageToken, 'reschedule', { body, revision });
    };
    const reads = async (day: string) => {
      const [visit] = (await (await receptionist(endpoint)).day(day)).body.appointments;
      return visit.changedAnswers as readonly string[];
    };
    return { booked, moves, reads };
  };

  it('are told to the therapist where they wanted a doctor before, and stay told', async () => {
    const { booked, moves, reads } = await open('clot', 'sore');
    assert.equal(booked.status, 'pending');
    const moved = await moves(later, 1, answers('sore'));
    assert.deepEqual([moved.status, moved.body.status], [200, 'booked'], JSON.stringify(moved.body));
    assert.deepEqual(await reads('2026-12-08'), ['Did you have a clot?']);
    assert.equal((await moves(latest, 2, answers())).status, 200);
    assert.deepEqual(await reads('2026-12-15'), ['Did you have a clot?']);
  });

  it('are not the same ones in the words of another language', async () => {
    const { moves, reads } = await open('clot');
    const said = answers('clot');
    const inSpanish = {
      ...said,
      item: said.item.map((item) => ({
        ...item,
        answer: item.answer?.map(({ valueCoding }: Json) => ({ valueCoding: { ...valueCoding, display: 'Sí' } })),
      })),
    };
    assert.equal((await moves(later, 1, inSpanish)).body.status, 'pending');
    assert.deepEqual(await reads('2026-12-08'), []);
  });

  it('are nothing to tell where no doctor was wanted, or nothing was answered anew', async () => {
    const sore = await open('sore');
    assert.equal((await sore.moves(later, 1, answers())).status, 200);
    assert.deepEqual(await sore.reads('2026-12-08'), []);
    const clot = await open('clot');
    assert.equal((await clot.moves(latest, 1)).status, 200);
    assert.deepEqual(await clot.reads('2026-12-15'), []);
  });
});
