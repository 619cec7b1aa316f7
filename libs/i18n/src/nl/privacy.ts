/** The page about privacy, and the parts of somebody's own page that take their data along and end it. */
export const privacy = {
  title: 'Uw gegevens in deze dialoog',
  intro: (municipality: string | null) =>
    `${municipality ?? 'De gemeente'} praat hier met inwoners over de begroting. Daarvoor bewaren we gegevens van u. Op deze pagina leest u welke, waarom, hoe lang en wat u zelf kunt doen.`,

  keptTitle: 'Wat we bewaren, en waarom',
  what: 'Wat',
  why: 'Waarom',
  howLong: 'Hoe lang',
  kept: (days: number) => [
    {
      what: 'De naam die u kiest, uw rol en wat u meebrengt',
      why: 'Wie meedoet, moet weten wie er met hem of haar schrijft.',
      howLong: `De naam blijft bij wat u schreef. Stopt u? Dan kunt u kiezen voor een schuilnaam. Van gasten halen we de naam weg, ${days} dagen na de laatste bijeenkomst.`,
    },
    {
      what: 'Uw echte naam, uw e-mailadres en de taal van onze mails',
      why: 'Zo kunnen we u uitnodigen en bereiken, en kunt u zich aanmelden.',
      howLong: 'Tot u stopt. En uiterlijk tot twaalf maanden na het einde van de dialoog.',
    },
    {
      what: 'Uitnodigingen: naam, e-mailadres en wat er in de brief stond',
      why: 'Zo weten we wie is uitgenodigd en wie heeft geantwoord.',
      howLong: `Tot ${days} dagen nadat u hebt geantwoord, of nadat de uitnodiging is verlopen.`,
    },
    {
      what: 'Waar u bent aangemeld: het soort apparaat, en wanneer u het gebruikte',
      why: 'Zo blijft u aangemeld, en ziet u of iemand anders met uw naam binnen is.',
      howLong: 'Tot u zich afmeldt, en anders 16 uur of 30 dagen. U kiest dat zelf.',
    },
    {
      what: 'Passkeys, als u die gebruikt',
      why: 'Zo kunt u zich aanmelden zonder mail. De geheime helft blijft op uw eigen apparaat.',
      howLong: 'Tot u de passkey weghaalt of stopt. En uiterlijk tot twaalf maanden na het einde van de dialoog.',
    },
    {
      what: 'Een kenmerk van het geheime adres voor uw agenda, als u dat hebt',
      why: 'Zo kan uw agenda uw bijeenkomsten ophalen. Het adres zelf bewaren we niet.',
      howLong: 'Tot u het adres stopt of zelf stopt. En uiterlijk tot twaalf maanden na het einde van de dialoog.',
    },
    {
      what: 'Dat u geen mail over bijeenkomsten wilt, als u dat hebt gezegd',
      why: 'Zo sturen we u die niet.',
      howLong: 'Tot u die mail weer wilt of zelf stopt. En uiterlijk tot twaalf maanden na het einde van de dialoog.',
    },
    {
      what: 'Bij welke bijeenkomst u als gast was',
      why: 'De Chef laat gasten binnen en moet weten wie er is.',
      howLong: 'Zolang de gemeente de dialoog bewaart, maar dan zonder uw naam.',
    },
    {
      what: 'Wat u doet op een bijeenkomst: wanneer u er was, in de zaal of thuis, wanneer u het woord had, en wat u vroeg of meldde',
      why: 'Zo kan de Chef de avond leiden, en klopt het verslag.',
      howLong:
        'Zolang de gemeente de dialoog bewaart, maar dan zonder uw naam. Een vraag zonder naam leidt nooit naar u.',
    },
    {
      what: 'Wat u schrijft in een boek',
      why: 'De boeken zijn wat de dialoog oplevert. Bij elk woord is bekend wie het schreef.',
      howLong: 'Zolang de gemeente het boek bewaart. Dat volgt uit de Archiefwet.',
    },
    {
      what: 'Woorden die niet in een boek konden',
      why: 'Zo raakt u niet kwijt wat u schreef. Alleen u ziet ze, tot u ze aan de Chef geeft.',
      howLong: 'Tot u stopt. Wat de Chef al heeft, blijft.',
    },
    {
      what: 'Belangrijke handelingen, zoals een plaats geven of een hoofdstuk vergrendelen',
      why: 'Zo kan iedereen later nagaan of de dialoog eerlijk ging. Er staat een nummer bij, en geen naam.',
      howLong: 'Zolang de gemeente de dialoog bewaart.',
    },
    {
      what: 'Het logboek van de server: wat er misging, met nummers in plaats van namen',
      why: 'Zo kunnen we storingen oplossen en misbruik herkennen.',
      howLong: 'Zo lang als de gemeente instelt, meestal een paar weken.',
    },
  ],

  seenTitle: 'Wie ziet wat',
  seen: [
    'Wie meedoet, ziet de naam die u koos, uw rol en wat u meebrengt. Die naam staat ook bij wat u schrijft.',
    'De naam van een Chef de Dossier, en wat die meebrengt, ziet iedereen op de pagina van het thema.',
    'College en raad lezen de boeken vanaf een bepaalde fase. Ook zij zien dan die naam.',
    'Uw echte naam en uw e-mailadres zien alleen u, de projectleiding en de beheerder. De Chefs van uw thema zien de naam en het adres waar de uitnodiging naartoe ging, zolang we die bewaren.',
    'In het verslag van een bijeenkomst staat wie er was, van wanneer tot wanneer, in de zaal of thuis. Wie bij de themagroep hoort, leest dat. Gasten niet.',
    'Bij het verslag staat hoeveel de zaal en thuis meededen. Van groepen van minder dan 5 mensen staat daar niets.',
    'Niemand kan zien hoe u zich aanmeldt.',
    'Doet u van huis mee met video? Dan gaat u naar een andere dienst. Dat gebeurt pas als u op de knop drukt; daar staat bij welke dienst het is. Die ziet het adres van uw verbinding, en wat u laat zien en horen.',
    'Wij verkopen niets en geven niets door voor reclame. Wie voor de gemeente de servers en de mail verzorgt, mag uw gegevens alleen daarvoor gebruiken.',
  ],

  basisTitle: 'Waarom de gemeente dit mag',
  basis: [
    'Inwoners laten meepraten is een taak van de gemeente. Daarvoor mag zij gegevens gebruiken (AVG, artikel 6, lid 1, onder e).',
    'Voor uw naam, uw adres en uw deelname vragen we uw toestemming (AVG, artikel 6, lid 1, onder a). Die trekt u in door te stoppen. Meedoen is vrijwillig.',
    'We vragen nooit om uw burgerservicenummer (BSN). En ook niet naar uw gezondheid, uw geloof of andere zaken die privé zijn. Schrijf daar ook niet over, en niet over mensen die niet meedoen.',
    'Geen enkel besluit over u wordt door een computer genomen.',
  ],

  rightsTitle: 'Wat u kunt doen',
  rights: [
    {
      title: 'Zien en meenemen',
      text: 'Alles wat we van u bewaren, haalt u op als document of als bestand.',
      own: true,
    },
    { title: 'Verbeteren', text: 'Uw naam, uw echte naam en uw e-mailadres verandert u zelf.', own: true },
    {
      title: 'Stoppen',
      text: 'Dat kan altijd, en u hoeft niet te zeggen waarom. We halen dan weg wie u bent. U kiest of uw naam bij uw woorden blijft.',
      own: true,
    },
    {
      title: 'Bezwaar maken of iets anders vragen',
      text: 'Vraag het de gemeente. U krijgt binnen een maand antwoord, ook als het niet kan.',
      own: false,
    },
    {
      title: 'Een klacht indienen',
      text: 'Komt u er met de gemeente niet uit? Dan kunt u een klacht indienen bij de Autoriteit Persoonsgegevens.',
      own: false,
    },
  ],
  toOwn: 'Naar Mijn gegevens',
  authority: 'autoriteitpersoonsgegevens.nl',

  cookiesTitle: 'Cookies',
  cookiesText:
    'We gebruiken alleen cookies die nodig zijn. Daarom vragen we er geen toestemming voor. We volgen u niet, hier niet en op andere sites niet.',
  cookies: [
    { name: 'witboek-login', what: 'U blijft aangemeld. 16 uur, of 30 dagen als u dat kiest.' },
    {
      name: 'witboek-issuer',
      what: 'Alleen bij aanmelden via het account van uw werk: u komt terug waar u begon. Tien minuten.',
    },
    { name: 'language', what: 'De taal die u kiest. Een jaar.' },
    { name: 'appearance', what: 'Licht of donker. Een jaar.' },
  ],
  deviceText:
    'Valt de verbinding weg terwijl u schrijft? Dan bewaart uw browser uw woorden op uw eigen apparaat, tot ze op de server staan. Dat geldt ook voor wat een Chef in een verslag typt. Ook onthoudt uw browser of u de kleuren van de schrijvers wilt zien. Wilt u de video van een bijeenkomst zien? Dat onthoudt uw browser alleen in dat tabblad.',

  contactTitle: 'Vragen over uw gegevens',
  contactNone: 'Stel uw vraag aan de gemeente, of aan de functionaris gegevensbescherming van de gemeente.',
  contactAt: 'Stel uw vraag hier:',

  own: {
    title: 'Wat we van u bewaren',
    text: 'Haal alles op wat we van u bewaren: wie u bent, wat u schreef en wat u deed. Als document om te lezen, of als bestand voor een ander programma.',
    document: 'Haal het document op (ODT)',
    file: 'Haal het bestand op (JSON)',
    busy: 'Bezig met verzamelen…',
    done: 'Uw gegevens zijn opgehaald. Bewaar het bestand op een veilige plek.',
    offline: 'Dit apparaat heeft geen verbinding. Probeer het opnieuw als die er weer is.',
    more: 'Wat bewaren we, en hoe lang?',
  },

  stop: {
    title: 'Stoppen',
    text: [
      'U kunt altijd stoppen. U hoeft niet te zeggen waarom.',
      'We halen dan uw echte naam, uw e-mailadres, uw plaatsen en uw aanmeldingen weg. Uw woorden blijven in het boek staan. U wordt overal afgemeld. Dit kunnen we niet terugdraaien.',
      'Wilt u bewaren wat u schreef? Haal dan eerst uw gegevens op.',
    ],
    start: 'Ik wil stoppen',
    choice: 'Wat komt er bij uw woorden te staan?',
    pseudonym: 'Een schuilnaam',
    pseudonymHint: 'Bijvoorbeeld: Oud-deelnemer 12. Niemand ziet dan nog wie het schreef.',
    keepName: (name: string) => `Mijn naam: ${name}`,
    keepNameHint: 'Anderen zien nog wie het schreef. De rest van uw gegevens gaat weg.',
    confirm: (name: string) => `Typ uw naam over om door te gaan: ${name}`,
    act: 'Stop en haal mijn gegevens weg',
    busy: 'Bezig met weghalen…',
    keep: 'Nee, ik doe mee',
    lastSeat:
      'U bent de enige beheerder, of de enige Chef van een thema. Zonder u kan de dialoog niet verder. Vraag de projectleiding of de beheerder eerst om een opvolger.',
  },

  /** An administrator does it for somebody who asked. */
  erase: {
    start: 'Haal de gegevens weg',
    title: (name: string) => `De gegevens van ${name} weghalen?`,
    text: (name: string) => [
      `Doe dit alleen als ${name} erom vroeg. Het kan niet worden teruggedraaid.`,
      `Echte naam, e-mailadres, plaatsen en aanmeldingen van ${name} gaan weg, en ${name} wordt meteen overal afgemeld. Wat ${name} schreef, blijft staan.`,
    ],
    choice: 'Wat komt er bij de woorden te staan?',
    pseudonym: 'Een schuilnaam',
    keepName: (name: string) => `De naam: ${name}`,
    confirm: 'Haal weg',
    done: (name: string) => `De gegevens van ${name} zijn weggehaald.`,
  },

  stopped: {
    title: 'U bent gestopt',
    text: 'Uw gegevens zijn weggehaald. U bent overal afgemeld. Bedankt dat u meedeed.',
    later: 'In reservekopieën van de gemeente kunnen uw gegevens nog even staan. Die worden na een tijd vernietigd.',
    home: 'Naar alle thema’s',
  },
}
