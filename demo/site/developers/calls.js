/** Every call of the contract, made from `openapi.json` when the page is read. */
import { code, files, make, table } from './dom.js';

const response = await fetch(new URL('openapi.json', files));
const { paths } = await response.json();

const sent = ({ requestBody }) => nameOf(requestBody?.content?.['application/json']?.schema);
const answered = ({ responses }) => {
  const [status, good] = Object.entries(responses).find(([code]) => code < 300);
  return make('span', {}, `${status} `, nameOf(Object.values(good.content ?? {})[0]?.schema) ?? '');
};
const nameOf = (schema) => (schema?.$ref ? code(schema.$ref.split('/').at(-1)) : undefined);
const refused = ({ responses }) =>
  Object.keys(responses)
    .filter((status) => status >= 400)
    .join(', ');

const rows = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, call]) => [
    code(`${method.toUpperCase()} ${path}`),
    call.security ? 'token' : '',
    sent(call),
    answered(call),
    refused(call),
  ]),
);
document.getElementById('calls').append(table(['Call', 'Needs', 'Sent', 'Answer', 'Refused with'], rows));
