import type { Person, Role, ThemeId } from '@witboek/domain'
import { personId, themeId } from './ids.ts'

/*
 * Nobody here exists. The names are put together for this example, and so is what these people bring.
 */

type Described = readonly [name: string, background: string]

interface ThemeGroup {
  readonly chef: Described
  readonly experts: readonly Described[]
}

/** Per theme the Chef, who leads and stays out of the content, and the residents and professionals who write. */
const themeGroups: Readonly<Record<string, ThemeGroup>> = {
  'zorg-en-welzijn': {
    chef: ['Ruud Tersteeg', 'Werkt bij Burgerzaken, meldde zich voor deze rol omdat hij graag gesprekken leidt'],
    experts: [
      ['Willemien Oosterbaan', 'Zorgt al zes jaar voor haar man met parkinson, 72 jaar'],
      ['Rachid Bouzian', 'Jongerenwerker in Noord, 34 jaar'],
      ['Ans Kuipers-Loman', 'Wijkverpleegkundige, werkt dertig jaar in dezelfde wijk'],
      ['Selam Habtemariam', 'Kwam in 1998 naar Nederland, helpt nu nieuwkomers met formulieren'],
      ['Tom van Rijswoud', 'Huisarts in een gezondheidscentrum'],
      ['Chandra Ramdin', 'Beheert een buurthuis met veertig vrijwilligers'],
    ],
  },
  'burger-en-buitenruimte': {
    chef: ['Anouk Wierda', 'Werkt bij Personeel en Organisatie, traint mensen in lastige gesprekken'],
    experts: [
      ['Piet Schellekens', 'Was veertig jaar stratenmaker, 66 jaar'],
      ['Leyla Aksoy-Bakker', 'Ontwerpt tuinen en parken, woont aan een drukke straat'],
      ['Hanneke Broersma', 'Voorzitter van een bewonersgroep die zelf groen onderhoudt'],
      ['Jeroen Mulderij', 'Winkelier in het centrum, brengt bestellingen met de bakfiets'],
      ['Irma Latuheru', 'Loopt met een rollator en kent elke losse tegel, 79 jaar'],
      ['Kees-Jan Bongers', 'Hovenier met zes mensen in dienst'],
    ],
  },
  sport: {
    chef: ['Marit Hoekzema', 'Werkt bij Vergunningen, zat nooit bij een sportclub en vraagt daarom alles'],
    experts: [
      ['Fatima El Amrani', 'Zwemt elke dinsdag, moeder van twee kinderen op zwemles'],
      ['Gerrit Holtkamp', 'Penningmeester van een voetbalclub, 61 jaar'],
      ['Joyce Pinas', 'Buurtsportcoach in Oost, 29 jaar'],
      ['Bas Verkuijl', 'Bedrijfsleider van een sporthal'],
      ['Nel Dijkshoorn', 'Rolstoeltennisser, zit in de cliëntenraad Wmo'],
      ['Ömer Kaplan', 'Gymleraar op twee basisscholen'],
    ],
  },
  'cultuur-en-sociale-economie': {
    chef: ['Lonneke Vaessen', 'Werkt bij Gemeentelijke Belastingen, speelt improvisatietoneel'],
    experts: [
      ['Edwin Karsdorp', 'Theatertechnicus, werkt ook als zzp’er'],
      ['Amal Yousfi', 'Werkt aan de balie van de bibliotheek, 26 jaar'],
      ['Roelof Steenhuis', 'Dirigent van een fanfare en een kerkkoor'],
      ['Denise Wolff-Martina', 'Heeft een kapsalon met vier medewerkers'],
      ['Stanisław Wrona', 'Werkt acht jaar bij de sociale werkvoorziening'],
      ['Hilde Aerts-Popma', 'Vrijwilliger die mensen met schulden bijstaat'],
    ],
  },
  'ruimtelijke-ontwikkeling': {
    chef: ['Farid Ouazzari', 'Werkt bij Sociale Zaken, geeft in zijn vrije tijd schaakles'],
    experts: [
      ['Ineke Zandstra', 'Architect, tekende veel schuren en aanbouwen in de gemeente'],
      ['Mo Azarfane', 'Zoekt al vier jaar een eerste huurwoning, 27 jaar'],
      ['Wouter Klaverstijn', 'Aannemer, vraagt elke maand wel een vergunning aan'],
      ['Gwen Tjon-A-Ten', 'Voorzitter van een bewonerscommissie van huurders'],
      ['Albert Roosenboom', 'Makelaar, kent de bedrijventerreinen'],
      ['Saskia Veldhuizen-Mak', 'Werkt bij een adviesbureau voor energie en milieu'],
    ],
  },
  veiligheid: {
    chef: ['Dirk-Jan Noordhof', 'Werkt bij het Klantcontactcentrum, gewend aan boze bellers'],
    experts: [
      ['Monique Sparreboom', 'Heeft een café aan de markt'],
      ['Karim Benhaddou', 'Loopt twee avonden per week als buurtvader door zijn wijk'],
      ['Ella Groenewoud', 'Vrijwilliger bij de brandweer, in het dagelijks leven onderwijzer'],
      ['Sjoerd Wiersinga', 'Was wijkagent, 68 jaar'],
      ['Priya Bhagwandin', 'Student, woont boven een winkel in het centrum'],
      ['Thea Lammertink', 'Werkt als dierenarts en helpt in het asiel'],
    ],
  },
  'burger-en-bestuur': {
    chef: ['Petra Langereis', 'Werkt bij Sport en Recreatie, houdt van een strakke agenda'],
    experts: [
      ['Johan Duifhuis', 'Was secretaris van een waterschap, 70 jaar'],
      ['Yasemin Tokgöz', 'Bouwt websites voor bedrijven'],
      ['Corrie van Bommelen', 'Helpt buren met brieven van de gemeente'],
      ['Ludo Haverkate', 'Accountant bij een klein kantoor'],
      ['Naomi Kartosen', 'Studeert bestuurskunde, 22 jaar'],
      ['Ibrahim Turay-Smit', 'Secretaris van een wijkraad'],
    ],
  },
  onderwijs: {
    chef: ['Bart-Jan Eikelboom', 'Werkt bij Groenbeheer, was vroeger scoutingleider'],
    experts: [
      ['Marloes Pietersma', 'Leidt een basisschool met 310 leerlingen'],
      ['Nadia Haddouti', 'Moeder van een zoon die met de schoolbus naar speciaal onderwijs gaat'],
      ['Frits Wagenvoort', 'Conciërge, weet van elk lokaal hoe warm het wordt'],
      ['Jia Hui Tan', 'Ouder in een medezeggenschapsraad, werkt bij een bank'],
      ['Esther Blomsma', 'Begeleidt peuters met een taalachterstand'],
      ['Denzel Rozenblad', 'Haalde na een omweg zijn mbo-diploma, 20 jaar'],
    ],
  },
}

/** Those who work for the dialogue as a whole, or decide about it. */
const atLarge: readonly (readonly [role: Role, ...Described])[] = [
  ['lead', 'Margriet Olthof', 'Leidt het project namens de gemeentesecretaris'],
  ['clerk', 'Hugo Zeilstra', 'Griffier, legt vast wat de raad besluit'],
  ['financialAdviser', 'Ingeborg Tamminga', 'Rekent na wat een voorstel oplevert en kost'],
  ['civilServant', 'Sandra Kroezen', 'Adviseert over zorg, sport en onderwijs, legt moeilijke woorden uit'],
  ['civilServant', 'Vincent Oei-Rademakers', 'Adviseert over wegen, groen en bouwen'],
  ['college', 'Ernst-Jan Valkenier', 'Wethouder met financiën in de portefeuille'],
  ['councillor', 'Roos Middelkamp', 'Raadslid, zit vier jaar in de raad'],
  ['councillor', 'Achmed Belkasmi', 'Raadslid, voor het eerst gekozen'],
  ['administrator', 'Tineke Haverslag', 'Regelt wie er meedoet en in welke rol, houdt zich buiten de inhoud'],
  ['auditor', 'Jelmer Dorrepaal', 'Kijkt namens de rekenkamer na of alles is vastgelegd'],
]

const person = (role: Role, theme: ThemeId | null, [name, background]: Described): Person => ({
  id: personId(name),
  name,
  background,
  seats: [{ role, theme }],
})

/** Everyone in the example, each in one seat: the theme groups first, then those at large. */
export const people: readonly Person[] = [
  ...Object.entries(themeGroups).flatMap(([slug, { chef, experts }]) => [
    person('chef', themeId(slug), chef),
    ...experts.map((expert) => person('expert', themeId(slug), expert)),
  ]),
  ...atLarge.map(([role, ...described]) => person(role, null, described)),
]
