import { greenBookSlots, type Book, type Frame, type GreenBookSlot, type SectionId } from '@witboek/domain'
import { figuresOf } from './figures.ts'
import type { Contribution, GreenBookText } from './green-book-text.ts'
import { burgerEnBestuur } from './green-books/burger-en-bestuur.ts'
import { burgerEnBuitenruimte } from './green-books/burger-en-buitenruimte.ts'
import { cultuurEnSocialeEconomie } from './green-books/cultuur-en-sociale-economie.ts'
import { onderwijs } from './green-books/onderwijs.ts'
import { ruimtelijkeOntwikkeling } from './green-books/ruimtelijke-ontwikkeling.ts'
import { sport } from './green-books/sport.ts'
import { veiligheid } from './green-books/veiligheid.ts'
import { zorgEnWelzijn } from './green-books/zorg-en-welzijn.ts'
import { greenBookHeadings } from './headings.ts'
import { greenBookId, sectionId } from './ids.ts'

export interface ExampleBook {
  readonly book: Book
  readonly sections: readonly {
    readonly section: SectionId
    readonly slot: GreenBookSlot
    readonly heading: string
    /** What one expert after the other wrote in it. */
    readonly contributions: readonly Contribution[]
  }[]
}

const texts: Readonly<Record<string, GreenBookText>> = {
  'zorg-en-welzijn': zorgEnWelzijn,
  'burger-en-buitenruimte': burgerEnBuitenruimte,
  sport,
  'cultuur-en-sociale-economie': cultuurEnSocialeEconomie,
  'ruimtelijke-ontwikkeling': ruimtelijkeOntwikkeling,
  veiligheid,
  'burger-en-bestuur': burgerEnBestuur,
  onderwijs,
}

/** A green book for every theme of the frame. */
export const greenBooks = (frame: Frame): readonly ExampleBook[] =>
  frame.themes.map((theme) => {
    const text = texts[theme.slug]
    if (!text) throw new Error(`the example has no green book for ${theme.slug}`)
    const contributions = text(figuresOf(theme, frame.items))
    return {
      book: { id: greenBookId(theme.slug), dialogue: theme.dialogue, theme: theme.id, kind: 'green' },
      sections: greenBookSlots.map((slot) => ({
        section: sectionId(theme.slug, slot),
        slot,
        heading: greenBookHeadings[slot],
        contributions: contributions[slot],
      })),
    }
  })
