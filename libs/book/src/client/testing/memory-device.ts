import type { ParkedId } from '@witboek/domain'
import type { SetAside } from '../book-state.ts'
import type { Device, KeptEdit } from '../device.ts'

/** What stays when tabs come and go. */
export class MemoryDevice {
  /** By id, with the number of the tab that holds it. */
  readonly edits = new Map<string, { readonly edit: KeptEdit; readonly tab: number }>()
  readonly words = new Map<ParkedId, SetAside>()
  private readonly openTabs = new Set<number>()
  private lastTab = 0

  /** A tab opens; `leave` is its end, however it comes: nothing that it still asks is done. */
  tab(): Device & { leave(): void } {
    const tab = ++this.lastTab
    this.openTabs.add(tab)
    const ask = async <Value>(does: () => Value): Promise<Value> =>
      this.openTabs.has(tab) ? does() : new Promise(() => undefined)
    return {
      keepEdit: (edit) => ask(() => void this.edits.set(edit.id, { edit, tab })),
      forgetEdits: (ids) => ask(() => ids.forEach((id) => this.edits.delete(id))),
      adoptEdits: () =>
        ask(() => {
          const left = [...this.edits.values()].filter((kept) => !this.openTabs.has(kept.tab)).map(({ edit }) => edit)
          for (const edit of left) this.edits.set(edit.id, { edit, tab })
          return left.sort((a, b) => a.id.localeCompare(b.id))
        }),
      keepWords: (words, insteadOf) =>
        ask(() => {
          this.words.set(words.id, words)
          for (const id of insteadOf) this.edits.delete(id)
        }),
      forgetWords: (id) => ask(() => void this.words.delete(id)),
      words: () => ask(() => [...this.words.values()]),
      leave: () => this.openTabs.delete(tab),
    }
  }
}
