import { Extension } from '@tiptap/core'
import { Slice } from '@tiptap/pm/model'
import { Plugin, type EditorState } from '@tiptap/pm/state'
import { absolutePositionToRelativePosition, ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'

interface Sync {
  readonly doc: Y.Doc
  readonly type: Y.XmlFragment
  readonly binding: { readonly mapping: Mapping; mux(then: () => void): void }
  /** This state came from the shared text. */
  readonly isChangeOrigin: boolean
}

type Mapping = Parameters<typeof absolutePositionToRelativePosition>[2]

/** Letters that were put in somewhere. */
interface Typed {
  /** In the text as it was. */
  readonly at: number
  readonly letters: string
}

/**
 * Puts a typed letter where it was typed when the same letter stands there already.
 *
 * The binding (y-tiptap 3.0.9) finds out what was typed by comparing the text of before and after. A space typed before a
 * space is then a space behind it, which looks the same; but when that other space is of somebody who types on behind it,
 * the words of the two get mixed up. Here it is put in its own place before the binding looks.
 */
export const letterInPlace = (): Plugin =>
  new Plugin({
    view: () => ({
      update: ({ state }, before) => {
        const { doc, type, binding, isChangeOrigin } = ySyncPluginKey.getState(state) as Sync
        const typed = isChangeOrigin ? null : typedBeforeItsLike(before, state)
        if (!typed) return
        const there = absolutePositionToRelativePosition(typed.at, type, binding.mapping)
        const place = Y.createAbsolutePositionFromRelativePosition(there, doc)
        if (!place || !(place.type instanceof Y.XmlText)) return
        const { type: text, index } = place
        binding.mux(() => doc.transact(() => text.insert(index, typed.letters), ySyncPluginKey))
      },
    }),
  })

/** What was typed, if it begins with the letter it was typed before: only then comparing is not enough. */
function typedBeforeItsLike(before: EditorState, now: EditorState): Typed | null {
  const length = now.doc.content.size - before.doc.content.size
  const { $head, empty } = now.selection
  const at = $head.pos - length
  if (!empty || length <= 0 || $head.parentOffset < length) return null
  const letters = $head.parent.textBetween($head.parentOffset - length, $head.parentOffset)
  const follows = $head.parent.textBetween($head.parentOffset, $head.parent.content.size).charAt(0)
  if (letters.length !== length || follows !== letters.charAt(0)) return null
  const same = now.doc.replace(at, $head.pos, Slice.empty).eq(before.doc)
  return same ? { at, letters } : null
}

/** Before the binding: its view is asked first. */
export const LetterInPlace = Extension.create({
  name: 'letterInPlace',
  priority: 1001,
  addProseMirrorPlugins: () => [letterInPlace()],
})
