import { openSections, sectionIn, type Manifest, type SectionId } from '@witboek/domain'
import type { Texts } from '@witboek/i18n'

/**
 * What changed in the shape of a book, in one sentence: the server's word, seen by comparing two manifests.
 * `asked` is the section one asked about oneself: when two neighbours swap places, that one was moved.
 */
export function structureNews(
  before: Manifest,
  after: Manifest,
  texts: Texts['book']['structure'],
  asked: SectionId | null = null,
): string | null {
  const open = openSections(after)
  const placeOf = (id: SectionId) => open.findIndex((section) => section.id === id) + 1
  for (const section of after.sections) {
    const old = sectionIn(before, section.id)
    if (!old) return texts.saidAdded(section.heading, placeOf(section.id))
    if (section.removed && !old.removed) return texts.saidRemoved(section.heading)
    if (!section.removed && old.removed) return texts.saidRestored(section.heading)
    if (section.heading !== old.heading) return texts.saidRenamed(section.heading)
  }
  const moved = movedBetween(idsOf(before), idsOf(after), asked)
  const section = moved && sectionIn(after, moved)
  return section && !section.removed ? texts.saidMoved(section.heading, placeOf(section.id), open.length) : null
}

const idsOf = (manifest: Manifest): readonly SectionId[] => openSections(manifest).map((section) => section.id)

/** The one section whose going elsewhere explains the new order. */
function movedBetween(
  before: readonly SectionId[],
  after: readonly SectionId[],
  asked: SectionId | null,
): SectionId | null {
  if (before.join() === after.join()) return null
  const candidates = asked ? [asked, ...after] : after
  const without = (ids: readonly SectionId[], one: SectionId) => ids.filter((id) => id !== one).join()
  return candidates.find((id) => without(before, id) === without(after, id)) ?? null
}
