import type { Words } from './words.ts';

export const es: Words = {
  problems: {
    'slot-taken': () => [
      'Esa hora se acaba de ocupar',
      'Otra persona fue un poco más rápida. Por favor, elija otra hora.',
    ],
    'not-bookable': (phone) => ['Esto no se puede reservar en línea', `Elija otra cosa, o llámenos: ${phone}.`],
    'too-many-holds': () => [
      'Ya tiene bastantes horas apartadas',
      'Termine primero una reserva, o espere unos minutos.',
    ],
    'already-waiting': () => ['Ya está en nuestra lista de espera', 'Le avisamos en cuanto haya algo libre.'],
    'hold-expired': () => [
      'Su hora ya no está apartada',
      'Puede que ya la tenga otra persona. Elija una hora otra vez. Lo que escribió no se pierde.',
    ],
    invalid: () => ['Falta algo o algo no está bien', 'Por favor, revise lo que está marcado.'],
    'code-unknown': () => ['No conocemos este código', 'Revise el código, o siga sin él.'],
    'checklist-changed': () => [
      'Nuestras preguntas de salud han cambiado',
      'Por favor, revíselas una vez más. Sus respuestas se conservan.',
    ],
    'call-clinic': (phone) => [
      'Llámenos primero, por favor',
      `Queremos hablar con usted antes de que reserve: ${phone}.`,
    ],
    'changed-meanwhile': () => ['Esta reserva ha cambiado mientras tanto', 'Por favor, mírela otra vez.'],
    'too-late': (phone) => ['Es tarde para cambiarlo en línea', `Por favor, llámenos: ${phone}.`],
    'screening-changed': (phone) => [
      'Llámenos por la nueva fecha',
      `Queremos asegurarnos de que le conviene: ${phone}.`,
    ],
    'key-reused': () => ['Esto ya se envió con otro contenido', 'Cargue la página otra vez y vuelva a intentarlo.'],
    'in-progress': () => ['Todavía estamos en ello', 'Espere un momento, por favor.'],
    unauthorized: () => ['Este enlace o esta hora no es de ninguna reserva', 'Por favor, empiece de nuevo.'],
    'not-found': () => ['Aquí no hay nada', 'Por favor, revise la dirección.'],
    'too-large': () => ['Es demasiado de una vez', 'Por favor, envíe un texto más corto.'],
    'rate-limited': () => ['Eso fue mucho de una vez', 'Espere un minuto y vuelva a intentarlo.'],
    unavailable: (phone) => ['Algo ha fallado en nuestro lado', `Inténtelo en un momento, o llámenos: ${phone}.`],
  },
  field: {
    missing: 'Esto es necesario.',
    wrong: 'Por favor, revise esto.',
    tooLong: 'Esto es demasiado largo.',
    unreadable: 'Esto tiene signos que no podemos guardar.',
  },
  query: {
    unknown: 'No tenemos esto.',
    order: 'El último día debe ser después del primero.',
    tooLong: 'Pida 62 días como máximo.',
    noDay: 'Ese día no existe.',
  },
  body: {
    notJson: 'No pudimos leer lo que se envió.',
    wrongType: 'Por favor, envíe JSON.',
    tooDeep: 'Lo que se envió tiene demasiados niveles.',
    wrongKey: 'La Idempotency-Key tiene que ser un UUID.',
    noRevision: 'Un cambio necesita If-Match con la revisión de la reserva, entre comillas.',
  },
  slot: {
    unknown: 'No ofrecemos esta hora.',
    tooSoon: 'Es muy pronto para reservar en línea. Llámenos, o elija una hora más tarde.',
    tooFar: 'Este día está demasiado lejos para reservarlo ya.',
    twice: 'Estas horas coinciden.',
    closed: 'Por ahora no aceptamos reservas en línea.',
  },
  details: {
    reach: 'Denos un teléfono o un correo electrónico, para que podamos contactarle.',
    guardian: 'El paciente es menor de 18 años. Díganos quién es responsable.',
    consent: 'Por favor, lea esto y acéptelo.',
    signature: 'Por favor, escriba su nombre completo debajo de lo que acepta.',
    newPatients: 'Esto es para personas que ya han estado con nosotros. Empiece con una primera evaluación.',
  },
  code: {
    sent: 'Le hemos enviado un código. Escríbalo aquí, para que sepamos que podemos contactarle.',
    wrong: 'Este no es el código que le hemos enviado. Por favor, revíselo.',
    tooOften: 'No era el código demasiadas veces. Espere un rato y le enviaremos otro.',
    needsEmail: 'Aquí necesitamos su correo electrónico, para enviarle un código. O llámenos.',
  },
  manage: {
    over: 'Esta cita ya pasó o ya está cancelada.',
    otherServices: 'Por favor, elija horas para los mismos tratamientos.',
    nothingToUndo: 'Ya no hay nada que deshacer.',
    upcoming: (most) =>
      `Tiene ${most} reservas pendientes, que es lo máximo que se puede hacer en línea. Llámenos para más.`,
    givenUp: 'Hoy ha reservado y cancelado muchas veces. Por favor, llámenos.',
    changedOften: 'Hoy se ha cambiado esta cita muchas veces. Por favor, llámenos.',
    settleFirst: 'Para esta cita, llámenos: antes hay algo que aclarar.',
    oneClearance: 'Otra reserva suya espera todavía la respuesta de su médico. Por favor, termine primero esa.',
    newQuestions: 'Por favor, respóndalas como son ahora, o llámenos. Hasta entonces su cita queda como está.',
  },
  checklist: {
    missing: 'Por favor, responda las preguntas de salud.',
    unanswered: (question) => `Por favor, responda: ${question}`,
    wrong: (question) => `Por favor, revise su respuesta: ${question}`,
    ruledOut: 'Con sus respuestas este tratamiento no es seguro para usted. Elija otro, o llámenos.',
    notBefore: (day) => `Con sus respuestas podemos tratarle a partir del ${day}. Elija un día más tarde.`,
    clearanceLead: (day) =>
      `Su médico tiene que dar el visto bueno, y eso tarda unos días. Elija un día desde el ${day}.`,
    clearanceNext: (deadline) =>
      `Necesitamos el visto bueno de su médico hasta el ${deadline}. Hasta entonces guardamos su hora.`,
    phoneNext: (deadline) =>
      `Le llamamos antes del ${deadline}, para asegurarnos de que le conviene. Hasta entonces guardamos su hora.`,
  },
};
