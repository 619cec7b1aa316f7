/** What is said when there is no answer, or none that anybody expected: a page has these words before it needs them. */
export const mishaps = {
  surprise: 'Dat ligt aan ons, niet aan u. Probeer het opnieuw. Blijft het misgaan? Laat het de gemeente weten.',
  /** No answer at all came to a command; or there was no line to send it over. */
  noAnswer: 'De server gaf geen antwoord. Misschien is het wel gelukt: kijk even, en probeer het anders opnieuw.',
  noLine: 'Er is geen verbinding. Probeer het zo nog eens.',
  unreachable: 'De server is even niet bereikbaar. Probeer het over een minuut opnieuw.',
}

/** The page that says that something went wrong. */
export const errorPage = {
  titles: {
    notFound: 'Niet gevonden',
    notAllowed: 'Dat kan hier niet',
    notSignedIn: 'Meld u eerst aan',
    noSeat: 'U hebt hier nu geen plaats',
    wrong: 'Er ging iets mis',
    away: 'Even niet bereikbaar',
  },
  noSeatText: 'U bent aangemeld, maar u hebt nu geen plaats in deze dialoog. Klopt dat niet? Vraag het de gemeente.',
  reference: 'Belt u erover? Noem dan dit nummer:',
  home: 'Naar alle thema’s',
  again: 'Probeer het opnieuw',
}
