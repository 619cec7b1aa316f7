import { h, ol, p, quote, ul } from '../blocks.ts'
import { by, type GreenBookText } from '../green-book-text.ts'

export const veiligheid: GreenBookText = (figures) => ({
  about: [
    by(
      'Sjoerd Wiersinga',
      p(
        `Om te beginnen een misverstand: de politie is **niet** van de gemeente. Die betaalt het Rijk. De gemeente geeft ${figures.expenditure} per jaar uit aan andere dingen: brandweer, toezicht op straat, buurtveiligheid, horeca en dieren.`,
      ),
      figures.table(),
    ),
    by(
      'Ella Groenewoud',
      p(
        `Meer dan de helft gaat naar één post: de bijdrage aan de veiligheidsregio, ${figures.spentOn('VE-01')}. Daarvan betaalt de regio de kazernes, de wagens en de mensen van de brandweer. Onze taakstelling is ${figures.target} per jaar.`,
      ),
    ),
  ],
  noticed: [
    by(
      'Priya Bhagwandin',
      p(
        'Ik fiets ’s nachts naar huis door het centrum. Of ik me veilig voel, hangt niet van de politie af. Het gaat om licht, om mensen op straat en om een café dat nog open is.',
      ),
    ),
    by(
      'Monique Sparreboom',
      p(
        'Wie een café heeft, merkt elke regel. Vergunning, sluitingstijd, portier. Ik klaag niet: zonder die regels had ik geen buren meer. Maar het kost mij wel drie loketten.',
      ),
    ),
    by(
      'Karim Benhaddou',
      ul(
        '**Jongeren** die rondhangen en soms gewoon rondhangen.',
        '**Ouderen** die na zeven uur de deur niet meer opendoen.',
        '**Buurtvaders** en andere vrijwilligers: wij kunnen dit niet als er niemand van de gemeente achter ons staat.',
      ),
    ),
    by('Thea Lammertink', p('En dieren. Vergeet die niet. Wie een hond vindt, belt ons, ook op zondag.')),
  ],
  settled: [
    by(
      'Ella Groenewoud',
      ul(
        'De brandweer is regionaal. De gemeente zit met andere gemeenten in één bestuur en heeft daar maar één stem.',
        'De wet zegt hoe snel de brandweer er moet zijn. Voor een oude binnenstad is dat sneller dan voor een kantoor.',
        'Elke gemeente moet klaar zijn voor een ramp, met mensen die daarvoor geoefend zijn.',
      ),
    ),
    by(
      'Thea Lammertink',
      p('Een gevonden dier moet de gemeente twee weken bewaren. Ook dat is wet, al weten weinig mensen het.'),
    ),
  ],
  change: [
    by(
      'Sjoerd Wiersinga',
      h('Toezicht op straat'),
      p(
        'De boa’s van de gemeente lopen vooral overdag. De klachten komen vooral ’s avonds. Ik heb daar dertig jaar over gepraat en er zijn redenen voor: roosters, veiligheid, geld. Toch is het een vraag.',
      ),
    ),
    by(
      'Karim Benhaddou',
      p(
        'Ik twijfel. Meer boetes maken mijn buurt niet rustiger. Iemand die je naam kent wel. Maar hoe reken je dat uit?',
      ),
    ),
    by(
      'Monique Sparreboom',
      h('Regels voor de horeca'),
      p(
        'Elk jaar vraag ik hetzelfde terras aan met dezelfde tekening. Priya woont boven zo’n terras en vindt dat wel goed: dan kan zij elk jaar iets zeggen. Wij zijn er nog niet uit.',
      ),
    ),
  ],
  frameworks: [
    by(
      'Ella Groenewoud',
      p(
        'De brandweer blijft binnen de tijd van de wet. Dat is hard, en terecht. Wij vragen ons wel af of wij als gemeente iets over de bijdrage te zeggen hebben. In de tabel heet ongeveer de helft ervan _beïnvloedbaar_. Voelt dat bij het regiobestuur ook zo?',
      ),
    ),
    by(
      'Karim Benhaddou',
      p('In elke wijk is iemand bekend bij wie je terechtkunt. Nu is dat vaak een vrijwilliger. Mag dat zo blijven?'),
    ),
  ],
  questions: [
    by(
      'Priya Bhagwandin',
      ol(
        'Op welke uren en plekken voelen mensen zich onveilig? Is dat gevraagd, ook aan jonge vrouwen?',
        'Wat doet de straatverlichting? Die valt onder een ander thema, maar hoort bij dit gevoel.',
      ),
    ),
    by(
      'Sjoerd Wiersinga',
      ol(
        `Handhaving kost ${figures.spentOn('VE-04')} en brengt ${figures.earnedBy('VE-04')} op. Zijn dat boetes, en mag de gemeente die houden?`,
        'Wanneer stelt de veiligheidsregio haar begroting vast? Zijn wij dan nog op tijd?',
      ),
      quote('Thea: “Laat iemand van de regio eens een avond komen. Wij hebben koffie.”'),
    ),
  ],
})
