/** Locks: what everyone sees before typing, what a Chef asks, what is said aloud. */
export const locks = {
  /** On the same day a time is enough; a lock of another day says its day. */
  since: (chef: string, time: string) => `Vergrendeld door ${chef} om ${time}`,
  sinceDay: (chef: string, day: string) => `Vergrendeld door ${chef} op ${day}`,
  until: (time: string) => `tot ${time}`,
  reason: (reason: string) => `reden: ${reason}`,
  someChef: 'de Chef',
  frozenSign: 'Vergrendeld: het hele boek is dicht',
  closing: 'De Chef sluit dit hoofdstuk. Uw laatste woorden gaan nog mee.',
  closingForReaders: 'De Chef sluit dit hoofdstuk.',
  inContents: 'vergrendeld',
  frozenTitle: 'Het hele boek is vergrendeld',
  frozenRead: 'U kunt alles lezen. Schrijven kan weer als de Chef het boek opent.',
  focusTitle: (place: number, heading: string) => `Iedereen kijkt naar hoofdstuk ${place}: ${heading}`,
  focusText: 'De andere hoofdstukken zijn vergrendeld. Dit hoofdstuk is open.',

  lock: 'Vergrendel…',
  unlock: 'Maak open',
  focus: 'Iedereen kijkt hier…',
  freeze: 'Vergrendel het hele boek…',
  unfreeze: 'Maak het boek open',
  openOthers: 'Maak de andere hoofdstukken open',
  desk: 'Voor de Chef',

  lockTitle: (heading: string) => `'${heading}' vergrendelen`,
  lockText: 'Niemand kan hier dan schrijven. Lezen kan wel. Wie nu typt, ziet de laatste woorden nog meegaan.',
  focusDialogTitle: (heading: string) => `Iedereen kijkt naar '${heading}'`,
  focusDialogText:
    'De andere hoofdstukken gaan dicht. Alleen hier kan men schrijven. U kunt ze daarna samen weer openen.',
  freezeTitle: 'Het hele boek vergrendelen',
  freezeText: 'Niemand kan dan in dit boek schrijven. Lezen kan wel.',
  reasonLabel: 'Reden (hoeft niet)',
  reasonHint: (max: number) => `Iedereen ziet de reden. Hoogstens ${max} tekens.`,
  untilLabel: 'Hoe lang?',
  untilChoices: {
    open: 'Tot ik het weer open',
    quarter: '15 minuten',
    half: '30 minuten',
    hour: '1 uur',
    time: 'Tot een tijd',
  },
  timeLabel: 'Tijd',
  timeMissing: 'Vul een tijd in, bijvoorbeeld 20:45.',
  confirmLock: 'Vergrendel',
  confirmFocus: 'Vergrendel de andere',
  confirmFreeze: 'Vergrendel het boek',
  busy: 'De laatste woorden gaan nog mee…',

  saidLocked: (places: readonly number[], list: string) =>
    places.length === 1 ? `Hoofdstuk ${list} is vergrendeld.` : `Hoofdstukken ${list} zijn vergrendeld.`,
  saidUnlocked: (places: readonly number[], list: string) =>
    places.length === 1 ? `Hoofdstuk ${list} is weer open.` : `Hoofdstukken ${list} zijn weer open.`,
  saidLockedHere: 'Het hoofdstuk waar u bent, is vergrendeld. U kunt lezen, niet schrijven.',
  saidUnlockedHere: 'Het hoofdstuk waar u bent, is weer open.',
  saidFrozen: 'Het hele boek is vergrendeld. U kunt lezen, niet schrijven.',
  saidUnfrozen: 'Het boek is weer open.',
  saidTyping: 'Dit hoofdstuk is vergrendeld. Wat u typt, komt er niet in.',

  filled: (percent: number) => `Dit hoofdstuk is voor ${percent} % vol.`,
  filledCalm: 'Er is nog ruimte. Wordt het lang? Vraag de Chef dan om een hoofdstuk erbij.',
  filledUrgent: 'Nog even en er past niets meer bij. Maak de tekst korter, of vraag de Chef om een hoofdstuk erbij.',
}
