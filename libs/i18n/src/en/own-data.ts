import type { ownData as nl } from '../nl/own-data.ts'

export const ownData: typeof nl = {
  title: 'Your data',
  intro:
    'This document holds the data that the municipality keeps of you in Witboek. For each part you read what it is, why we keep it and for how long.',
  madeAt: (when) => `This document was made on ${when}. What has changed since is not in it.`,
  why: 'Why we keep this',
  howLong: 'For how long',
  nothing: 'Of this we keep nothing of yours.',
  unknown: 'not known',
  wholeDialogue: 'the whole dialogue',
  inSection: (book, section) => `${book}: ${section}`,

  parts: {
    person: {
      title: 'Who you are',
      what: 'What you are called and how we reach you. Everyone in the dialogue sees your name in the dialogue and what you bring. Your real name and your e-mail address are seen by you and the people who send the invitations, and by nobody else.',
      why: 'You cannot take part without this. Others have to know who writes with them. And we have to be able to reach you.',
      howLong: 'As long as you take part. Have you stopped? Then you can ask us to remove it.',
      caption: 'Your data',
      columns: ['What', 'What it says'],
      fields: {
        publicName: 'Name in the dialogue',
        realName: 'Real name',
        email: 'E-mail address',
        language: 'Language',
        background: 'What you bring',
        id: 'Number in the system',
      },
    },
    seats: {
      title: 'Your seats',
      what: 'A seat is your role in the dialogue, often in one theme. Everyone who takes part can see which seat you have.',
      why: 'Your seat decides what you may read and write.',
      howLong: 'As long as you have this seat.',
      caption: 'Your seats in the dialogue',
      columns: ['Role', 'Theme'],
    },
    consents: {
      title: 'What you agreed to',
      what: 'The texts you said yes to, with the version that you read then.',
      why: 'The municipality must be able to show that you gave consent.',
      howLong: 'As long as the municipality must be able to show that you gave consent.',
      caption: 'Your consents',
      columns: ['Text', 'Version', 'When'],
      names: { participation: 'Taking part in the dialogue', guest: 'Taking part in one meeting as a guest' },
    },
    logins: {
      title: 'Where you are signed in',
      what: 'The devices on which you are signed in now.',
      why: 'It keeps you signed in, and shows you whether somebody else came in under your name.',
      howLong: 'Until you sign out on that device. If you do not, it ends by itself.',
      caption: 'The devices on which you are signed in',
      columns: ['Device', 'Signed in on', 'Last used'],
    },
    invitations: {
      title: 'Invitations to you',
      what: 'The invitations that the municipality sent you, with the name and the address they went to.',
      why: 'It tells us who was invited and who has answered.',
      howLong:
        'As long as the municipality keeps the dialogue. You can ask us to remove your name and address before that.',
      caption: 'Your invitations',
      columns: ['For what', 'To', 'What it said', 'Sent on', 'How it stands'],
      notSent: 'not yet sent',
      states: {
        queued: 'waits to be sent',
        sent: 'sent',
        bounced: 'did not arrive',
        accepted: 'accepted',
        declined: 'declined',
        withdrawn: 'withdrawn',
      },
    },
    words: {
      title: 'What you wrote',
      what: 'Your words that are in a book now. Words of others are not here, so you may see only a part of a sentence.',
      why: 'The books are what the dialogue brings forth. Of every word we know who wrote it, so that the group can talk about it.',
      howLong:
        'As long as the municipality keeps the book. You can ask us to take your name off your words. The words themselves then stay.',
    },
    setAside: {
      title: 'What was set aside',
      what: 'Words of yours that could not go into a book. Only you see them, and the Chef if you gave them to the Chef.',
      why: 'It keeps what you wrote from being lost.',
      howLong: 'As long as the municipality keeps the book.',
      states: {
        kept: 'only you see this',
        handed: 'with the Chef',
        returned: 'the Chef gave it back',
        admitted: 'is in the text now',
        withdrawn: 'you took it back',
      },
    },
    events: {
      title: 'What you did',
      what: 'Acts that matter, such as locking a section, with when it was and what it was about. The system uses English words and numbers for this.',
      why: 'It lets everyone trust later that the dialogue was fair.',
      howLong: 'As long as the municipality keeps the dialogue. If somebody changes this list afterwards, it shows.',
      caption: 'Your acts',
      columns: ['When', 'Act', 'About'],
    },
  },

  rights: {
    title: 'What you can do',
    items: [
      'Is something wrong? Ask the municipality to correct it.',
      'Do you want us to remove something, or to stop using it? Ask the municipality. You always get an answer, also when it cannot be done.',
      'Did you give consent? You can always take it back.',
      'Do you want to use your data elsewhere? You can also get it as a file that another program can read (JSON).',
      'Can you not settle it with the municipality? Then you can complain to the Dutch Data Protection Authority (Autoriteit Persoonsgegevens).',
    ],
  },
}
