import { h, ol, p, quote, ul } from '../blocks.ts'
import { by, type GreenBookText } from '../green-book-text.ts'

export const sport: GreenBookText = (figures) => ({
  about: [
    by(
      'Fatima El Amrani',
      p(
        `Bij sport denkt iedereen aan clubs en wedstrijden. Maar het meeste geld gaat naar **plekken**: het zwembad, de hallen en de velden. De gemeente geeft per jaar ${figures.expenditure} uit aan sport. Een deel komt terug als huur.`,
      ),
    ),
    by(
      'Gerrit Holtkamp',
      figures.table(),
      p(
        `De laatste kolom is wat de gemeente zelf kan beïnvloeden. De rest ligt vast, bijvoorbeeld in huur en rente. Over ${figures.influenceable} rekent de raad tien procent. Daar komt onze taakstelling vandaan: ${figures.target} per jaar.`,
      ),
    ),
  ],
  noticed: [
    by(
      'Fatima El Amrani',
      p(
        'Op dinsdagochtend zwem ik met een groep vrouwen. Voor een paar van hen is het de enige keer in de week dat zij de deur uitgaan. Dat zie je niet in de cijfers van het zwembad.',
      ),
    ),
    by(
      'Ömer Kaplan',
      ul(
        '**Kinderen:** alle basisscholen gymmen in de zalen van de gemeente.',
        '**Clubs:** zij betalen huur, maar niet wat een veld echt kost.',
        '**Mensen met een beperking:** zij hebben minder keus in plekken.',
        '**Buurten:** een veldje met een coach houdt jongeren bezig.',
      ),
    ),
    by(
      'Nel Dijkshoorn',
      p(
        'Ik tennis in een rolstoel. Er is één hal met een brede deur én een aangepast toilet. Als het over “de hallen” gaat, wil ik graag dat we erbij zeggen _welke_ hal.',
      ),
    ),
  ],
  settled: [
    by(
      'Bas Verkuijl',
      ul(
        'Scholen moeten gym geven. De gemeente moet daar ruimte voor regelen. Dat staat in de wet.',
        'De exploitatie van het zwembad zit in een contract. Wij weten nog niet wanneer dat afloopt.',
        'Clubs die al jaren subsidie krijgen, moeten op tijd horen dat er iets verandert. Ook dat is wet.',
      ),
    ),
    by(
      'Gerrit Holtkamp',
      p(
        'Onze club heeft voor de kantine zelf geleend, en de gemeente staat borg. Het staat niet in de tabel, maar het hoort wel bij het verhaal.',
      ),
    ),
  ],
  change: [
    by(
      'Joyce Pinas',
      p('Wij doen hier nog geen voorstellen. We schrijven alleen op waar ruimte lijkt te zitten.'),
      h('Uren en bezetting'),
      p(
        'Overdag staan hallen soms leeg, en op woensdagavond is er geen plek te vinden. Niemand van ons kent de precieze bezetting.',
      ),
    ),
    by('Bas Verkuijl', p('Leeg is niet altijd leeg. Een hal moet ook schoon, en een vloer moet drogen.')),
    by(
      'Gerrit Holtkamp',
      h('Wie doet het werk?'),
      p(
        'Bij ons krijten vrijwilligers de lijnen, bij een andere club doet de gemeente dat. Waarom dat verschilt, weet niemand meer. Over meer zelf doen zijn wij het **niet eens**. Joyce denkt dat het kan. Ik zie onze vrijwilligers ouder worden.',
      ),
    ),
  ],
  frameworks: [
    by(
      'Ömer Kaplan',
      p(
        'Aan de gymlessen valt niet te tornen: elke school houdt een zaal. De raad wil ook graag dat elk kind kan leren zwemmen. Dat laatste is een wens en geen wet. Voor mij voelt het toch als een grens.',
      ),
    ),
    by(
      'Nel Dijkshoorn',
      p(
        '“Wie het minst heeft, wordt ontzien.” Geldt dat alleen voor geld? Of ook voor wie minder kan kiezen, zoals sporters met een beperking? Dat vragen wij aan de raad.',
      ),
    ),
  ],
  questions: [
    by(
      'Fatima El Amrani',
      ol(
        `Het zwembad kost ${figures.spentOn('SP-03')} en brengt ${figures.earnedBy('SP-03')} op. Welk deel daarvan komt van zwemlessen, en welk deel van clubs?`,
        'Hoeveel kinderen gaan van school zonder zwemdiploma? Weet de GGD dat?',
      ),
    ),
    by(
      'Joyce Pinas',
      ol(
        'Hoe vol zitten de hallen per uur van de week?',
        'Wat gebeurt er in de wijk als een coach weggaat? Is dat elders wel eens onderzocht?',
      ),
      quote('Iemand zei vanavond: “Een gesloten hal zie je. Een kind dat niet meer komt, zie je niet.”'),
    ),
  ],
})
