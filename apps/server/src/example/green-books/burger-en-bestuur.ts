import { ol, p } from '../blocks.ts'
import { by, type GreenBookText } from '../green-book-text.ts'

export const burgerEnBestuur: GreenBookText = (figures) => ({
  about: [
    by(
      'Johan Duifhuis',
      p(
        `Dit thema gaat over de gemeente zelf: de raad, het college, het loket en alles wat daarachter zit. Dat kost ${figures.expenditure} per jaar. De grootste posten zijn niet de bestuurders, maar computers, gebouwen en mensen:`,
      ),
      figures.table('BB-07', 'BB-08', 'BB-09', 'BB-10'),
    ),
    by(
      'Ludo Haverkate',
      p(
        `Die posten werken voor álle thema’s. Wie een sportveld verhuurt, gebruikt ook een computer en een bureau. Onze taakstelling is ${figures.target} per jaar.`,
      ),
    ),
  ],
  noticed: [
    by(
      'Corrie van Bommelen',
      p(
        'Mijn buren komen met brieven van de gemeente bij mij. Niet omdat zij dom zijn, maar omdat de brief moeilijk is. Elke brief die duidelijk is, scheelt een rij bij het loket.',
      ),
    ),
    by(
      'Naomi Kartosen',
      p(
        'Ik regel alles op mijn telefoon en kom nooit in het gemeentehuis. Mijn oma komt er juist graag, want daar helpt iemand haar. We merken dus iets heel verschillends.',
      ),
    ),
  ],
  settled: [],
  change: [],
  frameworks: [],
  questions: [
    by(
      'Yasemin Tokgöz',
      ol(
        `Aan automatisering gaat ${figures.spentOn('BB-08')} per jaar. Hoeveel daarvan zijn licenties, en wanneer lopen die af?`,
      ),
    ),
  ],
})
