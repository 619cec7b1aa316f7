import type { mailbox as nl } from '../nl/mailbox.ts'

export const mailbox: typeof nl = {
  title: 'Mailbox of the example',
  noteTitle: 'This is an example',
  note: 'Nothing leaves this place: what this example sends is shown here, newest first. In a real municipality it goes by mail. Then only the person it is for reads it.',
  again: 'Look for new mail',
  to: (address) => `To ${address}`,
  file: (name) => `With a file for the calendar: ${name}`,
  emptyTitle: 'There is no mail yet',
  empty: 'As soon as the example sends something, it is shown here. For instance an invitation, or a link to sign in.',
  closedTitle: 'There is no mailbox here',
  closed:
    'Only an example without a mail server has a mailbox. Do you expect mail from a municipality? Look in your own mailbox, and among the unwanted mail too.',
}
