/** The page of an evening on everybody's own phone or computer, in the hall and at home. */
export const companion = {
  toDesk: 'Naar de regie',
  toDeskText: 'U leidt deze bijeenkomst. Alles daarvoor staat op één pagina.',
  way: 'Bijeenkomsten',
  noLine: 'Geen verbinding. Wat u hier ziet, kan verouderd zijn. We blijven het proberen.',
  busy: 'Even geduld…',

  before: {
    planned: 'Deze bijeenkomst is nog niet open. Deze pagina gaat vanzelf mee als het begint.',
    calendar: 'Zet in uw agenda',
    cancelled: 'Deze bijeenkomst gaat niet door.',
    because: (reason: string) => `Reden: ${reason}`,
  },
  over: {
    title: 'Bedankt voor uw inbreng',
    text: 'Deze bijeenkomst is afgelopen. Het verslag komt zodra het klaar is.',
    minutes: 'Lees het verslag',
  },
  paused: 'Het is nu pauze.',
  pausedText: 'U kunt wel uw hand opsteken en vragen stellen.',

  news: {
    title: 'Nieuw voor u',
    word: 'U hebt het woord.',
    poll: (question: string) => `Er is een peiling open: ${question}`,
    announcement: (text: string) => `Mededeling: ${text}`,
    show: 'Ga erheen',
    dismiss: 'Sluit deze melding',
  },

  here: {
    title: 'Ik ben er',
    text: 'Meld u eerst. Dan kunt u meepraten en stemmen.',
    readsAlong: 'U leest mee met deze avond. Wie erbij hoort, meldt zich en praat mee.',
    away: 'Uw verbinding was even weg. Meld u weer.',
    left: 'U bent vertrokken. Bent u er weer? Meld u dan opnieuw.',
    room: 'Ik ben in de zaal',
    remote: 'Ik doe thuis mee',
    code: 'De zaalcode op het grote scherm',
    codeHint: 'Vier letters. De code verandert steeds.',
    confirm: 'Meld mij',
    inRoom: 'U bent er: in de zaal',
    atHome: 'U bent er: thuis',
    toHome: 'Ik ben nu thuis',
    toRoom: 'Ik ben nu in de zaal',
    count: (room: number, remote: number) => `${room} in de zaal, ${remote} thuis`,
    leave: 'Ik ga weg',
    leaveTitle: 'Gaat u weg?',
    leaveText: 'Uw hand gaat omlaag. U kunt later terugkomen.',
    stay: 'Ik blijf',
  },

  now: {
    title: 'Nu',
    none: 'Er is nu geen punt aan de orde.',
    minutesLeft: (minutes: number) => (minutes === 1 ? 'nog 1 minuut' : `nog ${minutes} minuten`),
    over: (minutes: number) => (minutes === 1 ? '1 minuut over de tijd' : `${minutes} minuten over de tijd`),
    sections: 'Hierover gaat het in het boek',
    section: (nth: number) => `Lees het hoofdstuk (${nth})`,
    oneSection: 'Lees het hoofdstuk',
    agenda: 'De hele agenda',
    speaking: 'Aan het woord',
  },

  announcements: 'Mededelingen',

  earlierPolls: 'Eerdere peilingen',
  report: {
    title: 'Er gaat iets mis',
    own: 'Wat u meldde',
    text: 'Meld het. Alleen de Chef leest het. Gaat het over een Chef? Dan leest alleen de leiding van de dialoog het.',
    textTogether: 'Meld het. Alleen de leiding van de dialoog leest het.',
  },

  links: {
    title: 'Het boek',
    book: 'Open het groenboek',
    follow: 'Lees mee met de Chef',
    followText: 'De pagina gaat dan mee naar het hoofdstuk waar de Chef is.',
    screen: 'Toon het grote scherm',
    checkPolls: 'Kijk de peilingen na',
  },
}
