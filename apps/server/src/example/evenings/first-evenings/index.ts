import type { EveningStory } from '../evening-story.ts'
import { burgerEnBestuur } from './burger-en-bestuur.ts'
import { burgerEnBuitenruimte } from './burger-en-buitenruimte.ts'
import { cultuurEnSocialeEconomie } from './cultuur-en-sociale-economie.ts'
import { onderwijs } from './onderwijs.ts'
import { ruimtelijkeOntwikkeling } from './ruimtelijke-ontwikkeling.ts'
import { sport } from './sport.ts'
import { veiligheid } from './veiligheid.ts'
import { zorgEnWelzijn } from './zorg-en-welzijn.ts'

/** The first evening of each theme group, by the slug of its theme. */
export const firstEvenings: Readonly<Record<string, EveningStory>> = {
  'zorg-en-welzijn': zorgEnWelzijn,
  'burger-en-buitenruimte': burgerEnBuitenruimte,
  sport,
  'cultuur-en-sociale-economie': cultuurEnSocialeEconomie,
  'ruimtelijke-ontwikkeling': ruimtelijkeOntwikkeling,
  veiligheid,
  'burger-en-bestuur': burgerEnBestuur,
  onderwijs,
}
