/** What each theme is about, in one plain sentence, by the slug of the theme in the figures. */
export const aboutThemes: Readonly<Record<string, string>> = {
  'zorg-en-welzijn':
    'Hulp en steun voor wie het niet alleen redt: thuis, in de buurt en in het gezin, van jong tot oud.',
  'burger-en-buitenruimte': 'Alles wat u buiten ziet: straten, groen, bomen, speelplekken, parkeren, riool en afval.',
  sport: 'Plekken om te sporten en te bewegen, en steun voor de clubs en mensen die dat mogelijk maken.',
  'cultuur-en-sociale-economie':
    'Theater, muziek, bibliotheek en monumenten, en daarnaast ondernemen, werk en een laag inkomen.',
  'ruimtelijke-ontwikkeling':
    'Wat er waar gebouwd mag worden, hoe wij wonen en werken, en hoe de gemeente met milieu en grond omgaat.',
  veiligheid: 'Brandweer, hulp bij rampen, toezicht op straat en een avond uit die prettig blijft.',
  'burger-en-bestuur': 'Hoe de gemeente zelf werkt: raad en college, het loket, de computers en het gemeentehuis.',
  onderwijs: 'Schoolgebouwen, vervoer naar school en hulp voor kinderen die een steuntje nodig hebben.',
}
