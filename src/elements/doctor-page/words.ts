/** What the page for a doctor says: here, since few bookings need it. */
export interface DoctorPageWords {
  readonly heading: string;
  readonly how: string;
  readonly print: string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly look: string;
  readonly title: string;
  readonly intro: (clinic: string) => string;
  readonly patient: string;
  readonly born: (date: string) => string;
  readonly treatment: string;
  readonly planned: string;
  readonly number: string;
  readonly why: string;
  readonly noDiagnosis: string;
  readonly answer: string;
  readonly answers: readonly string[];
  readonly validUntil: string;
  readonly doctor: string;
  readonly signed: string;
  readonly agreed: string;
  readonly reply: (deadline: string) => string;
}

const en: DoctorPageWords = {
  heading: 'For your doctor',
  how: 'Take this page to your doctor, or send it. As soon as we have the answer, we tell you.',
  print: 'Print or save the page',
  copy: 'Copy its text',
  copied: 'Copied. You can paste it into a message to your doctor.',
  notCopied: 'Copying does not work here. Please print or save the page instead.',
  look: 'Look at the page',
  title: 'A question to a doctor before a treatment',
  intro: (clinic) =>
    `${clinic} would like to treat this patient, and asks you whether anything speaks against it. The place is kept until you answer.`,
  patient: 'Patient',
  born: (date) => `born ${date}`,
  treatment: 'Treatment',
  planned: 'Planned for',
  number: 'Number of the booking',
  why: 'Why we ask: the patient has answered',
  noDiagnosis: 'These are the patient’s own answers to our questions. We have made no diagnosis.',
  answer: 'Your answer',
  answers: [
    'No objection to this treatment',
    'Yes, with these limits (place, pressure, position):',
    'I advise against it for now',
  ],
  validUntil: 'Valid until',
  doctor: 'Name, practice, phone',
  signed: 'Date, signature',
  agreed: 'Patient: I agree that my doctor gives this answer to the clinic.',
  reply: (deadline) => `Please answer us by ${deadline}:`,
};

const es: DoctorPageWords = {
  heading: 'Para su médico',
  how: 'Lleve esta página a su médico, o envíesela. En cuanto tengamos la respuesta, le avisamos.',
  print: 'Imprimir o guardar la página',
  copy: 'Copiar el texto',
  copied: 'Copiado. Puede pegarlo en un mensaje a su médico.',
  notCopied: 'Aquí no se puede copiar. Por favor, imprima o guarde la página.',
  look: 'Ver la página',
  title: 'Una pregunta a un médico antes de un tratamiento',
  intro: (clinic) =>
    `${clinic} quisiera tratar a este paciente y le pregunta si hay algo en contra. La cita se guarda hasta su respuesta.`,
  patient: 'Paciente',
  born: (date) => `nacido el ${date}`,
  treatment: 'Tratamiento',
  planned: 'Previsto para',
  number: 'Número de la reserva',
  why: 'Por qué preguntamos: el paciente ha respondido',
  noDiagnosis: 'Son las propias respuestas del paciente a nuestras preguntas. No hemos hecho ningún diagnóstico.',
  answer: 'Su respuesta',
  answers: [
    'Nada en contra de este tratamiento',
    'Sí, con estos límites (lugar, presión, postura):',
    'Por ahora lo desaconsejo',
  ],
  validUntil: 'Válido hasta',
  doctor: 'Nombre, consulta, teléfono',
  signed: 'Fecha, firma',
  agreed: 'Paciente: estoy de acuerdo en que mi médico dé esta respuesta a la clínica.',
  reply: (deadline) => `Por favor, respóndanos antes del ${deadline}:`,
};

export const wordsFor = (language: string): DoctorPageWords => (language.split('-')[0] === 'es' ? es : en);
