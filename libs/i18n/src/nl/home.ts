/** The dialogue at a glance. */
export const home = {
  budget: (year: number) => `begroting ${year}`,
  intro: (amount: string) =>
    `Samen zoeken we ${amount} per jaar. In elk thema schrijven inwoners en professionals een groenboek: waar gaat het geld heen, wie merkt er iets van en wat ligt al vast? Daarna komen de voorstellen.`,
  introNoAmount:
    'In elk thema schrijven inwoners en professionals een groenboek: waar gaat het geld heen, wie merkt er iets van en wat ligt al vast? Daarna komen de voorstellen.',
  assignment: 'De opdracht van de raad',
  targetTitle: (amount: string) => `Samen naar ${amount} per jaar`,
  foundNothing:
    'Elk thema krijgt een witboek, zo breed als zijn taakstelling. Ze zijn nog leeg: er is nog niets gevonden, want de voorstellen komen pas in het witboek.',
  barLabel: 'De taakstelling, verdeeld over de thema’s',
  numbers: 'De nummers horen bij de thema’s hieronder.',
  asTable: 'Toon als tabel',
  theme: 'Thema',
  target: 'Taakstelling per jaar',
  share: 'Deel',
  total: 'Samen',
  gap: (amount: string) => `Verschil met de taakstelling van de dialoog: ${amount}.`,
  themes: 'De thema’s',
  chef: 'Chef de Dossier',
  group: 'Themagroep',
  experts: (count: number) => (count === 1 ? '1 expert' : `${count} experts`),
  present: (count: number) => (count === 1 ? '1 persoon is er nu' : `${count} mensen zijn er nu`),
  lastChange: (when: string) => `Groenboek, gewijzigd op ${when}`,
  notWritten: 'Groenboek, nog leeg',

  /** The five steps that people name aloud; a phase of the dialogue belongs to one of them. */
  road: {
    title: 'Zo gaat de dialoog',
    here: 'Hier zijn we nu',
    stops: {
      framed: { name: 'Kaders', does: 'De raad zegt hoeveel er nodig is en wat vaststaat.' },
      green: { name: 'Groenboek', does: 'Experts schrijven op wat er speelt.' },
      green_review: { name: 'Toetsing', does: 'College en raad lezen de groenboeken.' },
      white: { name: 'Witboek', does: 'Experts schrijven hun voorstellen.' },
      council: { name: 'Besluit', does: 'De raad kiest en stemt.' },
    },
  },

  emptyTitle: 'Hier is nog geen dialoog',
  emptyText: 'Zodra de gemeente een dialoog heeft ingericht, vindt u hier de thema’s. Kom later terug.',
  operatorTitle: 'Beheert u deze plek?',
  operatorText:
    'Maak op de server een beheerder met ‘npm run administrator’, en meld u aan: dan richt u hier de dialoog in. Rondkijken in een voorbeeld? Start de server met EXAMPLE=on.',
}
