/** The page of a book: reading, writing together, its shape, who is there, what is saved. */
import type { book as nl } from '../nl/book.ts'

export const book: typeof nl = {
  kinds: { green: 'Green book', white: 'White book' },
  title: (kind, theme) => `${kind} ${theme}`,
  about: {
    green: 'What is going on, who notices it, and where does the money go? The experts write it down here, together.',
    white: 'What do we propose, and what will people notice? The experts write it down here, together.',
  },
  chefs: (names) => `Chef de Dossier: ${names.join(', ')}`,
  section: (place, heading) => `section ${place}: ${heading}`,
  sectionNumber: (place) => `Section ${place}`,
  textLabel: (book, place, heading) => `${book}, section ${place}: ${heading}`,
  emptySection: 'Nothing has been written here yet.',

  slots: {
    about: {
      heading: 'What is it about and where does the money go?',
      hint: 'What does the municipality do here now? Where does the money go? Write it so that your neighbours understand.',
    },
    noticed: {
      heading: 'Who notices it?',
      hint: 'Which people, clubs or businesses does this touch? What does it mean to them?',
    },
    settled: {
      heading: 'What is already settled?',
      hint: 'Which laws, contracts or agreements are there? What can we therefore not change?',
    },
    change: {
      heading: 'What could change?',
      hint: 'Where do you see room? No proposals yet: those come in the white book.',
    },
    frameworks: {
      heading: 'Frameworks',
      hint: 'Within which limits of the Council do we work? What do they mean for this theme?',
    },
    questions: {
      heading: 'Open questions',
      hint: 'What do we not know yet? Who can tell us?',
    },
    added: { heading: 'New section', hint: 'What would you like to tell here?' },
  },

  rights: {
    writeHere: 'You write along. Everyone sees your text as soon as it is saved.',
    otherTheme: 'You read along. Only the experts of this theme write.',
    chef: 'You read along and guard the shape: the names and the order of the sections. The experts write the text.',
    chefElsewhere: 'You read along. The Chef of this theme guards the shape of the book.',
    official: 'You read along. Only the experts of this theme write.',
    guest: 'You read along as a guest. The Chef of this theme decides whether you may write, too.',
    decider: 'You read along. The experts of this theme wrote this.',
    notYet: 'You read along. The writing has not begun yet.',
    notNow: 'You read along. Nobody writes in this book in this phase.',
  },

  noJs: 'You are reading the text of this moment. To write along, JavaScript must be on.',
  opening: 'The book is opening…',
  editorFailed: 'The writing place could not load. You can still read. Reload the page to try again.',

  contents: {
    title: 'Contents',
    jump: 'To a section',
    here: (count) => (count === 1 ? '1 person here' : `${count} people here`),
    current: 'You are here',
  },

  presence: {
    title: (count) => `Present (${count})`,
    you: 'you',
    in: (place) => `at section ${place}`,
    reading: 'reading along',
    nobody: 'Nobody else is here yet.',
    news: 'Tell who comes and goes',
    everything: 'Everything',
    nothing: 'Nothing',
    cameOne: (name) => `${name} has joined.`,
    cameMany: (name, others) => `${name} and ${others === 1 ? '1 other' : `${others} others`} have joined.`,
    leftOne: (name) => `${name} has left.`,
    leftMany: (name, others) => `${name} and ${others === 1 ? '1 other' : `${others} others`} have left.`,
  },

  saved: {
    title: 'Saved?',
    connecting: 'Connecting…',
    live: 'You see changes at once',
    ready: 'Ready to write',
    allSaved: (time) => `Saved ${time}`,
    saving: (count) => `Saving ${count}`,
    lostNothingWaits: 'No connection. You can go on typing: we keep it on this device.',
    lost: (count) => `No connection: ${count === 1 ? '1 change' : `${count} changes`} kept on this device`,
    lostUnkept: (count) =>
      `No connection: ${count === 1 ? '1 change waits' : `${count} changes wait`}. Keep this window open.`,
    lostNothingUnkept: 'No connection. You can go on typing, but keep this window open.',
    aside: (count) => `${count} set aside`,
    lostReader: 'No connection. You see the last text we have.',
    unreachable: 'No connection. You can read, but not write yet. We keep trying.',
    lostShort: 'No connection',
    back: 'The connection is back.',
    refused: 'You cannot write along now.',
    refusedUnsaved: (count) =>
      count === 1
        ? '1 change has not been saved. Copy your text before you reload the page.'
        : `${count} changes have not been saved. Copy your text before you reload the page.`,
    refusedKept: (count) =>
      count === 1
        ? '1 change has not been saved. It is kept on this device.'
        : `${count} changes have not been saved. They are kept on this device.`,
    refusedAside: 'Your words that were set aside are below, to copy.',
    refusedNext: 'Reload the page to go on reading.',
    leave: (count) =>
      `${count === 1 ? '1 change has' : `${count} changes have`} not been saved yet, and this device cannot keep them. If you leave now, you lose them. Leave anyway?`,
  },

  toolbar: {
    label: 'Formatting of the text',
    bold: 'Bold',
    italic: 'Italic',
    heading: 'Heading',
    subheading: 'Small heading',
    bulletList: 'Bullet list',
    orderedList: 'Numbered list',
    quote: 'Quote',
    link: 'Link',
    table: 'Insert table',
    addRow: 'Add row',
    addColumn: 'Add column',
    deleteRow: 'Delete row',
    deleteColumn: 'Delete column',
    deleteTable: 'Delete table',
    undo: 'Undo',
    redo: 'Redo',
    shortcuts: 'Keyboard shortcuts',
  },

  link: {
    title: 'Link',
    address: 'Address',
    addressHint: 'For example https://www.zeist.nl or an e-mail address',
    invalid: 'Enter a web address that starts with http or https, or an e-mail address.',
    save: 'Set the link',
    remove: 'Remove the link',
  },

  shortcuts: {
    title: 'Keyboard shortcuts',
    keys: 'Keys',
    does: 'What happens',
    toToolbar: 'From the text to the buttons',
    toText: 'From the buttons back to the text',
    bold: 'Bold',
    italic: 'Italic',
    undo: 'Take back your last change in this section',
    redo: 'Do it again after all',
    bulletList: 'Bullet list',
    orderedList: 'Numbered list',
    heading: 'Subheading',
    quote: 'Quote',
    lineBreak: 'New line in the same paragraph',
    link: 'Make a link',
    nextCell: 'In a table: next cell',
    previousCell: 'In a table: previous cell',
    leaveTable: 'Out of a table, to the text below it',
    indent: 'In a list: one step in or out',
    leave: 'In plain text: to the next thing on the page',
  },

  structure: {
    menu: (heading) => `Change section '${heading}'`,
    rename: 'Give another name',
    moveUp: 'Move up',
    moveDown: 'Move down',
    addBelow: 'Add a section',
    remove: 'Take out',
    busy: 'One moment…',
    renameTitle: 'Another name for this section',
    addTitle: 'New section',
    addUnder: (heading) => `It comes below '${heading}'.`,
    heading: 'Name of the section',
    save: 'Keep the name',
    add: 'Add',
    removeTitle: (heading) => `Take out '${heading}'?`,
    removeText: 'The text is kept. You can always put this section back.',
    removeConfirm: 'Take the section out',
    keep: 'Leave it in',
    removed: 'Sections taken out',
    removedText: 'The text is kept. Whoever reads the book does not see these sections.',
    restore: 'Put back',
    restoreOf: (heading) => `Put '${heading}' back`,
    saidMoved: (heading, place, of) => `'${heading}' is now at place ${place} of ${of}.`,
    saidRenamed: (heading) => `The section is now called '${heading}'.`,
    saidAdded: (heading, place) => `'${heading}' has been added at place ${place}.`,
    saidRemoved: (heading) => `'${heading}' has been taken out. The text is kept.`,
    saidRestored: (heading) => `'${heading}' is back in the book.`,
  },

  setAside: {
    title: (heading) => `The Chef has taken out '${heading}'`,
    text: 'Your words are not gone. You can copy the text below. The Chef can put the section back.',
    copy: 'Copy the text',
    copied: 'The text has been copied.',
    copyFailed: 'Copying did not work. Select the text and copy it yourself.',
    dismiss: 'Close this section',
  },

  aside: {
    title: 'With this book',
    target: 'Target',
    targetText: 'What this theme has to save each year.',
    influenceable: 'What we can influence',
    influenceableText: 'The part of the costs that the municipality itself can change, per year.',
    frameworks: 'Frameworks of the Council',
    items: (count) => `Budget items (${count})`,
    expenditure: 'Expenditure per year',
    itemInfluenceable: 'Influenceable',
    noFrameworks: 'There are no frameworks for this theme.',
  },

  closed: {
    signInTitle: 'Take a seat first',
    signInText: 'This book belongs to the people who take part in the dialogue. Take a seat, and you read along.',
    signInFirst: 'Sign in first',
    signInFirstText:
      'This book belongs to the people who take part in the dialogue. Do you take part? Sign in, and you read along.',
    noSeatTitle: 'You have no seat here now',
    noSeatText:
      'This book belongs to the people who take part in the dialogue. You have signed in, but you have no seat now. Is that not right? Ask the municipality.',
    laterTitle: 'This book is not open to you yet',
    laterText: 'The experts are writing undisturbed. College and Council read the green book from its review on.',
    whoTitle: 'Who reads when?',
    who: [
      'Experts of this theme write in the phase of the green book. Before and after it they read.',
      'Experts of other themes, Chefs, civil servants, the project lead and the clerk can always read along.',
      'College and Council read from the review of the green books on.',
    ],
    takeSeat: 'Take a seat',
    signIn: 'Sign in',
    takeOther: 'Take another seat',
    toTheme: 'Back to the theme',
  },
}
