import { oneLine, senderName } from '../phrases.ts';
import { messageWords } from '../words.ts';
import type { Fact } from '../letter.ts';
import type { Writer } from '../write.ts';

/** Tells the desk whom to call. */
export const callMeBack: Writer = async ({ message }, { clinic }) => {
  const { callback } = message.detail ?? {};
  if (!callback) return undefined;
  const [language = 'en'] = clinic.languages;
  const { facts, callBack } = messageWords(language);
  const known: readonly Fact[] = [
    [facts.name, oneLine(callback.name)],
    [facts.phone, callback.phone],
    ...(callback.when ? [[facts.when, oneLine(callback.when)] as const] : []),
  ];
  const letter = {
    subject: callBack.subject,
    language,
    lines: callBack.lines,
    facts: [known],
    links: [],
    closing: [],
    sender: senderName(clinic),
    short: callBack.subject,
  };
  return { name: clinic.data.clinic.name, address: clinic.data.messages.desk, letter };
};
