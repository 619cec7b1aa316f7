import type { guestMail as nl } from '../nl/guest-mail.ts'

export const guestMail: typeof nl = {
  subject: 'Confirm your e-mail address',
  greeting: 'Dear reader,',
  text: (title) =>
    `This e-mail address was filled in at the meeting '${title}'. Was that you? Then confirm it: you stay the same person on all evenings.`,
  valid: 'The button works for 24 hours, and once.',
  nothing: 'Was it not you? Then do nothing. Nothing happens to your address.',
  button: 'Confirm my address',
  why: 'somebody filled in this address at a meeting',
}
