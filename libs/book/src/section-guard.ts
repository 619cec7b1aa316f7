import * as Y from 'yjs'

/**
 * What a participant's update would do to a section's document, found out before anything is applied:
 * `nothing`: all of it is known already (a joiner's first message repeats every deletion ever made: that is no edit);
 * `something`: it adds or deletes; `gap`: it builds on what the server does not have, and would hide what it touches;
 * `malformed`: these bytes are no update.
 */
export type Effect = 'nothing' | 'something' | 'gap' | 'malformed'

type DecodedUpdate = ReturnType<typeof Y.decodeUpdate>

export function effectOf(update: Uint8Array, doc: Y.Doc): Effect {
  let decoded: DecodedUpdate
  try {
    decoded = Y.decodeUpdate(update)
  } catch {
    return 'malformed'
  }
  const reach = reachAfter(decoded, doc)
  if (reach === null || !refersWithin(decoded, reach) || !deletesWithin(decoded, reach)) return 'gap'
  return addsNothing(decoded, doc) && deletesNothing(decoded, doc) ? 'nothing' : 'something'
}

/** For each client how far its clock reaches once the update is applied; `null` when a block would leave a gap. */
function reachAfter({ structs }: DecodedUpdate, doc: Y.Doc): ((client: number) => number) | null {
  const reach = new Map<number, number>()
  const reachOf = (client: number) => reach.get(client) ?? Y.getState(doc.store, client)
  for (const struct of structs) {
    const { client, clock } = struct.id
    if (struct instanceof Y.Skip || clock > reachOf(client)) return null
    reach.set(client, Math.max(reachOf(client), clock + struct.length))
  }
  return reachOf
}

/** Whatever a new item stands beside, or inside, is there. */
function refersWithin({ structs }: DecodedUpdate, reach: (client: number) => number): boolean {
  return structs.every((struct) => {
    if (!(struct instanceof Y.Item)) return true
    const parent: unknown = struct.parent
    return [struct.origin, struct.rightOrigin, parent instanceof Y.ID ? parent : null].every(
      (id) => id === null || id.clock < reach(id.client),
    )
  })
}

const deletesWithin = ({ ds }: DecodedUpdate, reach: (client: number) => number): boolean =>
  [...ds.clients].every(([client, ranges]) => ranges.every(({ clock, len }) => clock + len <= reach(client)))

const addsNothing = ({ structs }: DecodedUpdate, doc: Y.Doc): boolean =>
  structs.every(({ id, length }) => id.clock + length <= Y.getState(doc.store, id.client))

const deletesNothing = ({ ds }: DecodedUpdate, doc: Y.Doc): boolean =>
  [...ds.clients].every(([client, ranges]) =>
    ranges.every(({ clock, len }) => alreadyDeleted(doc, client, clock, clock + len)),
  )

function alreadyDeleted(doc: Y.Doc, client: number, from: number, to: number): boolean {
  const structs = doc.store.clients.get(client)
  if (!structs) return from >= to
  let clock = from
  for (let index = Y.findIndexSS(structs, from); clock < to; index++) {
    const struct = structs[index]
    if (!struct) return true
    if (!struct.deleted) return false
    clock = struct.id.clock + struct.length
  }
  return true
}

/** Yjs parks what it cannot place; in a book that must never happen, or words would be there and not be seen. */
export const nothingParked = (doc: Y.Doc): boolean => doc.store.pendingStructs === null && doc.store.pendingDs === null
