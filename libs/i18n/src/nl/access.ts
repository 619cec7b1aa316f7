/** What the lead does: taking a place away, going on to the next phase; and what somebody reads whose place ended. */
export const access = {
  endSeat: 'Neem de plaats af',
  endSeatOf: (name: string) => `Neem de plaats af: ${name}`,
  endSeatTitle: (name: string) => `De plaats van ${name} afnemen?`,
  endSeatText: (name: string, theme: string) =>
    `${name} hoort dan niet meer bij de themagroep ${theme}. Schrijven stopt meteen, ook op een pagina die al open is. Wat ${name} schreef, blijft in het boek.`,
  endSeatConfirm: 'Neem de plaats af',
  keep: 'Laat het zo',
  endedSeat: (name: string) => `De plaats van ${name} is afgenomen.`,
  nextPhase: (phase: string) => `Naar de volgende fase: ${phase}`,
  nextPhaseTitle: (phase: string) => `Naar de fase '${phase}'?`,
  nextPhaseText: (phase: string) => `De dialoog gaat dan van deze fase naar '${phase}'. Terug kan niet.`,
  greenStarts: 'De experts kunnen dan in de groenboeken schrijven.',
  greenStops: 'Het schrijven in de groenboeken stopt dan meteen, voor iedereen. Lezen kan nog.',
  /** What the Clerk records, when a deciding body has taken the step. */
  recorded: {
    framed: 'De raad heeft vastgesteld waar de dialoog over gaat. Dat legt u nu vast.',
    reviewed: 'College en raad hebben de groenboeken getoetst. Dat legt u nu vast.',
    decided: 'De raad heeft besloten. Dat legt u nu vast.',
  },
  clerkRecords: (phase: string) => `De volgende fase is '${phase}'. De griffier legt die stap vast.`,
  leadGoesOn: (phase: string) => `De volgende fase is '${phase}'. De projectleiding zet die stap.`,
  nextPhaseConfirm: 'Ga naar de volgende fase',
  reachedPhase: (phase: string) => `De dialoog is nu in de fase '${phase}'.`,
  busy: 'Even geduld…',

  /** A book that is open while one's place ends. */
  ended: {
    'not-signed-in':
      'Uw plaats in deze themagroep is beëindigd, of u bent in een ander venster opgestaan of afgemeld. Wat al was opgeslagen, blijft in het boek.',
    'not-for-your-role':
      'Uw plaats in deze themagroep is beëindigd. Wat u schreef en wat is opgeslagen, blijft in het boek.',
    'book-not-yet-readable': 'Dit boek is vanaf uw plaats nu niet te lezen.',
  },
  saidWrite: 'U kunt nu schrijven in dit boek.',
  saidRead: 'U kunt dit boek nu alleen nog lezen.',

  phases: {
    preparing: 'Voorbereiding',
    framed: 'Kaders',
    recruiting: 'Werving',
    started: 'Start',
    green: 'Groenboek',
    green_review: 'Toetsing van de groenboeken',
    reviewed: 'Getoetst',
    white: 'Witboek',
    consolidation: 'Samenvoegen',
    sheets: 'Productbladen',
    council: 'Raad',
    decided: 'Besloten',
    network: 'Netwerk',
    archived: 'Archief',
  },
}
