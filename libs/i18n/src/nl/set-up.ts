/** The dialogue of an installation that has none, set up by its administrator. */
export const setUp = {
  title: 'Richt de dialoog in',
  intro: 'Hier staat nog niets. U bent de beheerder: vul in waar het over gaat. Daarna geeft u mensen een plaats.',
  later:
    'Bedragen komen later. Deze versie leest nog geen begroting in: de thema’s staan er dan zonder cijfers en zonder kaders. Wat u hier invult, kunt u daarna niet meer zelf wijzigen. Kijk het dus goed na.',

  about: 'Waar het over gaat',
  name: 'Titel',
  nameHint: 'Zo heet de dialoog bovenaan elke pagina.',
  nameStart: 'De Begrotingsdialoog',
  municipality: 'Gemeente',
  fiscalYear: 'Begrotingsjaar',
  fiscalYearHint: 'Het jaar waarvoor de dialoog iets vindt.',
  fiscalYearWrong: 'Vul een jaar in van vier cijfers.',
  rate: 'Percentage',
  rateHint:
    'Hoeveel procent van wat de gemeente zelf kan veranderen, moet elk thema vinden? Een heel getal van 1 tot 100.',
  rateWrong: 'Vul een heel getal in van 1 tot 100.',

  assignment: 'De opdracht van de raad',
  assignmentText: 'Welke vragen stelt de raad aan de themagroepen? Ten hoogste drie. Leeg laten mag.',
  question: (number: number) => `Vraag ${number}`,

  themes: 'De thema’s',
  themesText: (max: number) =>
    `Elk thema krijgt een themagroep en een groenboek. Een naam en één zin in gewone taal. Ten hoogste ${max}.`,
  theme: (number: number) => `Thema ${number}`,
  themeName: 'Naam',
  themeAbout: 'Waar gaat dit thema over?',
  addTheme: 'Nog een thema',
  removeTheme: 'Haal weg',
  removeThemeOf: (name: string) => `Haal weg: ${name}`,
  addedTheme: (number: number) => `Thema ${number} is erbij gekomen.`,
  removedTheme: (name: string) => `Het thema '${name}' is weggehaald.`,
  nameless: 'zonder naam',

  missing: 'Dit moet u nog invullen.',
  check: 'Niet alles is goed ingevuld. Kijk bij de velden met een melding.',
  confirm: 'Maak de dialoog',
  busy: 'Even geduld…',

  /** Offered as a start: the eight themes of a municipality's budget. */
  eight: [
    { name: 'Zorg en welzijn', about: 'Hulp en steun voor wie het niet alleen redt, van jong tot oud.' },
    { name: 'Burger en buitenruimte', about: 'Straten, groen, speelplekken, parkeren, riool en afval.' },
    { name: 'Sport', about: 'Plekken om te sporten en te bewegen, en steun voor clubs.' },
    { name: 'Cultuur en sociale economie', about: 'Theater, muziek, bibliotheek, werk en een laag inkomen.' },
    { name: 'Ruimtelijke ontwikkeling', about: 'Bouwen, wonen en werken, en hoe de gemeente met grond omgaat.' },
    { name: 'Veiligheid', about: 'Brandweer, toezicht op straat en een avond uit die prettig blijft.' },
    { name: 'Burger en bestuur', about: 'Hoe de gemeente zelf werkt: raad, loket en gemeentehuis.' },
    { name: 'Onderwijs', about: 'Schoolgebouwen, vervoer naar school en hulp voor kinderen.' },
  ],
  eightText: 'We hebben acht thema’s vast ingevuld. Verander wat u wilt.',

  /** Where amounts would stand. */
  noAmounts: 'De bedragen en de kaders komen later.',
  noAmountsYet: 'nog niet bekend',
}
