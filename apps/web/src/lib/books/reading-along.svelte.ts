import type { Present } from '@witboek/contract'
import type { PersonId } from '@witboek/domain'
import type * as Follow from './follow.ts'
import type { Following } from './following.svelte.ts'

type Whom = Pick<Present, 'person' | 'name'>

/** Following somebody, for a page that does not do that yet: what it takes comes with the first wish. */
export class ReadingAlong {
  part = $state.raw<typeof Follow | null>(null)
  following = $state.raw<Following | null>(null)
  /** Came to read along with the Chef, who is not here yet. */
  #wantsChef = false

  get followed(): PersonId | null {
    return this.following?.on ? (this.following.whom?.person ?? null) : null
  }

  /** The second wish to follow somebody is the wish to stop. */
  async turn(whom: Whom, present: readonly Present[]): Promise<void> {
    this.part ??= await import('./follow.ts').catch(() => null)
    if (!this.part) return
    this.following ??= new this.part.Following()
    if (this.followed === whom.person) this.following.stop()
    else this.following.follow(whom, present)
  }

  /** By the link that asks for it. */
  waitForChef(): void {
    this.#wantsChef = new URLSearchParams(location.search).get('volg') === 'chef'
  }

  see(present: readonly Present[], self: PersonId | null): void {
    const chef = this.#wantsChef && present.find(({ role, person }) => role === 'chef' && person !== self)
    if (!chef) return
    this.#wantsChef = false
    void this.turn(chef, present)
  }
}
