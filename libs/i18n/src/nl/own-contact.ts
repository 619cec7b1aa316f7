/** Somebody's own real name, address and language, and the mails about a new address. */
export const ownContact = {
  title: 'Uw contactgegevens',
  intro: 'Deze gegevens zien alleen u en de mensen die de uitnodigingen en de toegang regelen.',
  none: 'Van u bewaren we geen contactgegevens.',
  realName: 'Echte naam',
  language: 'Taal van onze mails',
  save: 'Bewaren',
  busy: 'Bezig met bewaren…',
  saved: 'Uw gegevens zijn bewaard.',

  address: 'E-mailadres',
  noAddress: 'niet bekend',
  newAddress: 'Nieuw e-mailadres',
  newAddressHint: 'We sturen een link naar het nieuwe adres. Pas als u die gebruikt, verandert uw adres.',
  ask: 'Stuur de link',
  asking: 'Bezig met versturen…',
  asked: (address: string) =>
    `Kijk in de mail van ${address}. De link werkt 24 uur. Komt er niets? Dan is het adres misschien al van iemand anders hier.`,
  changed: 'Uw e-mailadres is veranderd.',
  notChanged: 'Uw e-mailadres is niet veranderd.',

  confirm: {
    title: 'Uw nieuwe e-mailadres',
    text: 'Nog één stap: druk op de knop. Daarna sturen we onze mails naar dit adres, en meldt u zich ermee aan.',
    button: 'Gebruik dit adres',
    signIn: 'Meld u eerst aan, op hetzelfde apparaat. Gebruik daarbij nog uw oude adres. Open daarna de link opnieuw.',
    toSignIn: 'Naar aanmelden',
  },

  mail: {
    greeting: (name: string) => (name ? `Beste ${name},` : 'Goedendag,'),
    subject: 'Uw nieuwe e-mailadres',
    text: 'U wilt dit e-mailadres gebruiken in de dialoog. Met de knop hieronder maakt u dat af.',
    valid: 'De link werkt 24 uur, en één keer. Open hem op een apparaat waarop u bent aangemeld.',
    nothing: 'Hebt u hier niet om gevraagd? Dan hoeft u niets te doen.',
    button: 'Gebruik dit adres',
    why: 'iemand gaf dit adres op als nieuw e-mailadres',
    oldSubject: 'Uw e-mailadres is veranderd',
    oldText: 'Vanaf nu sturen we onze mails naar een ander adres, en meldt u zich daarmee aan.',
    oldNothing: 'Hebt u dat niet zelf gedaan? Laat het dan meteen aan de gemeente weten.',
    oldWhy: 'dit was tot nu toe uw e-mailadres in de dialoog',
  },
}
