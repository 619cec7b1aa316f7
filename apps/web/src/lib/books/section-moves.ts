import { openSections, type Manifest, type SectionId } from '@witboek/domain'

/** After which section one comes to stand by one step up or down, as the reader sees it; `undefined`: no such step. */
export function stepTo(manifest: Manifest, id: SectionId, step: 'up' | 'down'): SectionId | null | undefined {
  const open = openSections(manifest).map((section) => section.id)
  const place = open.indexOf(id)
  if (place < 0) return undefined
  if (step === 'down') return open[place + 1]
  if (place === 0) return undefined
  return place === 1 ? null : open[place - 2]
}

/** The place of each open section, as a reader counts them: from 1. */
export const placesIn = (manifest: Manifest): ReadonlyMap<SectionId, number> =>
  new Map(openSections(manifest).map((section, index) => [section.id, index + 1]))
