import { randomUUID } from 'node:crypto'
import type { PersonId, PollId } from '@witboek/domain'
import { atBallot, type Presence } from '@witboek/live'

interface Filling {
  readonly poll: PollId
  readonly person: PersonId
  /** By chance: all that is told of somebody who fills in a ballot is that somebody does. */
  readonly alias: string
  /** Their open pages with this ballot. */
  readonly pages: Set<string>
}

/**
 * Who has a ballot in front of them and has not cast it, over this server. The other servers, and Redis between them, know only
 * how many there are: with names, whoever watches it would see at which moment who voted in a secret poll (POLL-10).
 */
export class FillingIn {
  private readonly presence: Pick<Presence, 'say' | 'forget'>
  private readonly now = new Map<string, Filling>()

  constructor(presence: Pick<Presence, 'say' | 'forget'>) {
    this.presence = presence
  }

  /** A page shows this ballot from now on, and no other one. */
  async opens(page: string, poll: PollId, person: PersonId): Promise<void> {
    await this.leaves(page)
    const name = keyOf(poll, person)
    const known = this.now.get(name)
    if (known) return void known.pages.add(page)
    const alias = randomUUID()
    this.now.set(name, { poll, person, alias, pages: new Set([page]) })
    await this.presence.say(alias, atBallot(poll), {
      person: alias as PersonId,
      name: '',
      role: 'expert',
      section: null,
    })
  }

  /** A page shows no ballot any more. */
  async leaves(page: string): Promise<void> {
    for (const [name, { pages, alias }] of this.now) {
      if (!pages.delete(page) || pages.size > 0) continue
      this.now.delete(name)
      await this.presence.forget(alias)
    }
  }

  /** Whatever pages of theirs still show it. */
  async hasCast(poll: PollId, person: PersonId): Promise<void> {
    const name = keyOf(poll, person)
    const known = this.now.get(name)
    if (!known) return
    this.now.delete(name)
    await this.presence.forget(known.alias)
  }
}

const keyOf = (poll: PollId, person: PersonId): string => `${poll} ${person}`
