import * as Y from 'yjs'

/** Visible text between two places of an editor, all of it written under one Yjs client id. */
interface AuthorRun {
  readonly from: number
  readonly to: number
  readonly client: number
}

/** Nodes without an inside: one step for the editor. */
const leaves: ReadonlySet<string> = new Set(['hardBreak'])

/**
 * Who wrote what, in the places that the editor (ProseMirror) counts in: 0 is before the first block, a node opens and
 * closes with one step each, and text counts as long as JavaScript says.
 */
export function authorRuns(body: Y.XmlFragment): readonly AuthorRun[] {
  const runs: { from: number; to: number; client: number }[] = []
  walk(body, 0, (from, to, client) => {
    const last = runs.at(-1)
    if (last?.to === from && last.client === client) last.to = to
    else runs.push({ from, to, client })
  })
  return runs
}

/** Answers the place behind what is in the parent. */
function walk(
  parent: Y.XmlFragment | Y.XmlText,
  start: number,
  found: (from: number, to: number, client: number) => void,
): number {
  let at = start
  for (let item = parent._start; item; item = item.right) {
    if (item.deleted || !item.countable) continue
    const { content } = item
    const node = content instanceof Y.ContentType ? content.type : null
    if (content instanceof Y.ContentString) {
      found(at, at + item.length, item.id.client)
      at += item.length
    } else if (node instanceof Y.XmlText) at = walk(node, at, found)
    else if (node instanceof Y.XmlElement) at = leaves.has(node.nodeName) ? at + 1 : walk(node, at + 1, found) + 1
  }
  return at
}
