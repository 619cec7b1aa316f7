import { reached, type BookRights, type Phase, type Book } from '@witboek/domain'
import { textsIn, type Locale } from '@witboek/i18n'

/** One plain sentence at the top of the page: what one may do in this book, and why. */
export function rightsWords(rights: BookRights, kind: Book['kind'], phase: Phase, locale: Locale): string {
  const texts = textsIn(locale).book.rights
  if (rights.write) return texts.writeHere
  if (rights.order) return texts.chef
  if (phase !== kind && ['expert', 'chef', 'guest'].includes(rights.role))
    return reached(phase, kind) ? texts.notNow : texts.notYet
  switch (rights.role) {
    case 'expert':
      return texts.otherTheme
    case 'chef':
      return texts.chefElsewhere
    case 'college':
    case 'councillor':
      return texts.decider
    case 'civilServant':
    case 'financialAdviser':
    case 'lead':
    case 'clerk':
    case 'auditor':
    case 'administrator':
      return texts.official
    case 'guest':
      return texts.guest
  }
}
