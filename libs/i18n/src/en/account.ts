import type { account as nl } from '../nl/account.ts'

export const account: typeof nl = {
  title: 'My account',
  intro: 'Here you see how you take part, and where you are signed in.',
  signIn: 'Sign in to see your account.',
  noSeat: 'You have no seat in this dialogue now.',

  nameTitle: 'Your name',
  name: 'Name that others see',
  nameHint: 'This name stands beside what you write. It does not have to be your full name.',
  saveName: 'Save the name',
  savedName: 'Your name has been saved.',

  seatsTitle: 'Your seats',
  seatsText: 'Do you have more than one seat? You always act from one of them. It is shown at the top.',
  seatHere: 'You sit here now',
  takeSeat: 'Take this seat',
  wholeDialogue: 'the dialogue as a whole',

  devicesTitle: 'Where you are signed in',
  devicesText: 'Do you see a device that you do not know? Sign it out, and tell the municipality.',
  deviceUnknown: 'Unknown device',
  deviceHere: 'This device',
  deviceSeen: (when: string) => `Used: ${when}`,
  endDevice: 'Sign out',
  endDeviceOf: (device: string) => `Sign out: ${device}`,
  endedDevice: (device: string) => `${device} has been signed out.`,
  endOthers: 'Sign out all other devices',
  endedOthers: 'All other devices have been signed out.',
  endAll: 'Sign out everywhere, here too',

  passkeysTitle: 'Signing in with a passkey',
  passkeysText:
    'With a passkey you sign in with your finger, your face or the code of your device. You no longer need mail for it.',
  passkeysNone: 'You have no passkey yet.',
  passkeysCannot: 'This browser cannot use passkeys.',
  passkeyName: 'What do you call this device?',
  passkeyNameHint: 'For instance: my phone.',
  addPasskey: 'Make a passkey',
  addedPasskey: (name: string) => `The passkey ‘${name}’ has been made.`,
  passkeyUsed: (when: string) => `Last used: ${when}`,
  passkeyUnused: 'Not used yet',
  removePasskey: 'Take away',
  removePasskeyOf: (name: string) => `Take away: the passkey ‘${name}’`,
  removedPasskey: (name: string) => `The passkey ‘${name}’ has been taken away.`,
  passkeyStopped: 'Making the passkey was stopped. You can try again.',

  busy: 'One moment…',
}
