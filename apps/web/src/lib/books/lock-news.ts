import { lockOn, openSections, sectionIn, type Manifest, type SectionId } from '@witboek/domain'
import { listed, textsIn, type Locale } from '@witboek/i18n'
import { placesIn } from './section-moves.ts'

/** `urgent` is about the section one is in; anything else is calm. Empty: nothing to say. */
interface LockNews {
  readonly urgent: string
  readonly calm: string
}

/** What was locked or opened between two manifests, in words. */
export function lockNews(before: Manifest, after: Manifest, here: SectionId | null, locale: Locale): LockNews {
  const texts = textsIn(locale).locks
  const inside = (urgent: string): LockNews => (here ? { urgent, calm: '' } : { urgent: '', calm: urgent })
  if (after.freeze && !before.freeze) return inside(texts.saidFrozen)
  if (before.freeze && !after.freeze) return inside(texts.saidUnfrozen)
  if (after.freeze) return { urgent: '', calm: '' }

  const locked = (manifest: Manifest, id: SectionId) => lockOn(manifest, id) !== null
  const known = openSections(after)
    .map(({ id }) => id)
    .filter((id) => sectionIn(before, id))
  const closed = known.filter((id) => locked(after, id) && !locked(before, id))
  const opened = known.filter((id) => !locked(after, id) && locked(before, id))
  const places = placesIn(after)
  const others = (ids: readonly SectionId[], words: typeof texts.saidLocked) => {
    const numbers = ids.filter((id) => id !== here).map((id) => places.get(id) ?? 0)
    return numbers.length > 0 ? words(numbers, listed(numbers, locale)) : ''
  }
  return {
    urgent: !here
      ? ''
      : closed.includes(here)
        ? texts.saidLockedHere
        : opened.includes(here)
          ? texts.saidUnlockedHere
          : '',
    calm: [others(closed, texts.saidLocked), others(opened, texts.saidUnlocked)].filter(Boolean).join(' '),
  }
}
