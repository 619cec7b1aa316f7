import type { privacy as nl } from '../nl/privacy.ts'

export const privacy: typeof nl = {
  title: 'Your data in this dialogue',
  intro: (municipality) =>
    `${municipality ?? 'The municipality'} talks with residents about the budget here. For that we keep data about you. This page says which, why, for how long, and what you can do yourself.`,

  keptTitle: 'What we keep, and why',
  what: 'What',
  why: 'Why',
  howLong: 'How long',
  kept: (days) => [
    {
      what: 'The name you choose, your role, and what you bring',
      why: 'Whoever takes part has to know who writes with them.',
      howLong: `The name stays with what you wrote. If you stop, you can choose a pseudonym. Of guests we remove the name, ${days} days after the last meeting.`,
    },
    {
      what: 'Your real name, your e-mail address, and the language of our mail',
      why: 'So that we can invite and reach you, and you can sign in.',
      howLong: 'Until you stop. And at the latest until twelve months after the end of the dialogue.',
    },
    {
      what: 'Invitations: name, e-mail address, and what the letter said',
      why: 'So that we know who was invited and who has answered.',
      howLong: `Until ${days} days after you answered, or after the invitation expired.`,
    },
    {
      what: 'Where you are signed in: the kind of device, and when you used it',
      why: 'It keeps you signed in, and shows you whether somebody else came in under your name.',
      howLong: 'Until you sign out, and else 16 hours or 30 days. That is your own choice.',
    },
    {
      what: 'Passkeys, if you use them',
      why: 'They let you sign in without mail. The secret half stays on your own device.',
      howLong:
        'Until you remove the passkey or stop. And at the latest until twelve months after the end of the dialogue.',
    },
    {
      what: 'A mark of the secret address for your calendar, if you have one',
      why: 'So that your calendar can fetch your meetings. We do not keep the address itself.',
      howLong:
        'Until you stop the address or stop yourself. And at most until twelve months after the end of the dialogue.',
    },
    {
      what: 'That you want no mail about meetings, if you said so',
      why: 'So that we send you none.',
      howLong: 'Until you want it again or stop. And at the latest until twelve months after the end of the dialogue.',
    },
    {
      what: 'At which meeting you were a guest',
      why: 'The Chef lets guests in and has to know who is there.',
      howLong: 'As long as the municipality keeps the dialogue, but then without your name.',
    },
    {
      what: 'What you do at a meeting: when you were there, in the hall or at home, when you had the word, and what you asked or reported',
      why: 'So that the Chef can lead the evening, and the minutes are right.',
      howLong:
        'As long as the municipality keeps the dialogue, but then without your name. A question without a name never leads to you.',
    },
    {
      what: 'What you write in a book',
      why: 'The books are what the dialogue brings forth. Of every word it is known who wrote it.',
      howLong: 'As long as the municipality keeps the book. That follows from the Dutch public records act.',
    },
    {
      what: 'Words that could not go into a book',
      why: 'It keeps what you wrote from being lost. Only you see them, until you give them to the Chef.',
      howLong: 'Until you stop. What the Chef already has stays.',
    },
    {
      what: 'Important acts, such as giving a seat or locking a section',
      why: 'So that everybody can check later that the dialogue was fair. A number stands with them, and no name.',
      howLong: 'As long as the municipality keeps the dialogue.',
    },
    {
      what: 'The log of the server: what went wrong, with numbers instead of names',
      why: 'So that we can solve failures and recognise abuse.',
      howLong: 'As long as the municipality has set, usually a few weeks.',
    },
  ],

  seenTitle: 'Who sees what',
  seen: [
    'Whoever takes part sees the name you chose, your role and what you bring. That name also stands with what you write.',
    'Everybody sees the name of a Chef de Dossier, and what they bring, on the page of the theme.',
    'The municipal executive and council read the books from a certain phase on. They then see that name too.',
    'Only you, the project lead and the administrator see your real name and your e-mail address. The Chefs of your theme see the name and address that the invitation went to, as long as we keep those.',
    'The minutes of a meeting say who was there, from when to when, in the hall or at home. Whoever belongs to the theme group reads that. Guests do not.',
    'With the minutes it says how much the hall and home took part. Of groups of fewer than 5 people it says nothing.',
    'Nobody can see how you sign in.',
    'Do you join from home by video? Then you go to another service. That happens only when you press the button, which says what service it is. It sees the address of your connection, and what you show and say.',
    'We sell nothing and pass nothing on for advertising. Whoever runs servers and mail for the municipality may use your data for that alone.',
  ],

  basisTitle: 'Why the municipality may do this',
  basis: [
    'Letting residents take part is a task of the municipality. It may use data for that (GDPR, article 6(1)(e)).',
    'For your name, your address and your taking part we ask your consent (GDPR, article 6(1)(a)). You withdraw it by stopping. You take part because you want to.',
    'We never ask for your citizen service number (BSN). Nor about your health, your religion or other private matters. Please do not write about those either, nor about people who do not take part.',
    'No decision about you is made by a computer.',
  ],

  rightsTitle: 'What you can do',
  rights: [
    { title: 'See and take along', text: 'Get all that we keep about you, as a document or as a file.', own: true },
    { title: 'Correct', text: 'You change your name, your real name and your e-mail address yourself.', own: true },
    {
      title: 'Stop',
      text: 'You always can, and need not say why. We then remove who you are. You choose whether your name stays with your words.',
      own: true,
    },
    {
      title: 'Object, or ask something else',
      text: 'Ask the municipality. You get an answer within a month, also when it cannot be done.',
      own: false,
    },
    {
      title: 'Complain',
      text: 'Can you not settle it with the municipality? Then you can complain to the Dutch Data Protection Authority.',
      own: false,
    },
  ],
  toOwn: 'Go to My account',
  authority: 'autoriteitpersoonsgegevens.nl',

  cookiesTitle: 'Cookies',
  cookiesText:
    'We only use cookies that are needed. That is why we do not ask your consent for them. We do not follow you, here or on other sites.',
  cookies: [
    { name: 'witboek-login', what: 'You stay signed in. 16 hours, or 30 days if you choose so.' },
    {
      name: 'witboek-issuer',
      what: 'Only when you sign in with the account of your work: you come back where you began. Ten minutes.',
    },
    { name: 'language', what: 'The language you choose. A year.' },
    { name: 'appearance', what: 'Light or dark. A year.' },
  ],
  deviceText:
    'If the connection fails while you write, your browser keeps your words on your own device until they are on the server. That holds for what a Chef types in minutes too. It also remembers whether you want to see the colours of the writers. Do you want to see the video of a meeting? Your browser remembers that in that tab only.',

  contactTitle: 'Questions about your data',
  contactNone: 'Ask the municipality, or its data protection officer.',
  contactAt: 'Ask here:',

  own: {
    title: 'What we keep about you',
    text: 'Get all that we keep about you: who you are, what you wrote and what you did. As a document to read, or as a file for another program.',
    document: 'Get the document (ODT)',
    file: 'Get the file (JSON)',
    busy: 'Gathering…',
    done: 'You have got your data. Keep the file in a safe place.',
    offline: 'This device has no connection. Try again when it is back.',
    more: 'What do we keep, and for how long?',
  },

  stop: {
    title: 'Stop',
    text: [
      'You can always stop. You need not say why.',
      'We then remove your real name, your e-mail address, your seats and where you are signed in. Your words stay in the book. You are signed out everywhere. We cannot undo this.',
      'Do you want to keep what you wrote? Then get your data first.',
    ],
    start: 'I want to stop',
    choice: 'What will stand with your words?',
    pseudonym: 'A pseudonym',
    pseudonymHint: 'Such as: Oud-deelnemer 12 (former participant). Nobody can see any more who wrote it.',
    keepName: (name) => `My name: ${name}`,
    keepNameHint: 'Others can still see who wrote it. The rest of your data goes.',
    confirm: (name) => `Type your name to go on: ${name}`,
    act: 'Stop and remove my data',
    busy: 'Removing…',
    keep: 'No, I take part',
    lastSeat:
      'You are the only administrator, or the only Chef of a theme. Without you the dialogue cannot go on. Ask the project lead or the administrator for a successor first.',
  },

  erase: {
    start: 'Remove the data',
    title: (name) => `Remove the data of ${name}?`,
    text: (name) => [
      `Do this only if ${name} asked for it. It cannot be undone.`,
      `Real name, e-mail address, seats and sign-ins of ${name} go, and ${name} is signed out everywhere at once. What ${name} wrote stays.`,
    ],
    choice: 'What will stand with their words?',
    pseudonym: 'A pseudonym',
    keepName: (name) => `The name: ${name}`,
    confirm: 'Remove',
    done: (name) => `The data of ${name} has been removed.`,
  },

  stopped: {
    title: 'You have stopped',
    text: 'Your data has been removed. You are signed out everywhere. Thank you for taking part.',
    later: 'Backups of the municipality may hold your data for a while. Those are destroyed after some time.',
    home: 'To all themes',
  },
}
