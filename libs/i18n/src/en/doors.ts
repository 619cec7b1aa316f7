import type { doors as nl } from '../nl/doors.ts'

export const doors: typeof nl = {
  join: 'Join with a code',
  privacy: 'Privacy',
  people: 'People',
  invitations: 'Invitations',
  allMeetings: {
    title: 'Meetings',
    text: 'When do we come together? Here are all evenings that are for you.',
    link: 'To the meetings',
  },
  meetings: 'Meetings of this theme group',
  reports: {
    title: 'Reports and appeals',
    text: 'About a Chef, or about a message that was hidden. You decide about them.',
    none: 'Nothing is waiting for you now.',
    waiting: (count) => (count === 1 ? '1 is waiting for your decision.' : `${count} are waiting for your decision.`),
    link: 'To the reports and appeals',
  },
  record: {
    title: 'For the auditor',
    text: 'Everything that happens in this dialogue is recorded. You can read it, check it and take it along.',
    link: 'To the record',
  },
  account: 'My account',
  exampleMail: 'Mailbox of the example',
}
