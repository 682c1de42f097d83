import type { Words } from './words.ts';

export const en: Words = {
  problems: {
    'slot-taken': () => [
      'That time has just been taken',
      'Somebody else was a little faster. Please pick another time.',
    ],
    'not-bookable': (phone) => ['This cannot be booked online', `Please pick something else, or call us: ${phone}.`],
    'too-many-holds': () => [
      'You are holding enough times already',
      'Please finish one booking first, or wait a few minutes.',
    ],
    'already-waiting': () => ['You are on our waiting list already', 'We tell you as soon as something is free.'],
    'hold-expired': () => [
      'Your time is no longer held',
      'Somebody else may have it by now. Please pick a time again. What you typed is not lost.',
    ],
    invalid: () => ['Something is missing or not right', 'Please check what is marked.'],
    'code-unknown': () => ['We do not know this code', 'Please check the code, or go on without it.'],
    'checklist-changed': () => [
      'Our health questions have changed',
      'Please look through them once more. Your answers are kept.',
    ],
    'call-clinic': (phone) => [
      'Please call us first',
      `We want to talk to you before you book. Our number is ${phone}.`,
    ],
    'changed-meanwhile': () => ['This booking has changed in the meantime', 'Please look at it again.'],
    'too-late': (phone) => ['It is too late to change this online', `Please call us: ${phone}.`],
    'screening-changed': (phone) => [
      'Please call us about the new date',
      `We want to make sure that it suits you: ${phone}.`,
    ],
    'key-reused': () => ['This was sent before with other contents', 'Please load the page again and try once more.'],
    'in-progress': () => ['We are still working on it', 'Please wait a moment.'],
    unauthorized: () => ['This link or time does not belong to a booking', 'Please start again.'],
    'not-found': () => ['There is nothing here', 'Please check the address.'],
    'too-large': () => ['That is too much at once', 'Please send a shorter text.'],
    'rate-limited': () => ['That was a lot at once', 'Please wait a minute and try again.'],
    unavailable: (phone) => ['Something went wrong on our side', `Please try again in a moment, or call us: ${phone}.`],
  },
  field: {
    missing: 'This is needed.',
    wrong: 'Please check this.',
    tooLong: 'This is too long.',
    unreadable: 'This has characters that we cannot keep.',
  },
  query: {
    unknown: 'We do not have this.',
    order: 'The last day must come after the first.',
    tooLong: 'Please ask for at most 62 days.',
    noDay: 'There is no such day.',
  },
  body: {
    notJson: 'We could not read what was sent.',
    wrongType: 'Please send JSON.',
    tooDeep: 'What was sent has too many levels.',
    wrongKey: 'The Idempotency-Key has to be a UUID.',
    noRevision: 'A change needs If-Match with the revision of the booking, in quotes.',
  },
  slot: {
    unknown: 'We do not offer this time.',
    tooSoon: 'This time is too soon to be booked online. Please call us, or pick a later one.',
    tooFar: 'This day is too far away to be booked yet.',
    twice: 'These times overlap.',
    closed: 'We take no bookings online at the moment.',
  },
  details: {
    reach: 'Please give us a phone number or an e-mail address, so that we can reach you.',
    guardian: 'The patient is under 18. Please tell us who is responsible.',
    consent: 'Please read this and agree to it.',
    signature: 'Please type your full name under what you agree to.',
    newPatients: 'This is for people who have been with us before. Please start with a first assessment.',
  },
  code: {
    sent: 'We have sent you a code. Please enter it here, so that we know that we can reach you.',
    wrong: 'This is not the code that we have sent you. Please check it.',
    tooOften: 'That was not the code too many times. Please wait a while, then we send you a new one.',
    needsEmail: 'We need your e-mail address here, to send you a code. Or call us.',
  },
  manage: {
    over: 'This appointment is over, or it is cancelled already.',
    otherServices: 'Please pick times for the same treatments.',
    nothingToUndo: 'There is nothing to take back any more.',
    upcoming: (most) =>
      `You have ${most} bookings ahead of you, which is as many as can be made online. Please call us for more.`,
    givenUp: 'You have booked and cancelled often today. Please call us.',
    changedOften: 'This appointment has been changed many times today. Please call us.',
    settleFirst: 'Please call us for this booking: there is something to settle first.',
    oneClearance: 'Another booking of yours is still waiting for your doctor. Please finish that one first.',
    newQuestions: 'Please answer them as they are now, or call us. Until then your appointment stays as it is.',
  },
  checklist: {
    missing: 'Please answer the health questions.',
    unanswered: (question) => `Please answer: ${question}`,
    wrong: (question) => `Please check your answer: ${question}`,
    ruledOut: 'With your answers this treatment is not safe for you. Please pick another one, or call us.',
    notBefore: (day) => `With your answers we can treat you from ${day} on. Please pick a later day.`,
    clearanceLead: (day) =>
      `Your doctor has to agree first, and that takes some days. Please pick a day from ${day} on.`,
    clearanceNext: (deadline) => `We need your doctor’s OK by ${deadline}. We hold your time until then.`,
    phoneNext: (deadline) =>
      `We call you before ${deadline}, to make sure that it suits you. We hold your time until then.`,
  },
};
