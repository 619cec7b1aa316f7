import { openSections, sectionIn, type Manifest } from '@witboek/domain'
import type { Texts } from '@witboek/i18n'

/** What changed in the remarks between two manifests, in one sentence; `null`: nothing. */
export function remarkNews(before: Manifest, after: Manifest, texts: Texts['remarks']): string | null {
  for (const [i, { id, remarks }] of openSections(after).entries()) {
    const had = sectionIn(before, id)?.remarks ?? []
    if (remarks.length === had.length) continue
    return remarks.length > had.length ? texts.saidPlaced(i + 1) : texts.saidRemoved(i + 1)
  }
  return null
}
