/** The minutes of an evening, and how the hall and home compare: on their page, and in their files. */
export const minutes = {
  title: 'Verslag',
  titleOf: (title: string) => `Verslag: ${title}`,
  way: 'Bijeenkomsten',
  meeting: 'De bijeenkomst',
  intro:
    'Dit verslag maakt zichzelf tijdens de avond: wie er was, wat er aan de orde kwam, en wat de peilingen zeiden.',
  introWrites:
    'U vult aan wat er gezegd en afgesproken is. De getallen kunt u niet veranderen: die komen van wat er gebeurde.',

  states: {
    draft: 'Nog niet klaar',
    complete: 'Klaar om te lezen',
    confirmed: 'Vastgesteld',
  },
  /** For who may read them once they are complete. */
  waiting: {
    title: 'Het verslag is nog niet klaar',
    text: 'Wie de bijeenkomst leidt, vult het nog aan. Daarna kunt u het hier lezen.',
    back: 'Terug naar de bijeenkomst',
  },
  draftText: 'Alleen wie de bijeenkomst leidt, de projectleiding en de controleur lezen dit nu.',
  runningText: 'De bijeenkomst is nog bezig. Dit is het verslag tot nu toe.',
  notHeld: 'Deze bijeenkomst is nog niet begonnen. Het verslag komt vanzelf.',
  completeText: (when: string) =>
    `Klaar sinds ${when}. De groep stelt het vast op een volgende bijeenkomst. Tot dan kan het nog veranderen.`,
  confirmedText: (when: string) => `De groep stelde dit verslag vast op ${when}. Het verandert niet meer.`,
  confirmedAt: (when: string, meeting: string) =>
    `De groep stelde dit verslag vast op ${when}, tijdens '${meeting}'. Het verandert niet meer.`,

  saved: {
    all: (time: string) => `Alles is bewaard om ${time}.`,
    nothing: 'Wat u hier typt, wordt vanzelf bewaard.',
    saving: 'Bezig met bewaren…',
    lost: 'Nog niet bewaard. Er is geen verbinding. Uw tekst blijft in dit tabblad staan en wordt vanzelf bewaard.',
    refused: 'Iets is niet bewaard. Kijk bij het veld wat er mis is.',
    elsewhere: 'Iemand anders veranderde hetzelfde als u. Kies bij het veld welke tekst blijft.',
    old: 'Geen verbinding. Wat u hier ziet, kan verouderd zijn. We blijven het proberen.',
  },
  field: {
    elsewhere: 'Iemand anders schreef hier intussen dit:',
    takeOther: 'Neem die tekst',
    keepOwn: 'Houd mijn tekst',
  },

  steps: {
    title: 'Afronden',
    complete: 'Het verslag is klaar',
    completeText: 'Iedereen die de bijeenkomst mag zien, kan het daarna lezen. U kunt het nog blijven aanvullen.',
    completeAsk: 'Is het verslag klaar?',
    completeUnpublished: (count: number): string =>
      count === 1
        ? 'Van deze peiling is de uitslag nog niet bekendgemaakt. Die staat dus niet in het verslag:'
        : 'Van deze peilingen is de uitslag nog niet bekendgemaakt. Die staat dus niet in het verslag:',
    completeYes: 'Ja, het is klaar',
    completeDone: 'Het verslag is klaar. De groep kan het nu lezen.',
    confirm: 'De groep heeft het vastgesteld',
    confirmText:
      'Doe dit tijdens een volgende bijeenkomst, als de groep ja heeft gezegd. Daarna verandert er niets meer.',
    confirmNot: 'Dit kan tijdens een volgende bijeenkomst van dezelfde groep, als die open is.',
    confirmWhere: 'Op welke bijeenkomst?',
    confirmAsk: 'Heeft de groep ja gezegd?',
    confirmFinal: 'U kunt dit niet terugdraaien.',
    confirmYes: 'Ja, de groep stelt het vast',
    confirmDone: 'Het verslag is vastgesteld.',
    notYet: 'Sluit eerst de bijeenkomst. Dan kunt u het verslag afronden.',
    saveFirst: 'Wacht tot alles bewaard is.',
    keep: 'Nog niet',
    close: 'Sluit',
    busy: 'Even geduld…',
  },

  green: {
    title: 'Hierna: de groene fase',
    text: 'De startavond is geweest. U kunt de dialoog nu naar de groene fase brengen. Later mag ook: de knop staat ook op de startpagina.',
  },

  files: {
    title: 'Meenemen',
    pdf: 'Als PDF, om te lezen en te printen',
    odt: 'Als ODT, om verder te bewerken',
    draft: 'Op het bestand staat dat het verslag nog niet is vastgesteld.',
    failed: 'Het bestand kon niet gemaakt worden.',
    name: 'verslag',
  },

  short: {
    title: 'In het kort',
    theme: 'Thema',
    plenary: 'Alle themagroepen samen',
    day: 'Dag',
    place: 'Plaats',
    opened: 'Begonnen',
    closed: 'Afgelopen',
    running: 'nog bezig',
    break: 'Pauze',
    ledBy: 'Geleid door',
    present: 'Aanwezig',
    presentCount: (room: number, remote: number) =>
      [`${room} ${room === 1 ? 'persoon' : 'mensen'} in de zaal`, ...(remote > 0 ? [`${remote} thuis`] : [])].join(
        ', ',
      ),
    state: 'Stand van dit verslag',
    fromTo: (from: string, to: string) => `${from} tot ${to}`,
    since: (from: string) => `sinds ${from}`,
  },

  attendance: {
    title: 'Wie er was',
    none: 'Nog niemand is aangemeld.',
    caption: 'Wie er was, wanneer en waar',
    name: 'Naam',
    role: 'Rol',
    where: 'Waar',
    from: 'Van',
    to: 'Tot',
    here: 'Aanwezig',
    modes: { room: 'in de zaal', remote: 'thuis' },
    gone: 'onbekend',
    still: 'nu nog',
  },

  agenda: {
    title: 'Wat er aan de orde kwam',
    none: 'Deze bijeenkomst had geen agenda.',
    goal: (goal: string) => `Doel: ${goal}.`,
    goals: { inform: 'informeren', discuss: 'bespreken', write: 'schrijven', decide: 'besluiten' },
    time: (spent: string, planned: string) => `Duurde ${spent}. Gepland was ${planned}.`,
    overrun: (over: string) => `${over} langer dan gepland.`,
    notDone: (planned: string) => `Niet aan de orde geweest. Gepland was ${planned}.`,
    current: (spent: string, planned: string) => `Nu bezig: ${spent} van ${planned}.`,
    deferred: 'Doorgeschoven naar later.',
    cameFrom: (meeting: string) => `Uitgesteld op '${meeting}'.`,
    deferredTo: (meeting: string) => `Doorgeschoven naar '${meeting}'.`,
    speakers: (people: number, turns: number) =>
      people === turns
        ? people === 1
          ? '1 persoon had het woord.'
          : `${people} mensen hadden het woord.`
        : `${people === 1 ? '1 persoon had' : `${people} mensen hadden`} samen ${turns} keer het woord.`,
    whole: 'Over de hele avond',
  },

  notes: {
    label: 'Wat er gezegd is',
    of: (item: string) => `Wat er gezegd is: ${item}`,
    hint: 'Schrijf kort op wat de lezers moeten weten. Schrijf ‘de groep’ of ‘een expert’, en geen namen.',
    none: 'Hierover is niets opgeschreven.',
  },
  decisions: {
    title: 'Afgesproken',
    one: (nth: number) => `Afspraak ${nth}`,
    text: 'Wat spreekt de groep af?',
    add: 'Voeg een afspraak toe',
    remove: 'Verwijder deze afspraak',
    removed: 'De afspraak is verwijderd.',
    empty: 'Een afspraak heeft woorden nodig. Moet ze weg? Verwijder haar dan.',
  },
  actions: {
    title: 'Wie doet wat',
    one: (nth: number) => `Actie ${nth}`,
    text: 'Wat gaat er gebeuren?',
    who: 'Wie doet het?',
    whoHint: 'Een naam, een groep of een afdeling. Mag leeg blijven.',
    due: 'Wanneer is het klaar?',
    add: 'Voeg een actie toe',
    remove: 'Verwijder deze actie',
    removed: 'De actie is verwijderd.',
    empty: 'Een actie heeft woorden nodig. Moet ze weg? Verwijder haar dan.',
    caption: 'Wie doet wat',
    nobody: 'nog niet verdeeld',
    noDay: 'geen dag',
    columns: { text: 'Actie', who: 'Wie', due: 'Klaar op' },
  },
  putBack: 'Zet terug',

  polls: {
    title: 'Peilingen',
    check: 'Kijk de peilingen na',
    unpublished: 'De uitslag is niet bekendgemaakt.',
    toPublish: 'Maak de uitslag bekend in de regie',
    void: (reason: string) => `Deze peiling telt niet. Reden: ${reason}`,
    advice: 'Een peiling is een advies van de groep. De gemeenteraad besluit.',
    secret: 'geheim gestemd',
    turnout: (cast: number, entitled: number) => `${cast} van de ${entitled} mensen stemden.`,
    columns: { option: 'Mogelijkheid', count: 'Stemmen' },
  },

  questions: {
    title: 'Vragen voor later',
    none: 'Alle vragen zijn beantwoord.',
    by: (name: string) => `Vraag van ${name}`,
    unsigned: 'Vraag zonder naam',
    postponed: 'bewaard voor later',
  },
  unclear: {
    title: 'Woorden die niet duidelijk waren',
    none: 'Niemand vroeg naar een woord.',
    times: (word: string, count: number) => (count === 1 ? `${word} (1 keer)` : `${word} (${count} keer)`),
    struck: (count: number) => (count === 1 ? 'De Chef haalde 1 woord door.' : `De Chef haalde ${count} woorden door.`),
    strike: 'Haal door',
    strikeOf: (word: string) => `Haal door: “${word}”`,
    strikeTitle: (word: string) => `“${word}” doorhalen?`,
    strikeText:
      'Doe dit als het geen woord is om uit te leggen, maar bijvoorbeeld een scheldwoord of iets over iemand.',
    strikeReason: 'Waarom?',
    strikeMissing: 'Schrijf op waarom.',
  },
  books: {
    title: 'Hoe ver de boeken waren',
    none: 'Van de boeken is niets vastgelegd.',
    kinds: { green: 'Groenboek', white: 'Witboek' },
    caption: 'Hoe vaak elk boek tot dan was gewijzigd',
    book: 'Boek',
    when: 'Wanneer',
    seq: 'Aantal wijzigingen tot dan',
  },

  edition: {
    draft: 'Nog niet klaar',
    complete: 'Klaar, nog niet vastgesteld',
    confirmed: 'Vastgesteld',
  },
  hash: 'Kenmerk van de inhoud',
  hashFoot:
    'Onderaan elke bladzijde staat een kenmerk van de inhoud (SHA-256). Is dat gelijk, dan is de inhoud van twee verslagen gelijk.',
  hashText: 'Is dit kenmerk gelijk, dan is de inhoud van twee verslagen gelijk.',

  parity: {
    title: 'Zaal en thuis vergeleken',
    intro: 'Deden de mensen thuis evenveel mee als de mensen in de zaal? Zo ziet u of de avond eerlijk verdeeld was.',
    who: 'Geteld zijn de experts en de gasten. Wie leidt of adviseert, telt hier niet mee.',
    soFar: 'De bijeenkomst is nog bezig. Dit is de stand tot nu toe.',
    nobody: 'Er deed nog niemand mee.',
    onlyRoom: 'Iedereen deed mee in de zaal.',
    onlyRemote: 'Iedereen deed mee van huis.',
    room: 'In de zaal',
    remote: 'Thuis',
    few: 'minder dan 5',
    fewText: {
      room: 'In de zaal deden minder dan 5 mensen mee. Van zo’n kleine groep tonen we niets: het zou iets zeggen over één persoon.',
      remote:
        'Thuis deden minder dan 5 mensen mee. Van zo’n kleine groep tonen we niets: het zou iets zeggen over één persoon.',
    },
    people: (room: number, remote: number) =>
      `Er ${room === 1 ? 'deed 1 persoon' : `deden ${room} mensen`} mee in de zaal, en ${remote} thuis.`,
    sentences: {
      present: (room: string, remote: string) => `Iemand in de zaal was er gemiddeld ${room}, iemand thuis ${remote}.`,
      speaking: (room: string, remote: string) =>
        `Iemand in de zaal had gemiddeld ${room} het woord, iemand thuis ${remote}.`,
      edits: (room: string, remote: string) =>
        `Iemand in de zaal veranderde gemiddeld ${room} keer iets in het boek, iemand thuis ${remote} keer.`,
      ballots: (room: string, remote: string) =>
        `Iemand in de zaal stemde in gemiddeld ${room} peilingen, iemand thuis in ${remote}.`,
    },
    measures: {
      present: 'Tijd aanwezig',
      speaking: 'Tijd aan het woord',
      turns: 'Keer aan het woord',
      edits: 'Wijzigingen in het boek',
      ballots: 'Uitgebrachte stemmen',
      questions: 'Vragen met naam',
    },
    each: 'Per persoon',
    eachOf: (measure: string) => `${measure}, per persoon`,
    table: 'Toon als tabel',
    caption: 'Zaal en thuis vergeleken',
    what: 'Wat',
    total: (where: string) => `${where}, samen`,
    eachIn: (where: string) => `${where}, per persoon`,
    peopleRow: 'Mensen',
    elsewhere: (edits: string) => `Wijzigingen door mensen die niet waren aangemeld: ${edits}.`,
    elsewhereBallots: (ballots: string) => `Stemmen van mensen die niet waren aangemeld: ${ballots}.`,
    unsigned: (count: number) =>
      count === 1 ? 'Er was 1 vraag zonder naam.' : `Er waren ${count} vragen zonder naam.`,
    both: 'Wie op beide plekken was, telt in beide mee.',
  },
}
