import type { Finding } from './conform.ts';
import type { Exchange } from './wire.ts';

const MOST = 1500;
const signs = { passed: '✔', failed: '✖', 'left out': '–' } as const;

/** One finding in lines to read; of a failed check the very requests and answers. */
export function lineOf({ level, check, ended, reason, shown = [] }: Finding): string {
  const head = `${signs[ended]} ${level}: ${check}`;
  if (ended === 'passed') return head;
  return [head, `    ${reason}`, ...shown.flatMap(transcript)].join('\n');
}

/** How many passed, failed and were left out, by name where they failed. */
export function summaryOf(findings: readonly Finding[]): string {
  const count = (ended: Finding['ended']) => findings.filter((one) => one.ended === ended).length;
  const leftOut = count('left out');
  return `${count('passed')} passed, ${count('failed')} failed${leftOut > 0 ? `, ${leftOut} left out` : ''}`;
}

function transcript({ method, url, sent, body, status, headers, text }: Exchange): readonly string[] {
  return [
    `${method} ${url}`,
    ...Object.entries(sent).map(([name, value]) => `${name}: ${value}`),
    ...(body === undefined ? [] : ['', short(body)]),
    '',
    `HTTP ${status}`,
    ...[...headers].map(([name, value]) => `${name}: ${value}`),
    ...(text ? ['', short(text)] : []),
    '',
  ].map((line) => `      ${line}`);
}

const short = (text: string) => (text.length > MOST ? `${text.slice(0, MOST)} … (${text.length} characters)` : text);
