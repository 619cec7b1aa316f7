import { greenBookSlots, type GreenBookSlot } from '@witboek/domain'
import { textsIn } from '@witboek/i18n'

const { slots } = textsIn('nl').book

/** The headings of the template: the example is a Dutch dialogue, whatever language its reader chose. */
export const greenBookHeadings = Object.fromEntries(
  greenBookSlots.map((slot) => [slot, slots[slot].heading]),
) as Readonly<Record<GreenBookSlot, string>>
