/** The page of a book: reading, writing together, its shape, who is there, what is saved. */
export const book = {
  kinds: { green: 'Groenboek', white: 'Witboek' },
  title: (kind: string, theme: string) => `${kind} ${theme}`,
  about: {
    green:
      'Wat speelt er, wie merkt er iets van, en waar gaat het geld naartoe? Dat schrijven de experts hier samen op.',
    white: 'Welke voorstellen doen we, en wat merken mensen daarvan? Dat schrijven de experts hier samen op.',
  },
  chefs: (names: readonly string[]) => `Chef de Dossier: ${names.join(', ')}`,
  section: (place: number, heading: string) => `hoofdstuk ${place}: ${heading}`,
  sectionNumber: (place: number) => `Hoofdstuk ${place}`,
  textLabel: (book: string, place: number, heading: string) => `${book}, hoofdstuk ${place}: ${heading}`,
  emptySection: 'Hier is nog niets geschreven.',

  /** The template of a green book: the heading of each part, and the questions that help to write it. */
  slots: {
    about: {
      heading: 'Waar gaat het over en waar gaat het geld heen?',
      hint: 'Wat doet de gemeente hier nu? Waar gaat het geld naartoe? Schrijf het zo dat uw buren het begrijpen.',
    },
    noticed: {
      heading: 'Wie merkt er iets van?',
      hint: 'Welke mensen, clubs of bedrijven hebben hiermee te maken? Wat betekent het voor hen?',
    },
    settled: {
      heading: 'Wat ligt al vast?',
      hint: 'Welke wetten, contracten of afspraken zijn er? Waar kunnen we dus niets aan veranderen?',
    },
    change: {
      heading: 'Wat zou kunnen veranderen?',
      hint: 'Waar ziet u ruimte? Nog geen voorstellen: die komen in het witboek.',
    },
    frameworks: {
      heading: 'Kaders',
      hint: 'Binnen welke grenzen van de raad werken we? Wat betekenen die grenzen voor dit thema?',
    },
    questions: {
      heading: 'Open vragen',
      hint: 'Wat weten we nog niet? Wie kan het ons vertellen?',
    },
    added: { heading: 'Nieuw hoofdstuk', hint: 'Wat wilt u hier vertellen?' },
  },

  rights: {
    writeHere: 'U schrijft mee. Iedereen ziet uw tekst zodra die is opgeslagen.',
    otherTheme: 'U leest mee. Alleen de experts van dit thema schrijven.',
    chef: 'U leest mee en bewaakt de vorm: namen en volgorde van de hoofdstukken. De experts schrijven de tekst.',
    chefElsewhere: 'U leest mee. De Chef van dit thema bewaakt de vorm van het boek.',
    official: 'U leest mee. Alleen de experts van dit thema schrijven.',
    guest: 'U leest mee als gast. De Chef van dit thema bepaalt of u ook mag schrijven.',
    decider: 'U leest mee. De experts van dit thema hebben dit geschreven.',
    notYet: 'U leest mee. Het schrijven is nog niet begonnen.',
    notNow: 'U leest mee. In deze fase wordt er niet aan dit boek geschreven.',
  },

  noJs: 'U leest de tekst van dit moment. Om mee te schrijven moet JavaScript aan staan.',
  opening: 'Het boek gaat open…',
  editorFailed: 'De schrijfplek kon niet laden. U kunt wel lezen. Ververs de pagina om het opnieuw te proberen.',

  contents: {
    title: 'Inhoud',
    jump: 'Naar een hoofdstuk',
    here: (count: number) => (count === 1 ? '1 persoon hier' : `${count} mensen hier`),
    current: 'U bent hier',
  },

  presence: {
    title: (count: number) => `Aanwezig (${count})`,
    you: 'u',
    in: (place: number) => `bij hoofdstuk ${place}`,
    reading: 'leest mee',
    nobody: 'Er is nog niemand anders.',
    news: 'Vertel wie er komt en gaat',
    everything: 'Alles',
    nothing: 'Niets',
    cameOne: (name: string) => `${name} is erbij gekomen.`,
    cameMany: (name: string, others: number) => `${name} en ${others === 1 ? '1 ander' : `${others} anderen`} erbij.`,
    leftOne: (name: string) => `${name} is weg.`,
    leftMany: (name: string, others: number) => `${name} en ${others === 1 ? '1 ander' : `${others} anderen`} weg.`,
  },

  follow: {
    title: 'Meelezen met iemand',
    one: 'Volg',
    oneOf: (name: string) => `Volg ${name}`,
    on: (name: string) => `U volgt ${name}.`,
    at: (name: string, place: number) => `U volgt ${name}, bij hoofdstuk ${place}.`,
    away: (name: string) => `U volgt ${name}, maar ${name} is nu niet in het boek.`,
    released: (name: string) => `U volgt ${name} niet meer.`,
    go: 'Ga erheen',
    stop: 'Stop met volgen',
    again: 'Volg weer',
    back: 'Terug naar waar ik was',
  },

  saved: {
    title: 'Opgeslagen?',
    connecting: 'Verbinding maken…',
    live: 'U ziet wijzigingen meteen',
    ready: 'Klaar om te schrijven',
    allSaved: (time: string) => `Opgeslagen ${time}`,
    saving: (count: number) => (count === 1 ? '1 wordt opgeslagen' : `${count} worden opgeslagen`),
    lostNothingWaits: 'Geen verbinding. U kunt doortypen: we bewaren het op dit apparaat.',
    lost: (count: number) =>
      `Geen verbinding: ${count === 1 ? '1 wijziging' : `${count} wijzigingen`} bewaard op dit apparaat`,
    /** This device cannot keep things: a private window, or a full one. */
    lostUnkept: (count: number) =>
      `Geen verbinding: ${count === 1 ? '1 wijziging wacht' : `${count} wijzigingen wachten`}. Houd dit venster open.`,
    lostNothingUnkept: 'Geen verbinding. U kunt doortypen, maar houd dit venster open.',
    aside: (count: number) => `${count} opzijgezet`,
    lostReader: 'Geen verbinding. U ziet de laatste tekst die we hebben.',
    unreachable: 'Geen verbinding. U kunt lezen, maar nog niet schrijven. We blijven het proberen.',
    lostShort: 'Geen verbinding',
    back: 'De verbinding is er weer.',
    refused: 'Meeschrijven kan nu niet.',
    refusedUnsaved: (count: number) =>
      count === 1
        ? '1 wijziging is niet opgeslagen. Kopieer uw tekst voordat u de pagina ververst.'
        : `${count} wijzigingen zijn niet opgeslagen. Kopieer uw tekst voordat u de pagina ververst.`,
    refusedKept: (count: number) =>
      count === 1
        ? '1 wijziging is niet opgeslagen. Zij blijft bewaard op dit apparaat.'
        : `${count} wijzigingen zijn niet opgeslagen. Ze blijven bewaard op dit apparaat.`,
    refusedAside: 'Uw opzijgezette woorden staan hieronder, om te kopiëren.',
    refusedNext: 'Ververs de pagina om verder te lezen.',
    /** Only asked where the device could not keep them. */
    leave: (count: number) =>
      `${count === 1 ? '1 wijziging is' : `${count} wijzigingen zijn`} nog niet opgeslagen, en dit apparaat kan ze niet bewaren. Gaat u nu weg, dan bent u ze kwijt. Toch weggaan?`,
  },

  toolbar: {
    label: 'Opmaak van de tekst',
    bold: 'Vet',
    italic: 'Schuin',
    heading: 'Tussenkop',
    subheading: 'Kleine tussenkop',
    bulletList: 'Lijst met punten',
    orderedList: 'Lijst met nummers',
    quote: 'Citaat',
    link: 'Link',
    table: 'Tabel invoegen',
    addRow: 'Rij erbij',
    addColumn: 'Kolom erbij',
    deleteRow: 'Rij weg',
    deleteColumn: 'Kolom weg',
    deleteTable: 'Tabel weg',
    undo: 'Maak ongedaan',
    redo: 'Doe opnieuw',
    shortcuts: 'Sneltoetsen',
  },

  link: {
    title: 'Link',
    address: 'Adres',
    addressHint: 'Bijvoorbeeld https://www.zeist.nl of een e-mailadres',
    invalid: 'Vul een webadres in dat begint met http of https, of een e-mailadres.',
    save: 'Zet de link',
    remove: 'Haal de link weg',
  },

  shortcuts: {
    title: 'Sneltoetsen',
    keys: 'Toetsen',
    does: 'Wat gebeurt er',
    toToolbar: 'Van de tekst naar de knoppen',
    toText: 'Van de knoppen terug naar de tekst',
    bold: 'Vet',
    italic: 'Schuin',
    undo: 'Uw laatste wijziging in dit hoofdstuk terug',
    redo: 'Toch weer doen',
    bulletList: 'Lijst met punten',
    orderedList: 'Lijst met nummers',
    heading: 'Tussenkop',
    quote: 'Citaat',
    lineBreak: 'Nieuwe regel in dezelfde alinea',
    link: 'Link maken',
    nextCell: 'In een tabel: volgende cel',
    previousCell: 'In een tabel: vorige cel',
    leaveTable: 'Uit een tabel naar de tekst eronder',
    indent: 'In een lijst: een stap naar binnen of naar buiten',
    leave: 'In gewone tekst: naar het volgende op de pagina',
  },

  structure: {
    menu: (heading: string) => `Hoofdstuk '${heading}' aanpassen`,
    rename: 'Geef een andere naam',
    moveUp: 'Zet hoger',
    moveDown: 'Zet lager',
    addBelow: 'Voeg een hoofdstuk toe',
    remove: 'Haal weg',
    busy: 'Even geduld…',
    renameTitle: 'Andere naam voor dit hoofdstuk',
    addTitle: 'Nieuw hoofdstuk',
    addUnder: (heading: string) => `Het komt onder '${heading}'.`,
    heading: 'Naam van het hoofdstuk',
    save: 'Bewaar de naam',
    add: 'Voeg toe',
    removeTitle: (heading: string) => `'${heading}' weghalen?`,
    removeText: 'De tekst blijft bewaard. U kunt dit hoofdstuk altijd weer terugzetten.',
    removeConfirm: 'Haal het hoofdstuk weg',
    keep: 'Laat staan',
    removed: 'Weggehaalde hoofdstukken',
    removedText: 'De tekst is bewaard. Wie het boek leest, ziet deze hoofdstukken niet.',
    restore: 'Zet terug',
    restoreOf: (heading: string) => `Zet '${heading}' terug`,
    saidMoved: (heading: string, place: number, of: number) => `'${heading}' staat nu op plek ${place} van ${of}.`,
    saidRenamed: (heading: string) => `Het hoofdstuk heet nu '${heading}'.`,
    saidAdded: (heading: string, place: number) => `'${heading}' is toegevoegd op plek ${place}.`,
    saidRemoved: (heading: string) => `'${heading}' is weggehaald. De tekst is bewaard.`,
    saidRestored: (heading: string) => `'${heading}' staat weer in het boek.`,
  },

  takenOut: {
    title: (heading: string) => `De Chef heeft '${heading}' weggehaald`,
    text: 'Uw woorden zijn niet weg. U kunt de tekst hieronder kopiëren. De Chef kan het hoofdstuk terugzetten.',
    copy: 'Kopieer de tekst',
    copied: 'De tekst is gekopieerd.',
    copyFailed: 'Kopiëren lukte niet. Selecteer de tekst en kopieer die zelf.',
    dismiss: 'Sluit dit hoofdstuk',
  },

  aside: {
    title: 'Bij dit boek',
    target: 'Taakstelling',
    targetText: 'Zoveel moet dit thema per jaar besparen.',
    influenceable: 'Daar kunnen we invloed op hebben',
    influenceableText: 'Het deel van de kosten dat de gemeente zelf kan veranderen, per jaar.',
    frameworks: 'Kaders van de raad',
    items: (count: number) => `Begrotingsposten (${count})`,
    expenditure: 'Lasten per jaar',
    itemInfluenceable: 'Beïnvloedbaar',
    noFrameworks: 'Er zijn geen kaders voor dit thema.',
  },

  closed: {
    signInTitle: 'Neem eerst een plaats',
    signInText: 'Dit boek is van de mensen die meedoen aan de dialoog. Neem een plaats, dan leest u mee.',
    signInFirst: 'Meld u eerst aan',
    signInFirstText: 'Dit boek is van de mensen die meedoen aan de dialoog. Doet u mee? Meld u aan, dan leest u mee.',
    noSeatTitle: 'U hebt hier nu geen plaats',
    noSeatText:
      'Dit boek is van de mensen die meedoen aan de dialoog. U bent aangemeld, maar u hebt nu geen plaats. Klopt dat niet? Vraag het de gemeente.',
    laterTitle: 'Dit boek is nog niet voor u open',
    laterText: 'De experts schrijven nu ongestoord. College en raad lezen het groenboek vanaf de toetsing.',
    whoTitle: 'Wie leest wanneer?',
    who: [
      'Experts van dit thema schrijven in de fase van het groenboek. Daarvoor en daarna lezen zij.',
      'Experts van andere thema’s, Chefs, ambtenaren, projectleiding en griffier lezen altijd mee.',
      'College en raad lezen vanaf de toetsing van de groenboeken.',
    ],
    takeSeat: 'Neem plaats',
    signIn: 'Aanmelden',
    takeOther: 'Neem een andere plaats',
    toTheme: 'Terug naar het thema',
  },
}
