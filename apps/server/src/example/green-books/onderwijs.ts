import { ol, p, ul } from '../blocks.ts'
import { by, type GreenBookText } from '../green-book-text.ts'

export const onderwijs: GreenBookText = (figures) => ({
  about: [
    by(
      'Marloes Pietersma',
      p(
        `De gemeente betaalt de leraren niet; dat doet het Rijk. De gemeente zorgt voor de gebouwen, voor vervoer en voor extra hulp. Daar gaat ${figures.expenditure} per jaar in om.`,
      ),
      figures.table(),
    ),
    by(
      'Jia Hui Tan',
      p(
        `Van de gebouwen ligt het meeste vast, omdat het gaat om rente en afschrijving. Daarom is maar ${figures.influenceable} beïnvloedbaar. Onze taakstelling is ${figures.target} per jaar.`,
      ),
    ),
  ],
  noticed: [
    by(
      'Nadia Haddouti',
      p(
        'Mijn zoon zit elke dag anderhalf uur in een busje. Als de route verandert, is hij een week van slag. Voor ons is vervoer geen kostenpost, het is of hij naar school kan.',
      ),
    ),
    by(
      'Esther Blomsma',
      ul(
        '**Peuters** die thuis geen Nederlands horen.',
        '**Hun ouders**, die bij ons vaak de eerste andere ouders leren kennen.',
      ),
    ),
  ],
  settled: [],
  change: [],
  frameworks: [],
  questions: [
    by(
      'Frits Wagenvoort',
      ol('Welke schoolgebouwen zijn over tien jaar nog nodig? En wie weet dat, de school of de gemeente?'),
    ),
  ],
})
