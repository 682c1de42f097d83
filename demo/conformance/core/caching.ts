import { check } from '../check.ts';
import type { Reply } from '../client.ts';
import { must, mustAnswer } from '../fault.ts';

const mustBeTagged = (reply: Reply) => {
  const tag = reply.headers.get('ETag');
  must(tag, 'the answer has no ETag', reply);
  must(/^(W\/)?"[^"]*"$/.test(tag), `an ETag stands in quotes: ${tag}`, reply);
  return tag;
};

async function mustBeKept(ask: (headers: Record<string, string>) => Promise<Reply>) {
  const reply = await ask({});
  mustAnswer(reply, 200);
  const tag = mustBeTagged(reply);
  const again = await ask({ 'If-None-Match': tag });
  must(again.status === 304, `with If-None-Match: ${tag} the answer should be 304, not ${again.status}`, reply, again);
  must(again.exchange.text === '', 'a 304 has no body', again);
  const other = await ask({ 'If-None-Match': '"another"' });
  mustAnswer(other, 200);
}

const maxAge = ({ headers }: Reply) =>
  Number(/max-age=(\d+)/.exec(headers.get('Cache-Control') ?? '')?.[1] ?? Number.NaN);

export const caching = [
  check('the catalog has an ETag, and costs nothing the second time', (kit) => mustBeKept(kit.client.catalog)),
  check('free times have an ETag, and cost nothing the second time', (kit) =>
    mustBeKept((headers) => kit.asksForMonth(headers)),
  ),
  check('the ETag of free times changes with a hold', async (kit) => {
    const [slot] = await kit.free(1);
    const before = await kit.month();
    const token = await kit.holds([slot]);
    const after = await kit.month();
    must(mustBeTagged(before) !== mustBeTagged(after), 'it is the same before and after', before, after);
    await kit.client.release(token);
  }),
  check('free times are kept privately, and for ten seconds at most', async (kit) => {
    const reply = await kit.month();
    const said = reply.headers.get('Cache-Control') ?? '';
    must(/\bprivate\b|\bno-(store|cache)\b/.test(said), `Cache-Control: ${said}`, reply);
    must(/\bno-(store|cache)\b/.test(said) || maxAge(reply) <= 10, `Cache-Control: ${said}`, reply);
  }),
];
