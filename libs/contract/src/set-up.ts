import { themeNameMax, themesMax } from '@witboek/domain'
import { z } from 'zod'

/** So much (characters) fits where it is shown; and so many questions the Council asks. */
export const setUpMax = { title: 80, municipality: 60, question: 300, questions: 3, about: 200 } as const

/**
 * `POST /api/set-up`: the dialogue of an installation that has none. Names that are empty, alike or too long are refused in
 * words; what no page of ours sends is not understood.
 */
export const SetUp = z.strictObject({
  title: z.string().max(setUpMax.title),
  municipality: z.string().max(setUpMax.municipality),
  fiscalYear: z.number().int().min(2000).max(2100),
  /** A whole percentage. */
  rate: z.number().int().min(1).max(100),
  assignment: z.array(z.string().max(setUpMax.question)).max(setUpMax.questions),
  themes: z
    .array(z.strictObject({ name: z.string().max(2 * themeNameMax), about: z.string().max(setUpMax.about) }))
    .max(2 * themesMax),
})
export type SetUp = z.output<typeof SetUp>
