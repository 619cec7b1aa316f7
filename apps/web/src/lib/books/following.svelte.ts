import type { Present } from '@witboek/contract'
import type { PersonId, SectionId } from '@witboek/domain'
import { tick } from 'svelte'
import { ownMove, releases } from './follow-release.ts'

/** So long (ms) somebody has to be in a section before those who follow go along: who only passes by takes nobody with them. */
const settled = 400
const moves = ['wheel', 'touchmove', 'pointerdown', 'keydown', 'focusin'] as const

/** Going along with somebody through the book, from section to section, until one looks elsewhere (FOLLOW-1). */
export class Following {
  /** Whom; also after it ended, to follow them again. */
  whom: { readonly person: PersonId; readonly name: string } | null = $state.raw(null)
  on = $state(false)
  /** Where they are; `null`: in no section, `undefined`: not in the book. */
  at: SectionId | null | undefined = $state()
  /** Where one was before. */
  #back: { readonly section: string; readonly top: number } | null = null
  /** What one pressed to begin; by the link of an evening it is nothing. */
  #from: Element | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  follow(whom: { readonly person: PersonId; readonly name: string }, present: readonly Present[]): void {
    if (!this.on) this.#back = placeNow()
    if (this.whom?.person !== whom.person) this.#from = document.activeElement
    this.whom = whom
    this.on = true
    this.at = null
    this.see(present)
  }

  /** Who is here, and where: to be called whenever that changes. */
  see(present: readonly Present[]): void {
    if (!this.on) return
    const at = present.find(({ person }) => person === this.whom?.person)?.section
    if (at === this.at) return
    this.at = at
    clearTimeout(this.#timer)
    if (at) this.#timer = setTimeout(() => this.on && scrollTo(at), settled)
  }

  release(): void {
    this.on = false
    clearTimeout(this.#timer)
  }

  /** Done with it, banner and all. */
  stop(): void {
    this.release()
    this.whom = null
    void tick().then(() => this.#focusIfLost())
  }

  /** The button that was pressed is gone with the banner: one goes on from what began it, or from the section one reads. */
  #focusIfLost(): void {
    if (document.activeElement !== document.body) return
    const from = this.#from?.checkVisibility() ? this.#from : document.getElementById(`heading-${placeNow()?.section}`)
    if (from instanceof HTMLElement) from.focus({ preventScroll: true })
  }

  back(): void {
    const place = this.#back
    this.stop()
    const section = place && document.getElementById(place.section)
    if (section) window.scrollBy({ top: section.getBoundingClientRect().top - place.top, behavior: 'instant' })
  }

  /** Looks for what ends it; answers how to stop that. */
  watch(): () => void {
    const look = (event: Event) => this.on && releases(ownMove(event)) && this.release()
    for (const move of moves) document.addEventListener(move, look, { passive: true })
    return () => {
      for (const move of moves) document.removeEventListener(move, look)
      clearTimeout(this.#timer)
    }
  }
}

function scrollTo(section: SectionId): void {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  document.getElementById(section)?.scrollIntoView({ behavior: still ? 'instant' : 'smooth', block: 'start' })
}

/** The section that is in view, and how far down its top is. */
function placeNow(): { readonly section: string; readonly top: number } | null {
  const section = [...document.querySelectorAll('[data-section]')].find(
    (each) => each.getBoundingClientRect().bottom > 120,
  )
  return section ? { section: section.id, top: section.getBoundingClientRect().top } : null
}
