import { check } from '../check.ts';
import { newKey } from '../client.ts';
import { must, mustAnswer, mustRefuse } from '../fault.ts';

const caller = { name: 'Conformance Check', phone: '+1 303 555 0100', when: 'after five' };

export const callbacks = [
  check('the clinic is asked to call, and to do so once for each key', async (kit) => {
    const key = newKey();
    mustAnswer(await kit.asksKindly('callBack', caller, key), 202);
    mustAnswer(await kit.asksKindly('callBack', caller, key), 202);
    mustRefuse(await kit.asksKindly('callBack', { ...caller, when: 'at noon' }, key), 422, 'key-reused');
  }),
  check('whoever cannot be called is told so, field by field', async (kit) => {
    for (const [field, value] of [
      ['phone', 'no phone'],
      ['name', 'A\r\nBcc: all@example.org'],
      ['when', 'a\nb'],
    ] as const) {
      const reply = await kit.client.call('callBack', { body: { ...caller, [field]: value } });
      mustRefuse(reply, 422, 'invalid');
      const pointers = (reply.problem.errors ?? []).map(({ pointer }) => pointer);
      must(pointers.includes(`/${field}`), `no error points at /${field}`, reply);
    }
  }),
];
