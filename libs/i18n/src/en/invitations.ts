import type { invitations as nl } from '../nl/invitations.ts'

export const invitations: typeof nl = {
  as: {
    expert: 'expert',
    chef: 'Chef de Dossier',
    civilServant: 'civil servant',
    financialAdviser: 'financial adviser',
    lead: 'project lead',
    clerk: 'clerk',
    college: 'member of the College',
    councillor: 'councillor',
    administrator: 'administrator',
    auditor: 'auditor',
    guest: 'guest',
  },
  asks: {
    expert:
      'As an expert you help write the book of your theme. What is going on, who notices, and where can it be done with less money? You know something that others do not: as a resident, as a user or by your work. The group meets on a few evenings, and you can write at home too.',
    chef: 'As Chef de Dossier you lead the evenings of the theme group and guard the shape of the book. You do not write in it yourself.',
    civilServant:
      'As a civil servant you answer questions of the theme groups and explain difficult words. You do not write in the books.',
    financialAdviser: 'As financial adviser you check what proposals bring in and cost. You do not write in the books.',
    lead: 'As project lead you lead the dialogue as a whole and open each next phase.',
    clerk: 'As clerk you follow the dialogue and record what the Council decides.',
    college: 'As a member of the College you read and review the books, from the review of the green books on.',
    councillor: 'As a councillor you give frameworks, read the books from the review on, and decide in the end.',
    administrator: 'As administrator you arrange who takes part, and in which role.',
    auditor: 'As auditor you read everything and check what was recorded.',
    guest: 'As a guest you are there for one meeting.',
  },
  inviter: (name, role) => (role ? `${name} (${role})` : name),
  inTheme: (role, theme) => (theme ? `${role} in the theme ${theme}` : role),

  mail: {
    subject: (dialogue, theme) => (theme ? `Invitation to ${dialogue}: ${theme}` : `Invitation to ${dialogue}`),
    greeting: (name) => (name ? `Dear ${name},` : 'Hello,'),
    invites: (inviter, dialogue, municipality, seat) =>
      `${inviter} invites you to take part in ${dialogue} of ${municipality}, as ${seat}.`,
    meeting: (title, when, place) =>
      place
        ? `The next meeting: ${title}, ${when}, ${place}. This mail brings it as an entry for your calendar.`
        : `The next meeting: ${title}, ${when}. This mail brings it as an entry for your calendar.`,
    answer: (until) =>
      `Look at the invitation and say whether you take part. You can until ${until}. Taking part is voluntary.`,
    decline: 'Would you rather not? Say so on the same page. Then no reminder will come.',
    privacy: (inviter, address) =>
      `We have your address from ${inviter}, for this invitation only. Thirty days after your answer, or after the invitation has expired, we take your name and address out of it. Read more at ${address}.`,
    personal: 'The link is for you only. Please do not pass this mail on.',
    button: 'Look at the invitation',
    why: (seat) => `you were invited as ${seat}`,
  },

  title: (theme) => (theme ? `Invitations for ${theme}` : 'Invitations for the dialogue'),
  introSends: 'You invite people in three steps. Nothing goes out before you press send in step 3.',
  introReads: 'Here you see who was invited. You cannot invite people from your seat.',
  themesToo: 'You invite experts and Chefs at their theme:',
  noMail: 'No mail can go out here. Ask the administrator to set a mail server; until then you cannot invite people.',
  mailbox: 'This is an example. Mail does not really go out: you see it in the mailbox.',
  mailboxLink: 'Look into the mailbox',

  who: {
    title: '1. Whom do you invite?',
    role: 'As what?',
    text: 'Paste names and addresses here',
    hint: 'One on each line, or with commas between them. For example: Els van Dijk; els@example.nl; en. As language you can give nl or en; without one it is Dutch.',
    file: 'Or choose a file (CSV)',
    fileHint: 'As a spreadsheet saves it, with columns such as name, e-mail and language.',
    fileRead: (name) => `${name} is in the field above now.`,
    fileTooLarge: 'This file is too large. Take a list of at most 500 people.',
    fileNot: 'This file cannot be read. Save it as CSV and try again.',
    empty: 'Paste a list or choose a file first.',
    check: 'Check the list',
    checking: 'Checking the list…',
  },
  preview: {
    title: '2. Is the list right?',
    ready: (count) => (count === 1 ? '1 person can get an invitation.' : `${count} people can get an invitation.`),
    wrong: (count) => (count === 1 ? '1 line is not right yet.' : `${count} lines are not right yet.`),
    wrongHint: 'Correct them here or in the list above. What is not right is passed over.',
    nobody: 'There is nobody in this list. Paste names and addresses in step 1.',
    nobodyReady: 'There is nobody yet who can get an invitation. Correct the lines below.',
    caption: 'The people on your list',
    line: 'Line',
    name: 'Name',
    email: 'E-mail address',
    language: 'Language',
    state: 'Is it right?',
    languages: { nl: 'Dutch', en: 'English' },
    ok: 'Ready to send',
    onlyWrong: 'Show only what is not right',
    fix: (line) => `Correct the address on line ${line}`,
    fixed: 'Use this',
    problems: {
      'no-address': 'This is not an e-mail address. Correct it.',
      'name-too-long': 'The name is too long. Make it shorter than 100 characters.',
      twice: 'This address is in the list already. There is nothing to do.',
      'invited-already': 'Is invited already. Look in the list at the bottom: you can send it again there.',
      'seat-already-held': 'Takes part in this role already. There is nothing to do.',
      'roles-do-not-go-together': 'Has a role already that does not go together with this one. Invite somebody else.',
      'one-theme-group': 'Is in another theme group already. Invite somebody else.',
    },
    beyond: (count, line) =>
      `A list has at most 500 people. From line ${line} on there ${count === 1 ? 'is 1 more' : `are ${count} more`}: take those in a second list.`,
  },
  letter: {
    title: '3. What do you write?',
    intro:
      'Your own words stand at the top of the letter. Who you are, what it is for and how to answer come below by themselves.',
    own: { nl: 'Your words in Dutch', en: 'Your words in English' },
    hint: (max) => `May stay empty. At most ${max} characters.`,
    missing: (count, language) =>
      `${count === 1 ? '1 person gets' : `${count} people get`} the letter in ${language}, and there are no words of yours in it yet.`,
    shows: 'This is the letter',
    showIn: 'Show the letter in',
    exampleName: 'Els van Dijk',
    meeting: (title) => `The mail brings an entry for the calendar: ${title}.`,
    noMeeting: 'No meeting is planned yet. When you plan one first, it goes along as an entry for the calendar.',
    send: (count) => (count === 1 ? 'Send 1 invitation' : `Send ${count} invitations`),
    sending: 'Preparing the invitations…',
    sent: (count) =>
      count === 1
        ? '1 invitation goes out now. Below you see how far it is.'
        : `${count} invitations go out now. Below you see how far it is.`,
    notSent: (count) =>
      count === 1
        ? '1 person of the list could not be invited any more.'
        : `${count} people of the list could not be invited any more.`,
  },
  list: {
    title: 'Who is invited',
    empty: 'Nobody has been invited yet.',
    none: 'There is nobody for whom it stands so.',
    caption: 'Invitations',
    all: 'All',
    filter: 'Show',
    to: 'To',
    role: 'Role',
    state: 'How it stands',
    when: 'When',
    hidden: 'Only for who invites',
    forgotten: 'Name and address were taken away',
    acts: 'What you can do',
    standings: {
      queued: 'Waits for the mail',
      sent: 'Sent',
      bounced: 'Did not arrive',
      accepted: 'Takes part',
      declined: 'Does not take part',
      withdrawn: 'Withdrawn',
      expired: 'Expired',
    },
    made: (when) => `made on ${when}`,
    sent: (when, times) => (times > 1 ? `sent on ${when}, ${times} times in all` : `sent on ${when}`),
    until: (when) => `can be answered until ${when}`,
    answered: (when) => `on ${when}`,
    progress: (sent, all) => `${sent} of ${all} sent`,
    waiting: (count) =>
      count === 1
        ? '1 invitation waits for the mail. It goes by itself; you may close this page.'
        : `${count} invitations wait for the mail. They go by themselves; you may close this page.`,
    done: 'All letters have gone out.',
    stale: 'This list cannot be refreshed now. We keep trying.',
    resend: 'Send again',
    resent: (who) => `The invitation to ${who} goes out again. The old letter then no longer works.`,
    withdraw: 'Withdraw',
    withdrawTitle: (who) => `Withdraw the invitation to ${who}?`,
    withdrawText:
      'The link in the letter then no longer works. No message about it goes out. You can invite them again later.',
    withdrawConfirm: 'Withdraw',
    withdrawn: (who) => `The invitation to ${who} is withdrawn.`,
    bounce: 'Did not arrive',
    bounceTitle: (who) => `Did the mail to ${who} not arrive?`,
    bounceText:
      'Do this when the mailbox of the municipality was told that the mail could not be delivered. After that you can correct the address.',
    bounceConfirm: 'No, it did not arrive',
    bounced: (who) => `Noted: the mail to ${who} did not arrive.`,
    correct: 'Correct the address',
    correctTitle: (who) => `Another address for ${who}`,
    correctText: 'The invitation then goes out again, to this address.',
    correctLabel: 'E-mail address',
    correctConfirm: 'Keep it and send again',
    corrected: (who) => `The address is corrected. The invitation goes out again, to ${who}.`,
    keep: 'Leave it as it is',
    busy: 'One moment…',
  },

  answer: {
    title: (theme) => (theme ? `Invitation: ${theme}` : 'Invitation'),
    invites: (inviter, municipality) => `${inviter} of ${municipality} invites you.`,
    seat: (seat, dialogue) => `Will you take part in ${dialogue}, as ${seat}?`,
    asksTitle: 'What is asked of you?',
    ownTitle: (name) => `${name} writes to you`,
    meetingTitle: 'The next meeting',
    until: (when) => `You can answer until ${when}.`,
    other: (name) =>
      `You are signed in as ${name} in this browser. When you accept the invitation, ${name} is signed out here.`,
    known: (name) => `You take part already as ${name}. This role comes beside it, under the same name.`,
    formTitle: 'I take part',
    realName: 'Your name',
    realNameHint: (max) => `Only you and those who arrange the invitations see it. At most ${max} characters.`,
    publicName: 'The name under which you take part',
    publicNameHint: (max) =>
      `Everybody who takes part sees it, also beside what you write. It need not be your real name. At most ${max} characters.`,
    consentMore: 'More about your data',
    keep: 'Stay signed in on this device for 30 days',
    keepHint: 'Choose this on your own device only.',
    accept: 'Yes, I take part',
    busy: 'One moment…',
    declineTitle: 'Rather not?',
    declineText: 'That is fine. You need not say why.',
    decline: 'No, I do not take part',
    problemTitle: 'That did not work',
    stillOpen: 'Your invitation stays open.',
    clashes: {
      'roles-do-not-go-together':
        'You have a role in this dialogue already that does not go together with this one. Who invited you can tell what is possible.',
      'one-theme-group': 'You are in another theme group already. Do you want to change? Ask the municipality.',
      'seat-already-held': 'You take part in this role already.',
    },
    states: {
      accepted: {
        title: 'You have accepted already',
        text: 'This invitation was accepted. The link works once. Sign in with the address at which you were invited.',
      },
      declined: {
        title: 'Thank you for your answer',
        text: 'You do not take part. No more mail about it will come. Did you change your mind? Ask who invited you for a new invitation.',
      },
      withdrawn: {
        title: 'This invitation is no longer good',
        text: 'Perhaps you got a new one meanwhile: then use the latest mail. Any questions? Ask who invited you.',
      },
      expired: {
        title: 'This invitation has expired',
        text: 'Do you still want to take part? Ask who invited you for a new invitation. It is quickly done.',
      },
      closed: {
        title: 'This dialogue is over',
        text: 'It is no longer possible to take part.',
      },
      unknown: {
        title: 'This link does not work',
        text: 'See whether you copied the whole address. Did you get more than one mail? Only the link in the latest one works. If it does not help, ask who invited you for a new one.',
      },
    },
    signIn: 'Sign in',
    home: 'To the dialogue',
  },
}
