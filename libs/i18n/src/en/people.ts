import type { people as nl } from '../nl/people.ts'

export const people: typeof nl = {
  title: 'People',
  intro: 'Everybody in this dialogue, with the seats they hold.',
  readOnly: 'You read along. The lead and the administrator give seats and take them away.',
  noDialogue: 'There is no dialogue yet. Set it up first; then you give seats here.',
  toSetUp: 'Set it up',

  search: 'Search',
  searchHint: 'By name or background',
  searchHintContact: 'By name, background or e-mail address',
  theme: 'Theme',
  allThemes: 'All themes',
  role: 'Role',
  allRoles: 'All roles',
  withoutSeat: 'Without a seat',
  show: 'Show',
  clear: 'Show everybody',
  count: (shown, all) => {
    if (shown < all) return `${shown} of ${all} people`
    return all === 1 ? '1 person' : `${all} people`
  },
  nobodyFound: 'Nobody found. Search for another word, or show everybody.',
  nobody: 'There is nobody here yet.',

  name: 'Name',
  seats: 'Seats',
  lastSeen: 'Was here',
  email: 'E-mail address',
  act: 'Change',
  realName: (name) => `Name at the municipality: ${name}`,
  seatIn: (role, theme) => `${role} in ${theme}`,
  noSeat: 'No seat',
  noEmail: 'Not known',
  you: 'This is you',
  seen: { today: 'today', thisWeek: 'this week', longerAgo: 'longer ago', never: 'never' },

  change: 'Change',
  changeOf: (name) => `Change the seats of ${name}`,
  own: 'Your own seats are changed by somebody else.',
  notYours: 'You cannot take this seat away.',

  end: 'Take away',
  endOf: (seat) => `Take away: ${seat}`,
  endTitle: (name) => `Take a seat of ${name} away?`,
  endText: (name, seat) =>
    `${name} will no longer be ${seat}. This holds at once: ${name} is signed out everywhere, also on a page that is open already. What ${name} wrote stays.`,
  endConfirm: 'Take the seat away',
  ended: (name, seat) => `${name} is no longer ${seat}.`,

  give: 'Give a seat',
  giveConfirm: 'Give this seat',
  given: (name, seat) => `${name} is now ${seat} as well.`,
  givenText: 'Signed in already? Then the new seat is waiting under ‘My account’.',

  remove: 'Remove from the dialogue',
  removeTitle: (name) => `Remove ${name} from the dialogue?`,
  removeText: (name) => [
    `${name} loses all seats and is signed out everywhere at once. What is open on a screen closes within a second. Invitations that are still open are withdrawn.`,
    `What ${name} wrote stays, with the name beside it. Name and e-mail address are kept. Should those go too? ${name} can do that under ‘My account’, or an administrator can on request.`,
    'You can give a seat again later.',
  ],
  removeConfirm: 'Remove',
  removed: (name) => `${name} has been removed from the dialogue.`,

  add: 'Add somebody',
  addTitle: 'Adding somebody',
  addText:
    'For people of the municipality whom you know. Experts are better invited: they then choose their own name, and agree to taking part.',
  addRealName: 'Name',
  addRealNameHint: 'Seen only by those who give seats, and by the person.',
  addName: 'Name that others see',
  addNameHint: 'It may be the same. Left empty, it is the same.',
  addEmailHint: 'The person signs in with this address. Have it checked well.',
  addLanguage: 'Language of the mails',
  languages: { nl: 'Dutch', en: 'English' },
  addConfirm: 'Add',
  added: (name, seat) => `${name} has been added as ${seat}.`,
  addedText: (email) => `Signing in is under ‘Sign in’, with the address ${email}.`,
  emailWrong: 'Fill in an e-mail address, like name@example.com.',
  nameMissing: 'Fill in a name.',
  themeMissing: 'Choose the theme this seat belongs to.',
  chooseRole: 'Choose a role',
  roleMissing: 'Choose which seat it is.',
  chooseTheme: 'Choose a theme',

  keep: 'Leave it as it is',
  back: 'Back',
  busy: 'One moment…',
}
