import { senderName } from '../phrases.ts';
import { messageWords } from '../words.ts';
import type { Writer } from '../write.ts';

/** The code that proves whose contact it is. */
export const codeLetter: Writer = async ({ message }, { clinic }) => {
  const { contact, code, language = 'en' } = message.detail ?? {};
  if (!contact || !code) return undefined;
  const words = messageWords(language);
  const letter = {
    subject: words.code.subject(code),
    language,
    lines: words.code.lines(code),
    facts: [],
    links: [],
    closing: [words.questions(clinic.data.clinic.phone.text)],
    sender: senderName(clinic),
    short: words.code.short(code),
  };
  return { name: '', ...(contact.includes('@') ? { address: contact } : { phone: contact }), letter };
};
