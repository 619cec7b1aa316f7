import { Extension, type Editor } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { Node } from '@tiptap/pm/model'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { authorRuns } from '@witboek/book/client'
import type { XmlFragment } from 'yjs'
import { authorMarks, type AuthorMark, type Writer } from './author-marks.ts'

type Writers = ReadonlyMap<number, Writer>
interface Colours {
  /** `null`: off. */
  readonly writers: Writers | null
  readonly marks: DecorationSet
}

/** Somebody types: the colours follow when the fingers rest. */
const rest = 300
const off: Colours = { writers: null, marks: DecorationSet.empty }
const key = new PluginKey<Colours>('authorColours')

export const withOwn = (writers: Writers, client: number, self: Writer): Writers =>
  new Map([...writers, [client, self]])

/** Turns the colours of the writers on with these people, or off with `null`. */
export function colourAuthors(editor: Editor, writers: Writers | null): void {
  if (key.getState(editor.state)?.writers !== writers) editor.view.dispatch(editor.state.tr.setMeta(key, { writers }))
}

/** Colours, lines and initials under the words, as decorations: nothing of it is in the document, or in the way of a caret. */
export const AuthorColours = Extension.create<{
  text: XmlFragment | null
  onunknown: (clients: readonly number[]) => void
}>({
  name: 'authorColours',
  addOptions: () => ({ text: null, onunknown: () => undefined }),
  addProseMirrorPlugins() {
    const { text, onunknown } = this.options
    if (!text) return []
    const draw = (doc: Node, writers: Writers | null): Colours => {
      if (!writers) return off
      const { marks, unknown } = authorMarks(authorRuns(text), writers)
      if (unknown.length > 0) onunknown(unknown)
      const within = marks.filter(({ from, to }) => from < to && to <= doc.content.size)
      return { writers, marks: DecorationSet.create(doc, within.flatMap(drawn)) }
    }
    return [
      new Plugin<Colours>({
        key,
        state: {
          init: () => off,
          apply(transaction, colours, _before, { doc }) {
            const told = transaction.getMeta(key) as { writers: Writers | null } | undefined
            if (told) return draw(doc, told.writers)
            return { ...colours, marks: colours.marks.map(transaction.mapping, doc) }
          },
        },
        props: {
          decorations: (state) => key.getState(state)?.marks,
          attributes: (state): Record<string, string> => (key.getState(state)?.writers ? { 'data-authors': '' } : {}),
        },
        view: (view) => redrawAtRest(view),
      }),
    ]
  },
})

/** The first letter carries the initials, so that they stand once at the beginning of a stretch. */
const drawn = ({ from, to, attributes, initials }: AuthorMark): Decoration[] =>
  initials === ''
    ? [Decoration.inline(from, to, attributes)]
    : [
        Decoration.inline(from, from + 1, { ...attributes, 'data-initials': initials }),
        ...(to > from + 1 ? [Decoration.inline(from + 1, to, attributes)] : []),
      ]

function redrawAtRest(view: EditorView) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const redraw = () => {
    const writers = key.getState(view.state)?.writers
    // A character in the making must not be drawn anew under the fingers.
    if (view.composing) timer = setTimeout(redraw, rest)
    else if (writers) view.dispatch(view.state.tr.setMeta(key, { writers }))
  }
  return {
    update: ({ state }: EditorView, before: { readonly doc: Node }) => {
      if (!key.getState(state)?.writers || state.doc.eq(before.doc)) return
      clearTimeout(timer)
      timer = setTimeout(redraw, rest)
    },
    destroy: () => clearTimeout(timer),
  }
}
