/** What is said where a patient asks to be called: here, since the one tag never says it. */
export interface CallBackWords {
  readonly open: string;
  readonly only: string;
  readonly name: string;
  readonly phone: string;
  readonly when: string;
  readonly noName: string;
  readonly noPhone: string;
  readonly send: string;
  readonly sending: string;
  sent(name: string, phone: string): string;
  readonly failed: string;
}

const en: CallBackWords = {
  open: 'Ask us to call you',
  only: 'Only what you type here goes to the clinic, none of your answers.',
  name: 'Your name',
  phone: 'Your phone',
  when: 'When is a good time? (optional)',
  noName: 'Please enter your name.',
  noPhone: 'Please enter a phone number, for example (303) 555-0100.',
  send: 'Please call me',
  sending: 'One moment…',
  sent: (name, phone) => `Thank you, ${name}. We will call you on ${phone}.`,
  failed: 'That did not work. Please try again, or call us.',
};

const es: CallBackWords = {
  open: 'Pídanos que le llamemos',
  only: 'Solo lo que escriba aquí llega a la clínica, ninguna de sus respuestas.',
  name: 'Su nombre',
  phone: 'Su teléfono',
  when: '¿Cuándo le viene bien? (opcional)',
  noName: 'Por favor, escriba su nombre.',
  noPhone: 'Por favor, escriba un número de teléfono, por ejemplo (303) 555-0100.',
  send: 'Llámenme, por favor',
  sending: 'Un momento…',
  sent: (name, phone) => `Gracias, ${name}. Le llamaremos al ${phone}.`,
  failed: 'No ha funcionado. Inténtelo de nuevo o llámenos.',
};

export const wordsFor = (tag: string): CallBackWords => (tag === 'es' ? es : en);
