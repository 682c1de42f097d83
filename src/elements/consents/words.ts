/** What is said of consents that were given: here, since the one tag never says it. */
export interface ConsentWords {
  readonly heading: string;
  readonly anyTime: string;
  signed(version: string, name: string, day: string): string;
  withdrawn(day: string): string;
  readonly withdraw: string;
  withdrawThis(text: string): string;
  readonly done: string;
  readonly failed: string;
}

const en: ConsentWords = {
  heading: 'You agreed to this',
  anyTime: 'You may take any of it back: here, and by calling us at any time.',
  signed: (version, name, day) => `Version ${version}${name && `, signed by ${name}`}${day && ` on ${day}`}.`,
  withdrawn: (day) => `Taken back on ${day}.`,
  withdraw: 'Take back',
  withdrawThis: (text) => `Take back: ${text}`,
  done: 'It is taken back, and the clinic sees it. Your appointment stands; call us if you would rather not come.',
  failed: 'That did not work. Nothing has changed. Please try again, or call us.',
};

const es: ConsentWords = {
  heading: 'Usted aceptó esto',
  anyTime: 'Puede retirar cualquiera de estos consentimientos: aquí, y cuando quiera llamándonos.',
  signed: (version, name, day) => `Versión ${version}${name && `, firmado por ${name}`}${day && ` el ${day}`}.`,
  withdrawn: (day) => `Retirado el ${day}.`,
  withdraw: 'Retirar',
  withdrawThis: (text) => `Retirar: ${text}`,
  done: 'Queda retirado, y la clínica lo ve. Su cita sigue en pie; llámenos si prefiere no venir.',
  failed: 'No ha funcionado. No ha cambiado nada. Inténtelo de nuevo o llámenos.',
};

export const wordsFor = (tag: string): ConsentWords => (tag === 'es' ? es : en);
