import { Extension } from '@tiptap/core'
import type { Schema } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'

/**
 * Gives every new paragraph a text to write in, from whoever makes it.
 *
 * The binding (y-tiptap 3.0.9) makes the text with the first letter. Two who begin in one paragraph at the same time then
 * make two texts; whoever sees both puts all letters into the first and takes the second out, and what is typed in it
 * meanwhile has no place any more.
 */
export const emptyParagraph = (): Plugin =>
  new Plugin({
    view: (view) => {
      const { doc } = ySyncPluginKey.getState(view.state) as { readonly doc: Y.Doc }
      const furnish = (transaction: Y.Transaction) => {
        if (transaction.origin !== ySyncPluginKey) return
        const empty = newEmpties(transaction, view.state.schema)
        if (empty.length === 0) return
        doc.transact(() => {
          for (const paragraph of empty) paragraph.insert(0, [new Y.XmlText()])
        }, ySyncPluginKey)
      }
      doc.on('afterTransaction', furnish)
      return { destroy: () => doc.off('afterTransaction', furnish) }
    },
  })

/** What was made here and can hold letters but has none, at any depth. */
function newEmpties(transaction: Y.Transaction, { nodes }: Schema): Y.XmlElement[] {
  const known = transaction.beforeState.get(transaction.doc.clientID) ?? 0
  const within = (type: unknown): Y.XmlElement[] => {
    if (!(type instanceof Y.XmlElement)) return []
    if (!nodes[type.nodeName]?.isTextblock) return type.toArray().flatMap(within)
    return type.length === 0 ? [type] : []
  }
  const isNew = ({ _item }: { readonly _item: Y.Item | null }) =>
    _item?.id.client === transaction.doc.clientID && _item.id.clock >= known
  return [...transaction.changed.keys()].flatMap((type: unknown) =>
    type instanceof Y.XmlFragment && !type._item?.deleted ? type.toArray().filter(isNew).flatMap(within) : [],
  )
}

/** After the binding: its text is there by then. */
export const EmptyParagraph = Extension.create({
  name: 'emptyParagraph',
  priority: 50,
  addProseMirrorPlugins: () => [emptyParagraph()],
})
