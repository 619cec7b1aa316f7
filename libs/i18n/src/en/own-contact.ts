import type { ownContact as nl } from '../nl/own-contact.ts'

export const ownContact: typeof nl = {
  title: 'How we reach you',
  intro: 'Only you and the people who arrange invitations and access see this.',
  none: 'We keep nothing of how to reach you.',
  realName: 'Real name',
  language: 'Language of our mail',
  save: 'Save',
  busy: 'Saving…',
  saved: 'Your data has been saved.',

  address: 'E-mail address',
  noAddress: 'not known',
  newAddress: 'New e-mail address',
  newAddressHint: 'We send a link to the new address. Your address only changes when you use it.',
  ask: 'Send the link',
  asking: 'Sending…',
  asked: (address) =>
    `Look in the mail of ${address}. The link works for 24 hours. If nothing comes, the address may be somebody else’s here already.`,
  changed: 'Your e-mail address has been changed.',
  notChanged: 'Your e-mail address has not been changed.',

  confirm: {
    title: 'Your new e-mail address',
    text: 'One more step: press the button. From then on we send our mail to this address, and you sign in with it.',
    button: 'Use this address',
    signIn: 'Sign in first, on this same device. Still use your old address for that. Then open the link again.',
    toSignIn: 'Go and sign in',
  },

  mail: {
    greeting: (name) => (name ? `Dear ${name},` : 'Hello,'),
    subject: 'Your new e-mail address',
    text: 'You want to use this e-mail address in the dialogue. The button below completes that.',
    valid: 'The link works for 24 hours, and once. Open it on a device on which you are signed in.',
    nothing: 'Did you not ask for this? Then there is nothing you need to do.',
    button: 'Use this address',
    why: 'somebody gave this address as their new e-mail address',
    oldSubject: 'Your e-mail address has been changed',
    oldText: 'From now on we send our mail to another address, and you sign in with that one.',
    oldNothing: 'Was it not you who did this? Then tell the municipality at once.',
    oldWhy: 'this was your e-mail address in the dialogue until now',
  },
}
