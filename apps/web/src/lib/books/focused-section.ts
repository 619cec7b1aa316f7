import { openSections, type Manifest, type Section, type SectionId } from '@witboek/domain'

/** The one section that is still open, and the others that were closed together for it. */
interface Focus {
  readonly section: Section
  readonly closed: readonly SectionId[]
}

/** Everyone looks at one section: all others are locked. What had a lock of its own before keeps it afterwards. */
export function focusIn(manifest: Manifest): Focus | null {
  if (manifest.freeze) return null
  const sections = openSections(manifest)
  const [open, ...more] = sections.filter(({ lock }) => !lock)
  if (!open || more.length > 0 || sections.length < 2) return null
  const last = Math.max(...sections.map(({ lock }) => lock?.since ?? 0))
  return { section: open, closed: sections.filter(({ lock }) => lock?.since === last).map(({ id }) => id) }
}
