import type { mail as nl } from '../nl/mail.ts'

export const mail: typeof nl = {
  buttonFails: 'Does the button not work? Copy this address into your browser:',
  why: (why) => `You receive this mail because ${why}.`,
  from: (municipality) => `This mail is from ${municipality}.`,
}
