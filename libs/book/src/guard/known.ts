import * as Y from 'yjs'

/** What the server has at a place: letters, nodes and marks, or the grey remains of what was deleted for good. */
export type Known = Y.Item | Y.GC

/** Anything that can hold something: the body, a node, a run of text. */
export type AnyType = Y.AbstractType<unknown>

export type Store = Y.Doc['store']

/** What stands at this place; `null` when the server does not have it. */
export function knownAt(store: Store, client: number, clock: number): Known | null {
  const structs = store.clients.get(client) as Known[] | undefined
  if (structs === undefined) return null
  const last = structs[structs.length - 1] as Known
  // Whoever types goes on where that person just was.
  if (last.id.clock <= clock) return clock < last.id.clock + last.length ? last : null
  return structs[Y.findIndexSS(structs, clock)] as Known
}

/** How far the server has a client's structs. As `Y.getState`, but it is asked of clients that may not be there at all. */
export function reachOf(store: Store, client: number): number {
  const structs = store.clients.get(client)
  if (structs === undefined) return 0
  const last = structs[structs.length - 1] as Known
  return last.id.clock + last.length
}

/** A letter beyond the first plane is two units; Yjs would leave two question marks for good where it is cut in half. */
export const isCutBefore = (text: string, unit: number): boolean =>
  unit > 0 && unit < text.length && (text.charCodeAt(unit) & 0xfc00) === 0xdc00

/** Whether something that begins at this clock would cut a letter of this struct in half. */
export const cuts = (struct: Known, clock: number): boolean =>
  clock > struct.id.clock &&
  clock < struct.id.clock + struct.length &&
  struct instanceof Y.Item &&
  struct.content instanceof Y.ContentString &&
  isCutBefore(struct.content.str, clock - struct.id.clock)
