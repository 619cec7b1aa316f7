import * as Y from 'yjs'
import { newSectionDoc } from '../../layout.ts'
import { judgeUpdate, nothingParked } from '../judge.ts'
import type { Ownership, Verdict } from '../verdict.ts'

/** A section with its guard, and nothing else: it judges, applies, and says what changed. */
export class GuardedSection {
  readonly doc = newSectionDoc()
  locked = false
  /** Whose each client id is. */
  readonly owners = new Map<number, string>()

  /** What changed, in the words of the server. */
  onChange(tell: (update: Uint8Array) => void): void {
    this.doc.on('update', tell)
  }

  judge(update: Uint8Array, person: string): Verdict {
    return judgeUpdate(update, this.doc, (client) => this.ownerOf(client, person))
  }

  /** Judges, and applies what may get in. */
  receive(update: Uint8Array, person: string): Verdict {
    const verdict = this.judge(update, person)
    if (verdict.kind !== 'something' || this.locked) return verdict
    for (const client of verdict.clients) this.owners.set(client, person)
    Y.applyUpdate(this.doc, verdict.update)
    if (!nothingParked(this.doc)) throw new Error('something was parked')
    return verdict
  }

  state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc)
  }

  private ownerOf(client: number, person: string): Ownership {
    const owner = this.owners.get(client)
    return owner === undefined ? 'free' : owner === person ? 'own' : 'foreign'
  }
}
