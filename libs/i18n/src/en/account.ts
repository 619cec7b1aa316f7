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

  calendarTitle: 'Meetings in your own calendar',
  calendarText: [
    'Your calendar can fetch your meetings by itself, and notices when something changes. For that you get a secret address.',
    'Whoever knows this address sees where you may go. So do not pass it on. Is your calendar with a company, like Google or Microsoft? Then that company sees your meetings too.',
  ],
  calendarNone: 'You have no secret address now.',
  calendarThere: 'You have a secret address. We cannot show it any more: we do not keep it ourselves.',
  calendarMake: 'Make a secret address',
  calendarRenew: 'Make a new address',
  calendarRenewText:
    'Have you lost the address, or does somebody else know it? Then make a new one. The old one stops working.',
  calendarEnd: 'Stop the address',
  calendarMade: 'Your secret address has been made.',
  calendarAddress: 'Your secret address',
  calendarOnce: 'You see the address only now. Put it in your calendar at once.',
  calendarHow:
    'In your calendar, choose something like ‘Add calendar by address’ (or: URL, subscription) and paste this address.',
  calendarOpen: 'Open in my calendar',
  calendarCopy: 'Copy the address',
  calendarCopied: 'The address has been copied.',
  calendarNotCopied: 'Copying did not work. Select the address and copy it yourself.',
  calendarEnded: 'Your secret address no longer works. Take it out of your calendar too.',

  meetingMailTitle: 'Mail about meetings',
  meetingMailText:
    'You get a mail when a meeting of your group is held, is at another time or place, or is cancelled. The entry for your calendar is attached.',
  meetingMailOn: 'This mail is on.',
  meetingMailOff: 'This mail is off. Look at the page with meetings yourself to see what changes.',
  meetingMailStop: 'Switch this mail off',
  meetingMailStart: 'Switch this mail on',
  meetingMailStopped: 'You get no more mail about meetings.',
  meetingMailStarted: 'You get mail about meetings again.',

  busy: 'One moment…',
}
