import type { MessageWords } from './words.ts';

export const en: MessageWords = {
  greeting: (name) => (name ? `Hello ${name},` : 'Hello,'),
  patient: {
    booked: {
      subject: (when) => `Your appointment on ${when}`,
      lines: ['Your appointment is booked. We look forward to seeing you.'],
      short: (when) => `Your appointment is booked: ${when}.`,
    },
    pending: (deadline) => ({
      subject: (when) => `We keep ${when} for you`,
      lines: [
        `We keep this time for you until ${deadline}. It is not confirmed yet.`,
        'You saw what is still needed when you booked. If you are not sure, please call us.',
      ],
      short: (when) => `We keep ${when} for you until ${deadline}. It is not confirmed yet.`,
    }),
    proposed: (deadline) => ({
      subject: (when) => `We keep ${when} for you`,
      lines: [
        `We keep this time for you until ${deadline}. We will call you before then, and confirm it together.`,
        'If we do not reach you, please call us.',
      ],
      short: (when) => `We keep ${when} for you until ${deadline}. We will call you before then to confirm it.`,
    }),
    changed: {
      subject: (when) => `Your appointment is now on ${when}`,
      lines: ['Your appointment has changed. This is how it is now.'],
      short: (when) => `Your appointment has changed. It is now ${when}.`,
    },
    confirmed: {
      subject: (when) => `Confirmed: your appointment on ${when}`,
      lines: ['The time that we kept for you is confirmed. We look forward to seeing you.'],
      short: (when) => `Your appointment is confirmed: ${when}.`,
    },
    freed: {
      subject: (when) => `We no longer keep ${when} for you`,
      lines: [
        'We cannot keep this time for you any longer. You do not owe us anything for it.',
        'Please call us, and we will find together what suits you.',
      ],
      short: (when) => `We no longer keep ${when} for you. Please call us, and we will find what suits you.`,
    },
    cancelled: {
      subject: (when) => `Your appointment on ${when} is cancelled`,
      lines: ['Your appointment is cancelled. There is nothing more to do.'],
      short: (when) => `Your appointment on ${when} is cancelled.`,
    },
    reminder: {
      subject: (when) => `Reminder: your appointment on ${when}`,
      lines: ['Your appointment is coming up. If you cannot come, please tell us soon.'],
      short: (when) => `Reminder: your appointment is on ${when}.`,
    },
    'after-visit': {
      subject: () => 'Thank you for coming',
      lines: [
        'Thank you for coming to us.',
        'If there is anything that you would like to tell us, or to ask, please call.',
      ],
      short: () => 'Thank you for coming. If there is anything you would like to tell us, please call.',
    },
  },
  clinic: {
    booked: {
      subject: (when) => `New appointment: ${when}`,
      lines: ['An appointment was booked online.'],
      short: (when) => `New appointment: ${when}.`,
    },
    changed: {
      subject: (when) => `Appointment changed: ${when}`,
      lines: ['An appointment was changed. This is how it is now.'],
      short: (when) => `Appointment changed: ${when}.`,
    },
    confirmed: {
      subject: (when) => `Appointment confirmed: ${when}`,
      lines: ['An appointment that was kept for somebody is confirmed.'],
      short: (when) => `Appointment confirmed: ${when}.`,
    },
    freed: {
      subject: (when) => `Time is free again: ${when}`,
      lines: ['A time that was kept for somebody is free again.'],
      short: (when) => `Time is free again: ${when}.`,
    },
    cancelled: {
      subject: (when) => `Appointment cancelled: ${when}`,
      lines: ['An appointment was cancelled, or is no longer yours.'],
      short: (when) => `Appointment cancelled: ${when}.`,
    },
  },
  offer: (deadline) => ({
    subject: (when) => `A time is free: ${when}`,
    lines: [
      'A time has become free. You are the first on our waiting list whom it suits.',
      `We keep it for you until ${deadline}. If you do not take it, you stay on the list.`,
    ],
    short: (when) => `A time is free: ${when}. We keep it for you until ${deadline}:`,
  }),
  take: 'Take this time',
  links: {
    subject: 'Links to your appointments',
    lines: [
      'Somebody, most likely you, asked us for the links to your appointments. Here they are.',
      'If it was not you, there is nothing to do.',
    ],
    short: 'The links to your appointments:',
  },
  callBack: {
    subject: 'Please call somebody back',
    lines: ['Somebody would like to be called.'],
  },
  code: {
    subject: (code) => `Your code is ${code}`,
    lines: (code) => [
      `Your code is ${code}. It is good for 15 minutes.`,
      'Please enter it where you are booking. If you did not ask for it, there is nothing to do.',
    ],
    short: (code) => `Your code is ${code}. It is good for 15 minutes.`,
  },
  facts: { when: 'When', where: 'Where', withWhom: 'With', reference: 'Reference', name: 'Name', phone: 'Phone' },
  modes: { video: 'By video', phone: 'By phone', home: 'At your home' },
  manage: 'See, move or cancel your appointment',
  form: 'Tell us more before your visit, when you have time',
  calendarTitle: 'Your appointment',
  questions: (phone) => `Questions? Call us: ${phone}`,
};
