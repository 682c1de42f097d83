import type { MessageWords } from './words.ts';

export const es: MessageWords = {
  greeting: (name) => (name ? `Hola, ${name}:` : 'Hola:'),
  patient: {
    booked: {
      subject: (when) => `Su cita: ${when}`,
      lines: ['Su cita está reservada. Nos alegra poder recibirle.'],
      short: (when) => `Su cita está reservada: ${when}.`,
    },
    pending: (deadline) => ({
      subject: (when) => `Le guardamos esta hora: ${when}`,
      lines: [
        `Le guardamos esta hora hasta: ${deadline}. Todavía no está confirmada.`,
        'Al reservar vio lo que aún hace falta. Si tiene dudas, llámenos.',
      ],
      short: (when) => `Le guardamos esta hora: ${when}. No está confirmada; la guardamos hasta: ${deadline}.`,
    }),
    proposed: (deadline) => ({
      subject: (when) => `Le guardamos esta hora: ${when}`,
      lines: [
        `Le guardamos esta hora hasta: ${deadline}. Antes le llamaremos para confirmarla con usted.`,
        'Si no le encontramos, llámenos, por favor.',
      ],
      short: (when) => `Le guardamos esta hora: ${when}. Le llamaremos para confirmarla antes de: ${deadline}.`,
    }),
    changed: {
      subject: (when) => `Su cita es ahora: ${when}`,
      lines: ['Su cita ha cambiado. Así queda ahora.'],
      short: (when) => `Su cita ha cambiado. Ahora es: ${when}.`,
    },
    confirmed: {
      subject: (when) => `Confirmada: su cita, ${when}`,
      lines: ['La hora que le guardábamos está confirmada. Nos alegra poder recibirle.'],
      short: (when) => `Su cita está confirmada: ${when}.`,
    },
    freed: {
      subject: (when) => `Ya no le guardamos esta hora: ${when}`,
      lines: [
        'No podemos guardarle esta hora más tiempo. No nos debe nada por ella.',
        'Llámenos, por favor, y buscaremos juntos lo que le convenga.',
      ],
      short: (when) => `Ya no le guardamos esta hora: ${when}. Llámenos y buscaremos lo que le convenga.`,
    },
    cancelled: {
      subject: (when) => `Su cita está cancelada: ${when}`,
      lines: ['Su cita está cancelada. No tiene que hacer nada más.'],
      short: (when) => `Su cita está cancelada: ${when}.`,
    },
    reminder: {
      subject: (when) => `Recordatorio de su cita: ${when}`,
      lines: ['Se acerca su cita. Si no puede venir, avísenos pronto, por favor.'],
      short: (when) => `Recordatorio de su cita: ${when}.`,
    },
    'after-visit': {
      subject: () => 'Gracias por su visita',
      lines: ['Gracias por venir.', 'Si quiere contarnos o preguntarnos algo, llámenos, por favor.'],
      short: () => 'Gracias por venir. Si quiere contarnos algo, llámenos, por favor.',
    },
  },
  clinic: {
    booked: {
      subject: (when) => `Cita nueva: ${when}`,
      lines: ['Se ha reservado una cita en línea.'],
      short: (when) => `Cita nueva: ${when}.`,
    },
    changed: {
      subject: (when) => `Cita cambiada: ${when}`,
      lines: ['Una cita ha cambiado. Así queda ahora.'],
      short: (when) => `Cita cambiada: ${when}.`,
    },
    confirmed: {
      subject: (when) => `Cita confirmada: ${when}`,
      lines: ['Una cita que se guardaba a alguien está confirmada.'],
      short: (when) => `Cita confirmada: ${when}.`,
    },
    freed: {
      subject: (when) => `Hora libre otra vez: ${when}`,
      lines: ['Una hora que se guardaba a alguien vuelve a estar libre.'],
      short: (when) => `Hora libre otra vez: ${when}.`,
    },
    cancelled: {
      subject: (when) => `Cita cancelada: ${when}`,
      lines: ['Una cita se ha cancelado, o ya no es suya.'],
      short: (when) => `Cita cancelada: ${when}.`,
    },
  },
  offer: (deadline) => ({
    subject: (when) => `Hay una hora libre: ${when}`,
    lines: [
      'Ha quedado una hora libre. Usted es la primera persona de nuestra lista de espera a la que le viene bien.',
      `Se la guardamos hasta: ${deadline}. Si no la toma, sigue en la lista.`,
    ],
    short: (when) => `Hay una hora libre: ${when}. Se la guardamos hasta: ${deadline}.`,
  }),
  take: 'Tomar esta hora',
  links: {
    subject: 'Enlaces a sus citas',
    lines: [
      'Alguien, seguramente usted, nos ha pedido los enlaces a sus citas. Aquí están.',
      'Si no ha sido usted, no tiene que hacer nada.',
    ],
    short: 'Los enlaces a sus citas:',
  },
  callBack: {
    subject: 'Alguien pide una llamada',
    lines: ['Alguien quiere que le llamen.'],
  },
  code: {
    subject: (code) => `Su código es ${code}`,
    lines: (code) => [
      `Su código es ${code}. Vale 15 minutos.`,
      'Escríbalo donde está reservando. Si no lo ha pedido, no tiene que hacer nada.',
    ],
    short: (code) => `Su código es ${code}. Vale 15 minutos.`,
  },
  facts: {
    when: 'Cuándo',
    where: 'Dónde',
    withWhom: 'Con',
    reference: 'Referencia',
    name: 'Nombre',
    phone: 'Teléfono',
  },
  modes: { video: 'Por videollamada', phone: 'Por teléfono', home: 'En su casa' },
  manage: 'Ver, mover o cancelar su cita',
  form: 'Cuéntenos más antes de su visita, cuando tenga tiempo',
  calendarTitle: 'Su cita',
  questions: (phone) => `¿Preguntas? Llámenos: ${phone}`,
};
