import type { consent as nl } from '../nl/consent.ts'

/** Versions and meaning are those of the Dutch texts: one `Consent` is good for both languages. */
export const consent: typeof nl = {
  participation: {
    version: 1,
    title: 'Taking part: what you say yes to',
    points: [
      'You take part because you want to. You can stop at any moment.',
      'You choose the name you take part with. Everybody who takes part sees that name, your role and what you bring. It also stands with what you write. If you are a Chef de Dossier, everybody sees it, also who does not take part.',
      'Only you and the people who arrange invitations and access see your real name and your e-mail address.',
      'We keep what you write. We also record important acts, with the date and a number instead of your name.',
      'If you stop, what you wrote stays in the book. You choose whether your name stays with it, or a pseudonym takes its place.',
      'Twelve months after the end of the dialogue we remove your real name and your e-mail address.',
      'You can always see, and take along, what we keep about you.',
      'Do not write about your health, religion or other private matters, and nothing about people who do not take part. We never ask for your citizen service number (BSN).',
    ],
    agree: 'Yes, I take part and I agree to this.',
  },
  guest: {
    version: 1,
    title: 'Taking part as a guest: what you say yes to',
    points: [
      'You take part because you want to. You can leave at any moment.',
      'You choose a name. It need not be your real one. Everybody who takes part in this theme sees that name.',
      'You need not give an e-mail address. If you give one and confirm it, you stay the same person on all evenings. We then keep your name and address until twelve months after the end of the dialogue.',
      'May you write along? Then we keep what you write. It stays in the book, also when you have left.',
      'If you gave no address, we remove your name thirty days after the meeting. What you wrote then has a pseudonym. If you were invited meanwhile and take part, your name stays.',
      'Do not write about your health, religion or other private matters, and nothing about people who do not take part. We never ask for your citizen service number (BSN).',
    ],
    agree: 'Yes, I take part as a guest and I agree to this.',
  },
}
