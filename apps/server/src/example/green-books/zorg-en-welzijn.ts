import { h, ol, p, quote, ul } from '../blocks.ts'
import { by, type GreenBookText } from '../green-book-text.ts'

export const zorgEnWelzijn: GreenBookText = (figures) => ({
  about: [
    by(
      'Ans Kuipers-Loman',
      p(
        `Dit thema gaat over mensen die het even of langer niet alleen redden. De gemeente geeft er ${figures.expenditure} per jaar aan uit. Dat gaat langs twee wegen. **Zorg** vraag je zelf aan, zoals hulp in huis. **Welzijn** is er voor iedereen, zoals een buurthuis.`,
      ),
    ),
    by(
      'Tom van Rijswoud',
      p('Dit zijn de posten voor hulp aan huis en vervoer:'),
      figures.table('ZW-07', 'ZW-08', 'ZW-09', 'ZW-10'),
      p('En dit zijn de posten in de buurt:'),
      figures.table('ZW-01', 'ZW-02', 'ZW-03', 'ZW-04'),
      p(
        `Daarnaast zijn er onder meer de GGD, de peuterspeelzalen en de opvang van daklozen. Onze taakstelling is ${figures.target} per jaar.`,
      ),
    ),
  ],
  noticed: [
    by(
      'Willemien Oosterbaan',
      p(
        'Mijn man heeft parkinson. Drie uur hulp in huis lijkt weinig. Maar dan kan ik slapen. Valt die hulp weg, dan ben ík de volgende die hulp nodig heeft.',
      ),
    ),
    by(
      'Rachid Bouzian',
      p(
        'In Noord komen op vrijdagavond zo’n veertig jongeren binnen. Met de meesten gaat het prima. Met vijf van hen niet, en die vijf komen alleen omdat de anderen er ook zijn.',
      ),
    ),
    by(
      'Chandra Ramdin',
      p('In ons buurthuis merken het:'),
      ul(
        'ouderen die samen eten;',
        'vrouwen die Nederlands leren;',
        'de vrijwilligers zelf, want zij hebben hier hun werk en hun vrienden.',
      ),
    ),
  ],
  settled: [
    by(
      'Tom van Rijswoud',
      ul(
        'De Wmo: wie door een beperking niet mee kan doen, krijgt hulp van de gemeente. _Hoe_ de gemeente helpt, mag zij voor een deel zelf bepalen.',
        'De GGD: alle gemeenten in de regio betalen samen. Eén gemeente kan daar niet zomaar uit.',
        'Elke gemeente moet een Centrum voor Jeugd en Gezin hebben.',
      ),
    ),
    by(
      'Ans Kuipers-Loman',
      p(
        'De contracten met de thuiszorg lopen nog. De afspraken per minuut liggen vast, ook als een gesprek meer zou helpen dan een schone vloer.',
      ),
    ),
  ],
  change: [
    by(
      'Ans Kuipers-Loman',
      h('Wie komt er over de vloer?'),
      p(
        'Bij sommige gezinnen komen vijf mensen van vijf organisaties. Zij kennen elkaar niet. Of dat goedkoper kan, weten wij niet. Prettiger kan het zeker.',
      ),
    ),
    by(
      'Selam Habtemariam',
      p(
        'Veel mensen vragen geen hulp, omdat zij de brief niet begrijpen. Zij komen pas als het te laat is. Dan kost het meer. Ik kan dat niet bewijzen, maar ik zie het elke week.',
      ),
    ),
    by(
      'Willemien Oosterbaan',
      h('Vrijwilligers en familie'),
      p(
        'Hier zijn we het niet eens. Chandra zegt: buren willen best iets doen, als je het vraagt. Ik zeg: vraag niet nog meer van wie al zorgt. Dat woord _eigen kracht_ klinkt mooi, tot je zelf moe bent.',
      ),
    ),
  ],
  frameworks: [
    by(
      'Selam Habtemariam',
      p(
        'De raad zegt: wie recht heeft op hulp, krijgt die. En: wie het minst heeft, wordt ontzien. Voor ons is de vraag wie dat dan zijn. Iemand met weinig geld? Of iemand met niemand om zich heen?',
      ),
    ),
    by(
      'Chandra Ramdin',
      p(
        'Er blijft een plek om elkaar te ontmoeten in elke wijk. Er staat niet dat het een gebouw van de gemeente moet zijn.',
      ),
    ),
  ],
  questions: [
    by(
      'Rachid Bouzian',
      ol(
        `Aan jeugd- en jongerenwerk gaat ${figures.spentOn('ZW-02')} per jaar. Hoeveel daarvan is werk met jongeren, en hoeveel is huur en kantoor?`,
        'Wat weet de politie over de avonden waarop wij dicht zijn?',
      ),
    ),
    by(
      'Tom van Rijswoud',
      ol(
        'Hoeveel mensen krijgen én hulp in huis, én een hulpmiddel, én vervoer?',
        'Wat wordt er straks nog meer een taak van de gemeente? Wij lezen steeds iets anders.',
      ),
      quote('Uit de groep: “Als je alleen naar posten kijkt, zie je de mensen drie keer, of geen keer.”'),
    ),
  ],
})
