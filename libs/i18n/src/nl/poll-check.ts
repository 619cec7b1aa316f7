/** The page of the auditor with the polls of a meeting: their proof, and who voted in the secret ones. */
export const pollCheck = {
  title: 'Peilingen nakijken',
  titleOf: (meeting: string) => `Peilingen nakijken – ${meeting}`,
  intro:
    'Is een peiling bekendgemaakt? Dan kunt u het bewijs meenemen en de stemmen natellen. Is een geheime peiling gesloten? Dan kunt u ook zien wie hebben gestemd.',
  toMeeting: 'Naar de bijeenkomst',
  toRecord: 'Naar de vastlegging',
  noLine: 'Geen verbinding. Wat u hier ziet, kan verouderd zijn. We blijven het proberen.',
  none: 'Bij deze bijeenkomst is geen peiling geopend.',
  noneYet: 'Bij deze bijeenkomst is nog geen peiling geopend.',

  visibilities: { named: 'Peiling op naam', open: 'Open peiling', secret: 'Geheime peiling' },
  states: { open: 'loopt', closed: 'gesloten', published: 'bekendgemaakt', void: 'telt niet' },
  turnout: (cast: number, entitled: number) => `${cast} van de ${entitled} stemmen binnen.`,
  handsToCheck: (counts: number) =>
    counts === 1
      ? 'Er zijn ook handen geteld. Die tellen pas mee als een tweede persoon de telling heeft nagekeken.'
      : `Er zijn ook ${counts} keer handen geteld. Die tellen pas mee als een tweede persoon de tellingen heeft nagekeken.`,
  number: 'Nummer in de vastlegging',

  proof: {
    title: 'Het bewijs',
    text: 'Hiermee telt iedereen de stemmen na, ook zonder dit programma.',
    later: 'Het bewijs is er als de peiling bekend is gemaakt.',
  },

  roll: {
    title: 'Wie hebben gestemd',
    whileOpen: 'Dat kunt u zien als de peiling gesloten is. Anders zou u kunnen zien wanneer iemand stemt.',
    whileHands: 'Dat kunt u zien als iemand de getelde handen heeft nagekeken.',
    text: 'U ziet de namen op alfabet. U ziet niet wat iemand stemde, wanneer of waarvandaan.',
    recorded:
      'Kijkt u? Dan komt in de vastlegging dat u keek, wanneer, en bij welke peiling. Wie hebben gestemd, komt er niet in.',
    noVotes: 'Er zijn geen stemmen. Dan horen er ook geen namen te zijn.',
    unanimousTitle: 'Iedereen stemde hetzelfde',
    maybeUnanimous: 'Stemde iedereen hetzelfde? Dan weet u met deze namen ook wat mensen stemden.',
    unanimous: 'Ziet u de namen? Dan weet u dus ook wat deze mensen stemden.',
    look: 'Bekijk de namen en leg dat vast',
    lookOf: (question: string) => `Bekijk de namen en leg dat vast: ${question}`,
    looking: 'Even geduld…',
    shown: (count: number) =>
      count === 0
        ? 'Niemand heeft gestemd'
        : count === 1
          ? '1 persoon heeft gestemd'
          : `${count} mensen hebben gestemd`,
    read: (when: string) => `U keek op ${when}. Dat staat nu in de vastlegging.`,
    right: (ballots: number, hands: number) =>
      `In de stembus ${lie(ballots)}${raised(hands)}. Dat zijn er evenveel als namen.`,
    wrongTitle: 'Dit klopt niet',
    wrong: (ballots: number, hands: number, names: number) =>
      `In de stembus ${lie(ballots)}${raised(hands)}. Er zijn ${names} namen. Dat hoort gelijk te zijn. Vraag de beheerder van de server om dit uit te zoeken.`,
    erased: (id: string) => `gewist (${id})`,
  },
}

const lie = (count: number): string => (count === 1 ? 'ligt 1 stem' : `liggen ${count} stemmen`)
const raised = (count: number): string =>
  count === 0 ? '' : count === 1 ? ' en in de zaal telt 1 hand' : ` en in de zaal tellen ${count} handen`
