/** What is wrong, and what one can do next: one text per problem code. */
export const problems = {
  'not-signed-in': 'Neem eerst plaats. Daarna kunt u verder.',
  'not-for-your-role':
    'Dat kan niet vanaf uw plaats. Experts schrijven in hun eigen thema; de Chef bepaalt de vorm van het boek.',
  'not-your-theme-group': 'Dit hoort bij een andere themagroep. U kunt het wel lezen.',
  'book-not-yet-readable':
    'Dit boek wordt nog geschreven. College en raad lezen het vanaf de toetsing van de groenboeken.',
  'book-closed-for-writing': 'Aan dit boek wordt nu niet geschreven.',
  'book-not-found': 'Dit boek bestaat niet. Misschien is het adres niet goed.',
  'theme-not-found': 'Dit thema bestaat niet. Misschien is het adres niet goed.',
  'dialogue-not-found': 'Hier is nog geen dialoog ingericht.',
  'seat-not-found': 'Deze plaats bestaat niet in het voorbeeld. Kies een andere.',
  'section-not-found': 'Dit hoofdstuk bestaat niet meer. Ververs de pagina.',
  'section-removed': 'De Chef heeft dit hoofdstuk weggehaald. De tekst is bewaard.',
  'section-not-removed': 'Dit hoofdstuk staat al in het boek.',
  'heading-empty': 'Geef het hoofdstuk een titel.',
  'heading-too-long': 'De titel is te lang. Maak hem korter dan 120 tekens.',
  'too-many-sections': 'Het boek heeft het grootste aantal hoofdstukken. Haal er eerst een weg.',
  'last-section': 'Een boek houdt altijd één hoofdstuk over.',
  'not-understood': 'De server begreep het bericht niet. Ververs de pagina en probeer het opnieuw.',
  'foreign-origin': 'Dit verzoek kwam van een andere site en is geweigerd.',
  'not-found': 'Op dit adres is niets te vinden.',
  'too-large': 'Dit is te groot om in één keer te versturen. Maak het kleiner.',
  surprise: 'Dat ligt aan ons, niet aan u. Probeer het opnieuw. Blijft het misgaan? Laat het de gemeente weten.',
  unreachable: 'De server is even niet bereikbaar. Probeer het over een minuut opnieuw.',
}

/** The page that says that something went wrong. */
export const errorPage = {
  titles: {
    notFound: 'Niet gevonden',
    notAllowed: 'Dat kan hier niet',
    notSignedIn: 'Neem eerst plaats',
    wrong: 'Er ging iets mis',
    away: 'Even niet bereikbaar',
  },
  reference: 'Belt u erover? Noem dan dit nummer:',
  home: 'Naar alle thema’s',
  again: 'Probeer het opnieuw',
}
