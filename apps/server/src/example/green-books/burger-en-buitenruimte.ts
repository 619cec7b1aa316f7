import { h, ol, p, quote, ul } from '../blocks.ts'
import { by, type GreenBookText } from '../green-book-text.ts'

export const burgerEnBuitenruimte: GreenBookText = (figures) => ({
  about: [
    by(
      'Piet Schellekens',
      p(
        `Alles wat u buiten ziet, moet iemand maken, vegen, snoeien of legen. Dat kost ${figures.expenditure} per jaar. Wegen en groen zijn de grootste posten waar de gemeente zelf over gaat.`,
      ),
      figures.table('BU-01', 'BU-02', 'BU-04', 'BU-08', 'BU-09', 'BU-10'),
    ),
    by(
      'Kees-Jan Bongers',
      p(
        'Twee posten zijn anders: riolering en afval. Die betaalt u apart, met een heffing. Samen zijn ze goed voor een flink deel van alle lasten:',
      ),
      figures.table('BU-12', 'BU-13'),
      p(
        `De baten zijn hier hoger dan de lasten. Hoe dat zit, weten wij nog niet; zie de open vragen. Onze taakstelling is ${figures.target} per jaar.`,
      ),
    ),
  ],
  noticed: [
    by(
      'Irma Latuheru',
      p(
        'Een losse tegel is voor een ander een losse tegel. Voor mij is het een gebroken heup. Ik loop elke dag hetzelfde rondje en ik weet precies waar het fout gaat.',
      ),
    ),
    by(
      'Jeroen Mulderij',
      p(
        'In het centrum merken winkels het direct. Een vuile straat kost klanten. En als parkeren lastig is, gaan mensen naar het winkelcentrum langs de snelweg.',
      ),
    ),
    by(
      'Hanneke Broersma',
      ul(
        '**Kinderen** spelen op straat en op 60 speelplekken.',
        '**Buren** ontmoeten elkaar bij het groen dat zij zelf onderhouden.',
        '**Iedereen** merkt het als er sneeuw ligt.',
      ),
    ),
  ],
  settled: [
    by(
      'Piet Schellekens',
      ul(
        'De gemeente moet zorgen dat een weg veilig is. Valt iemand door slecht onderhoud, dan kan de gemeente de schade moeten betalen.',
        'Huisvuil ophalen is een plicht. Riolering ook.',
        'De contracten voor vegen en maaien lopen nog een paar jaar.',
      ),
    ),
    by(
      'Leyla Aksoy-Bakker',
      p(
        'Vast ligt ook wat al in de grond zit. Een boom van tachtig jaar of een riool van vijftig jaar vervang je niet in één begroting. Wie nu te weinig doet, schuift het door.',
      ),
    ),
  ],
  change: [
    by(
      'Leyla Aksoy-Bakker',
      h('Hoe netjes is netjes?'),
      p(
        'De gemeente onderhoudt bijna overal op hetzelfde niveau. Moet dat? Een laan is geen hofje en een hofje is geen bosrand. Meer willen wij er nu niet over zeggen: eerst weten wat elk niveau kost.',
      ),
    ),
    by(
      'Hanneke Broersma',
      h('Zelf doen'),
      p(
        'Wij onderhouden met twaalf buren een plantsoen. Dat gaat goed, al zes jaar. Maar het hangt aan drie mensen. En in de flat naast ons lukt het niet: daar verhuist iedereen na een jaar.',
      ),
    ),
    by(
      'Kees-Jan Bongers',
      p(
        'Ik ben het met Hanneke **niet helemaal eens**. Vrijwilligers zijn niet gratis. Iemand moet het gereedschap brengen, het afval halen en het overnemen als zij stoppen. Dat doet nu vaak een bedrijf als het mijne.',
      ),
    ),
  ],
  frameworks: [
    by(
      'Irma Latuheru',
      p(
        'Straten en speelplekken blijven veilig. Dat is een harde grens. Maar veilig voor wie? Voor een fietser van twintig is een stoep iets anders dan voor mij.',
      ),
    ),
    by(
      'Leyla Aksoy-Bakker',
      p(
        'De grote lanen blijven. Dat is een wens van de raad. Wij lezen dat als: de bomen blijven. Of gaat het ook om het gras eronder?',
      ),
    ),
  ],
  questions: [
    by(
      'Kees-Jan Bongers',
      ol(
        `De heffing voor riolering brengt ${figures.earnedBy('BU-12')} op en de post kost ${figures.spentOn('BU-12')}. Welke kosten staan ergens anders in de begroting?`,
        'Als riool of afval goedkoper wordt, gaat dan de heffing omlaag? Telt het dan wel mee voor onze taakstelling?',
      ),
    ),
    by(
      'Jeroen Mulderij',
      ol(
        'Hoeveel klachten krijgt de gemeente per wijk, en waarover?',
        'Hoeveel schade betaalt de gemeente per jaar door slechte wegen?',
      ),
      quote('Irma: “Ik nodig de wethouder graag uit voor een rondje. Het duurt bij mij wel een uur.”'),
    ),
  ],
})
