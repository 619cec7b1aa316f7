import { ol, p } from '../blocks.ts'
import { by, type GreenBookText } from '../green-book-text.ts'

export const ruimtelijkeOntwikkeling: GreenBookText = (figures) => ({
  about: [
    by(
      'Ineke Zandstra',
      p(
        `Waar mag een huis staan, en hoe hoog? Wie kijkt of het klopt? Daar gaat dit thema over. De gemeente geeft er ${figures.expenditure} per jaar aan uit. Een groot deel komt terug: aanvragers betalen voor een vergunning, en huurders voor panden en grond van de gemeente.`,
      ),
      figures.table(),
    ),
    by(
      'Albert Roosenboom',
      p(
        'Let op de grondexploitatie. De gemeente koopt grond, maakt die klaar en verkoopt kavels. Nu er minder wordt gebouwd, is dat een onzekere post.',
      ),
    ),
  ],
  noticed: [
    by(
      'Mo Azarfane',
      p('Ik zoek al vier jaar een huurwoning. Voor mij is een bestemmingsplan geen papier, het is een wachtlijst.'),
    ),
    by(
      'Wouter Klaverstijn',
      p(
        'Aannemers merken het aan de tijd. Duurt een vergunning drie maanden langer, dan staan mijn mensen stil. De klant betaalt dat uiteindelijk.',
      ),
    ),
  ],
  settled: [],
  change: [],
  frameworks: [],
  questions: [
    by(
      'Saskia Veldhuizen-Mak',
      ol(
        `Aan milieu en duurzaamheid gaat ${figures.spentOn('RO-07')} per jaar. Welk deel daarvan moet van de wet, en welk deel is eigen keuze?`,
      ),
    ),
  ],
})
