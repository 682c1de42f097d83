import type { Messages } from './messages.ts';

export const en: Messages = {
  tag: 'en',
  localeFor: (asked) => (/^en(-|$)/i.test(asked) ? asked : 'en'),
  shared: {
    back: 'Back',
    continue: 'Continue',
    change: 'Change',
    tryAgain: 'Try again',
    close: 'Close',
    print: 'Print',
    optional: '(if you like)',
    callUs: (phone) => `Call us: ${phone}`,
    ratherTalk: 'Rather talk to us?',
    with: (names) => `with ${names}`,
    from: (price) => `from ${price}`,
  },
  service: {
    heading: 'What can we help with?',
    none: 'We take no bookings online at the moment. Please call us.',
  },
  checklist: {
    heading: 'Is it safe to treat you now?',
    yes: 'Yes',
    no: 'No',
  },
  calendar: {
    heading: 'When can you come?',
  },
  details: {
    heading: 'Who is coming?',
  },
  summary: {
    heading: 'Is this right?',
    confirm: 'Confirm booking',
  },
  booking: {
    label: 'Book an appointment',
    loading: 'One moment …',
    steps: {
      service: 'Treatment',
      checklist: 'Checklist',
      calendar: 'Time',
      details: 'Your details',
      review: 'Review',
      confirmed: 'Booked',
    },
    stepOf: (index, count) => `Step ${index} of ${count}`,
  },
  trouble: {
    offline: {
      heading: 'You seem to be offline',
      text: 'Nothing you entered is lost. Check your connection, then try again.',
    },
    timeout: { heading: 'This takes longer than it should', text: 'Nothing you entered is lost. Please try again.' },
    unreadable: {
      heading: 'The booking service answered in a way we did not understand',
      text: 'Please try again in a minute, or call us.',
    },
    contract: {
      heading: 'The booking service answered in a way we did not understand',
      text: 'Please call us to book.',
    },
    busy: {
      heading: 'Many people are booking right now',
      text: 'Please try again in a moment. Nothing you entered is lost.',
    },
    server: {
      heading: 'The booking service has a problem',
      text: 'Nothing you entered is lost. Try again in a minute, or call us.',
    },
    problem: { heading: 'That did not work', text: 'Please try again, or call us.' },
    'slot-taken': {
      heading: 'That time has just been taken',
      text: 'Please pick another. Nothing you entered is lost.',
    },
    'hold-expired': {
      heading: 'Somebody else has that time now',
      text: 'We had kept it for you for a while. Please pick another. Nothing you entered is lost.',
    },
    'too-many-holds': {
      heading: 'You are keeping other times already',
      text: 'Finish or close the other booking, or try again in a few minutes.',
    },
    'not-bookable': { heading: 'That time cannot be booked online', text: 'Please pick another, or call us.' },
    'checklist-changed': {
      heading: 'The checklist has changed',
      text: 'Please look through the questions again. Your answers are kept.',
    },
    'call-clinic': { heading: 'Please call us first', text: 'We would like to talk with you before you come.' },
    closed: { heading: 'Online booking is closed for now', text: 'Please call us.' },
    'no-services': { heading: 'There is nothing to book online right now', text: 'Please call us.' },
  },
};
