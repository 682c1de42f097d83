/** What an answer means for the patient, in Spanish. */
export const advice: Readonly<Record<string, string>> = {
  'Please call emergency services now. We have not booked anything.':
    'Llame ahora a emergencias. No hemos reservado nada.',
  'Please let a doctor look at you today.': 'Vaya a que le vea un médico hoy mismo.',
  'Please go to an emergency room today. We have not booked anything.':
    'Vaya hoy mismo a urgencias. No hemos reservado nada.',
  'Please call your midwife or doctor today.': 'Llame hoy mismo a su partera o a su médico.',
  'Please ask your doctor first.': 'Pregunte antes a su médico.',
  'This can be a blood clot. Please get medical help today, and do not rub it.':
    'Puede ser un coágulo. Busque ayuda médica hoy mismo y no lo frote.',
  'The wound has to close first. Please call us before you book.':
    'Primero tiene que cerrarse la herida. Llámenos antes de reservar.',
  'Please call us, so that we can ask your surgeon together.': 'Llámenos, para preguntar juntos a su cirujano.',
  'Please ask your surgeon first. We give you a page for them.':
    'Pregunte antes a su cirujano. Le damos una hoja para él.',
  'Please check the year of this date.': 'Por favor, revise el año de esta fecha.',
  'We keep away from the scar.': 'No tocamos la cicatriz.',
  'We go gently around the scar.': 'Trabajamos con suavidad alrededor de la cicatriz.',
  'Please pick a day after you are well again.': 'Elija un día en que ya esté bien.',
  'A fever with this needs a doctor today.': 'La fiebre junto con esto la tiene que ver un médico hoy mismo.',
  'Please see a doctor about it first.': 'Vaya antes al médico por esto.',
  'We keep away from it.': 'No lo tocamos.',
  'So that nobody catches it, please call us before you book.':
    'Para que nadie se contagie, llámenos antes de reservar.',
  'We work around it.': 'Trabajamos alrededor.',
  'Please ask your doctor first. We give you a page for them.':
    'Pregunte antes a su médico. Le damos una hoja para él.',
  'Please let a doctor look at it first.': 'Antes tiene que verlo un médico.',
  'Please give it 3 days of rest first.': 'Déjelo descansar 3 días antes.',
  'Massage may help.': 'El masaje puede ayudar.',
  'We start light. Tell us if anything hurts.': 'Empezamos con suavidad. Díganos si algo le duele.',
  'We keep away from it. Tell us where it is.': 'No lo tocamos. Díganos dónde está.',
  'Please ask your doctor before we use heat. We give you a page for them.':
    'Pregunte a su médico antes de que usemos calor. Le damos una hoja para él.',
  'We keep away from that spot.': 'No tocamos ese lugar.',
  'Heat is not for open or sore skin.': 'El calor no es para la piel abierta o dañada.',
  'We use light pressure. Do not take extra pills because of the massage.':
    'Usamos poca presión. No tome más pastillas por el masaje.',
  'Deep tissue massage is not for skin that steroids made thin.':
    'El masaje profundo no es para la piel que la cortisona ha vuelto fina.',
  'We change the oil, gloves or tape.': 'Cambiamos el aceite, los guantes o el esparadrapo.',
  'We keep off that spot.': 'No trabajamos en ese lugar.',
  'Tell us where it was. We keep off that spot.': 'Díganos dónde fue. No trabajamos en ese lugar.',
  'Please wait 2 days after botox or a filler.': 'Espere 2 días después del bótox o del relleno.',
  'Your therapist reads about it before your visit.': 'Su terapeuta lo lee antes de su cita.',
  'We cannot treat you after alcohol or drugs. Please call us before you book.':
    'No podemos tratarle después de tomar alcohol o drogas. Llámenos antes de reservar.',
  'We use light pressure.': 'Usamos poca presión.',
  'Deep tissue massage is not for people who bleed easily.':
    'El masaje profundo no es para quien sangra con facilidad.',
  'We work gently.': 'Trabajamos con suavidad.',
  'Drainage may be too much for your heart now. Please call us before you book.':
    'El drenaje puede ser demasiado para su corazón ahora. Llámenos antes de reservar.',
  'Please talk to a doctor today.': 'Hable hoy mismo con un médico.',
  'We work gently around the neck.': 'Trabajamos con suavidad cerca del cuello.',
  'Please choose prenatal massage: deep tissue and heat are not for this time.':
    'Elija el masaje prenatal: el masaje profundo y el calor no son para este tiempo.',
  'Please ask your doctor or midwife first.': 'Pregunte antes a su médico o a su partera.',
  'You lie on your side, and we work gently.': 'Usted se acuesta de lado y trabajamos con suavidad.',
  'Please ask your cancer team first. We give you a page for them.':
    'Pregunte antes a su equipo de cáncer. Le damos una hoja para ellos.',
  'A trained therapist treats you.': 'Le trata un terapeuta con formación para ello.',
  'We keep off that limb.': 'No trabajamos en ese brazo o esa pierna.',
  'Heat is not for a swollen limb.': 'El calor no es para un brazo o una pierna hinchados.',
  'Please let a doctor look at it today.': 'Vaya a que lo vea un médico hoy mismo.',
  'Heat is not for you: skin that feels less burns easily.':
    'El calor no es para usted: la piel que siente menos se quema con facilidad.',
  'We keep away from the sore.': 'No tocamos la llaga.',
  'Deep tissue massage is not for weak bones.': 'El masaje profundo no es para huesos débiles.',
  'We keep off that joint.': 'No trabajamos en esa articulación.',
  'Please call us: we wait until it is over.': 'Llámenos: esperamos a que pase.',
  'Please call us: we find out together whether your joints are calm.':
    'Llámenos: vemos juntos si sus articulaciones están tranquilas.',
  'Drainage may be too much for you now. Please call us before you book.':
    'El drenaje puede ser demasiado para usted ahora. Llámenos antes de reservar.',
  'Tell us what to do if one starts.': 'Díganos qué hacer si empieza una.',
  'We keep off those veins.': 'No trabajamos en esas venas.',
  'We keep off that part.': 'No trabajamos en esa parte.',
  'We keep off that place.': 'No trabajamos en ese lugar.',
  'Please call us before you book, so that we find what helps.':
    'Llámenos antes de reservar, para encontrar lo que le ayuda.',
};
