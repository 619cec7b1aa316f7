/** Everybody in the dialogue, with the seats they hold: for those who give them. */
export const people = {
  link: 'Mensen',
  title: 'Mensen',
  intro: 'Iedereen in deze dialoog, met de plaatsen die zij hebben.',
  readOnly: 'U leest mee. Plaatsen geven en afnemen doen de projectleiding en de beheerder.',
  noDialogue: 'Er is nog geen dialoog. Richt die eerst in; daarna geeft u hier plaatsen.',
  toSetUp: 'Naar het inrichten',

  search: 'Zoek',
  searchHint: 'Op naam of inbreng',
  searchHintContact: 'Op naam, inbreng of e-mailadres',
  theme: 'Thema',
  allThemes: 'Alle thema’s',
  role: 'Rol',
  allRoles: 'Alle rollen',
  withoutSeat: 'Zonder plaats',
  show: 'Toon',
  clear: 'Toon iedereen',
  count: (shown: number, all: number) => {
    if (shown < all) return `${shown} van ${all} mensen`
    return all === 1 ? '1 persoon' : `${all} mensen`
  },
  nobodyFound: 'Niemand gevonden. Zoek op een ander woord, of toon iedereen.',
  nobody: 'Er is hier nog niemand.',

  name: 'Naam',
  seats: 'Plaatsen',
  lastSeen: 'Hier geweest',
  email: 'E-mailadres',
  act: 'Wijzigen',
  realName: (name: string) => `Naam bij de gemeente: ${name}`,
  noSeat: 'Geen plaats',
  noEmail: 'Niet bekend',
  you: 'Dit bent u',
  seen: { today: 'vandaag', thisWeek: 'deze week', longerAgo: 'langer geleden', never: 'nooit' },

  change: 'Wijzig',
  changeOf: (name: string) => `Wijzig de plaatsen van ${name}`,
  own: 'Uw eigen plaatsen wijzigt iemand anders.',
  notYours: 'Deze plaats kunt u niet afnemen.',

  end: 'Neem af',
  endOf: (seat: string) => `Neem af: ${seat}`,
  endTitle: (name: string) => `Een plaats van ${name} afnemen?`,
  endText: (name: string, seat: string) =>
    `${name} is dan geen ${seat} meer. Dat geldt meteen: ${name} wordt overal afgemeld, ook op een pagina die al open is. Wat ${name} schreef, blijft staan.`,
  endConfirm: 'Neem de plaats af',
  ended: (name: string, seat: string) => `${name} is geen ${seat} meer.`,

  give: 'Geef een plaats',
  giveConfirm: 'Geef deze plaats',
  given: (name: string, seat: string) => `${name} is nu ook ${seat}.`,
  givenText: 'Is deze persoon aangemeld? Dan staat de nieuwe plaats klaar bij ‘Mijn gegevens’.',

  remove: 'Verwijder uit de dialoog',
  removeTitle: (name: string) => `${name} verwijderen uit de dialoog?`,
  removeText: (name: string) => [
    `${name} verliest alle plaatsen en wordt meteen overal afgemeld. Wat op een scherm open is, gaat binnen een seconde dicht. Uitnodigingen die nog open staan, worden ingetrokken.`,
    `Wat ${name} schreef, blijft staan, met de naam erbij. Naam en e-mailadres blijven bewaard. Moeten die ook weg? Dan kan ${name} dat zelf doen bij ‘Mijn gegevens’.`,
    'U kunt later weer een plaats geven.',
  ],
  removeConfirm: 'Verwijder',
  removed: (name: string) => `${name} is verwijderd uit de dialoog.`,

  add: 'Voeg iemand toe',
  addTitle: 'Iemand toevoegen',
  addText:
    'Voor mensen van de gemeente, die u zelf kent. Experts nodigt u beter uit: dan kiezen zij zelf hun naam en gaan zij akkoord.',
  addRealName: 'Naam',
  addRealNameHint: 'Zien alleen wie plaatsen geeft, en de persoon zelf.',
  addName: 'Naam die anderen zien',
  addNameHint: 'Mag dezelfde zijn.',
  addEmailHint: 'Met dit adres meldt de persoon zich aan. Laat het goed nalezen.',
  addLanguage: 'Taal van de mails',
  languages: { nl: 'Nederlands', en: 'Engels' },
  addConfirm: 'Voeg toe',
  added: (name: string, seat: string) => `${name} is toegevoegd als ${seat}.`,
  addedText: (email: string) => `Aanmelden kan via ‘Aanmelden’, met het adres ${email}.`,
  emailWrong: 'Vul een e-mailadres in, zoals naam@voorbeeld.nl.',
  themeMissing: 'Kies bij welk thema deze plaats hoort.',
  chooseTheme: 'Kies een thema',

  keep: 'Laat het zo',
  back: 'Terug',
  busy: 'Even geduld…',
}
