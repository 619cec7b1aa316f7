/** What a Chef does not decide: the page of the lead for one meeting, and the one for all of them. */
export const settling = {
  title: 'Meldingen en bezwaren',
  titleOf: (meeting: string) => `Meldingen en bezwaren – ${meeting}`,
  intro:
    'Gaat een melding over een Chef, of over iemand zonder naam? Of is iemand het er niet mee eens dat een bericht verborgen is? Dan beslist u.',
  rules: 'Er wordt niets gewist. Wie iets meldde of schreef, leest wat u beslist.',
  toMeeting: 'Naar de bijeenkomst',
  toAll: 'Alle meldingen en bezwaren',

  waiting: 'Wacht op u',
  none: 'Er wacht niets op uw beslissing.',
  more: (count: number) =>
    count === 1
      ? 'Er wacht nog 1 andere. Die ziet u hier als u over deze hebt beslist.'
      : `Er wachten nog ${count} andere. Die ziet u hier als u over deze hebt beslist.`,
  decided: 'Beslist',
  decidedText: 'Wat u hebt beslist, blijft hier te lezen. Veranderen kan niet meer.',
  decidedElsewhere: 'Waar al is beslist',
  decidedAt: (meeting: string, count: number) =>
    count === 1 ? `${meeting}: over 1 beslist` : `${meeting}: over ${count} beslist`,

  appealBy: (name: string) => `Bezwaar van ${name}`,
  reportOf: (name: string) => `Melding over ${name}`,
  reportOfDescribed: 'Melding over iemand zonder naam',
  reportOfWords: (name: string) => `Melding over een bericht van ${name}`,
  unsigned: 'iemand zonder naam',

  words: 'Het bericht',
  described: 'Over wie het gaat',
  describedBy: (name: string) => `beschreven door ${name}`,
  hiddenFor: 'Waarom het verborgen is',
  whyAppealed: 'Waarom het wel in beeld hoort',
  whyReported: 'Wat er misgaat',
  by: (name: string, time: string) => `${name}, ${time}`,

  reason: 'Uw uitleg',
  reasonHints: {
    appeal: 'Wie het bericht schreef, leest dit.',
    question: 'Wie dit meldde, leest dit. Verbergt u het bericht? Dan kan iedereen uw uitleg lezen.',
    person: 'Wie dit meldde, leest dit.',
  },
  reasonMissing: 'Leg eerst uit waarom u dit beslist.',
  final: 'U beslist één keer. Daarna kunt u het niet meer veranderen.',
  busy: 'Even geduld…',
  answers: {
    appeal: { restored: 'Toon het bericht weer', upheld: 'Houd het verborgen' },
    question: { hidden: 'Verberg het bericht', kept: 'Laat het bericht staan' },
    person: { hidden: 'Ik heb deze persoon aangesproken', kept: 'Er is niets nodig' },
  },
  verdicts: {
    appeal: { restored: 'Het bericht is weer te zien.', upheld: 'Het bericht blijft verborgen.' },
    question: { hidden: 'Het bericht is verborgen.', kept: 'Het bericht blijft staan.' },
    person: { hidden: 'Deze persoon is aangesproken.', kept: 'Er was niets nodig.' },
  },
  aloud: (answer: string, about: string) => `${answer}: ${about}`,
  saidAt: (time: string) => `Beslist op ${time}`,
  because: 'Uitleg',
  said: (verdict: string) => `U hebt beslist. ${verdict}`,
  aboutYou: 'Deze melding gaat over u. Iemand anders van de projectleiding beslist.',
  noLine: 'Geen verbinding. Wat u hier ziet, kan verouderd zijn. We blijven het proberen.',
}
