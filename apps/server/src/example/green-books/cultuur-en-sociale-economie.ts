import { ol, p, ul } from '../blocks.ts'
import { by, type GreenBookText } from '../green-book-text.ts'

export const cultuurEnSocialeEconomie: GreenBookText = (figures) => ({
  about: [
    by(
      'Hilde Aerts-Popma',
      p(
        `Wij zijn een vreemd stel: theater en bijstand in één thema. Samen gaat er ${figures.expenditure} per jaar om. De grootste post is de bijstand, en dat geld komt bijna helemaal van het Rijk. Daarover gaan wij dus niet.`,
      ),
    ),
    by(
      'Amal Yousfi',
      p('Dit zijn de posten voor cultuur:'),
      figures.table('CS-01', 'CS-02', 'CS-03', 'CS-04', 'CS-05', 'CS-06', 'CS-07'),
      p(`Onze taakstelling is ${figures.target} per jaar, voor cultuur, economie en inkomen samen.`),
    ),
  ],
  noticed: [
    by(
      'Roelof Steenhuis',
      p(
        'Onze fanfare krijgt een klein bedrag. Daar gaat de zaalhuur van. Zonder zaal is er geen jeugdorkest, en zonder jeugd is er over tien jaar geen fanfare.',
      ),
    ),
    by(
      'Stanisław Wrona',
      p(
        'Ik werk bij de sociale werkvoorziening. Voor mij is dat geen regeling, het is mijn baan. Mijn collega’s lezen dit boek ook, dus schrijf het graag gewoon op.',
      ),
    ),
    by(
      'Denise Wolff-Martina',
      ul('**Winkels en cafés**, als er een voorstelling is.', '**Startende ondernemers**, die het loket nodig hebben.'),
    ),
  ],
  settled: [],
  change: [],
  frameworks: [],
  questions: [by('Edwin Karsdorp', ol('Hoe lang loopt het contract met het theater nog, en wie betaalt het gebouw?'))],
})
