/** What the longer form says beyond the checklist's own words: here, since the one tag never says any of it. */
export interface VisitFormsWords {
  readonly why: string;
  readonly saving: string;
  readonly saved: string;
  readonly unsaved: string;
  readonly nothing: string;
  readonly noLink: string;
  readonly unusable: string;
  readonly thanks: string;
  readonly thanksMore: string;
  readonly again: string;
}

const en: VisitFormsWords = {
  why: 'It is saved as you go: you may stop, and open the link in our message again. Your answers go to your clinic only.',
  saving: 'Saving …',
  saved: 'Saved.',
  unsaved: 'Not saved yet. We keep trying; please leave this page open.',
  nothing: 'There is nothing to fill in before your visit.',
  noLink: 'Please open the link in the message that we have sent you.',
  unusable: 'This form cannot be shown here. Please call us.',
  thanks: 'Thank you. We have your answers.',
  thanksMore: 'If something changes before your visit, you may change them.',
  again: 'Look through it again',
};

const es: VisitFormsWords = {
  why: 'Se guarda sobre la marcha: puede parar y abrir otra vez el enlace de nuestro mensaje. Sus respuestas las recibe solo su clínica.',
  saving: 'Guardando …',
  saved: 'Guardado.',
  unsaved: 'Todavía no está guardado. Seguimos intentándolo; deje esta página abierta.',
  nothing: 'No hay nada que rellenar antes de su visita.',
  noLink: 'Abra el enlace del mensaje que le hemos enviado.',
  unusable: 'Este formulario no se puede mostrar aquí. Llámenos, por favor.',
  thanks: 'Gracias. Tenemos sus respuestas.',
  thanksMore: 'Si algo cambia antes de su visita, puede cambiarlas.',
  again: 'Revisarlo otra vez',
};

export const wordsFor = (language: string): VisitFormsWords => (language.split('-')[0] === 'es' ? es : en);
