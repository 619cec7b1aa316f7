/**
 * `starting`: not all is wired yet. `draining`: it was told to stop, still serves who is here, and wants nobody new.
 * `store-away`: what it needs to serve anybody does not answer.
 */
type NotReady = 'starting' | 'draining' | 'store-away'

/** Whether this server wants to be sent people; why not, when it does not. */
export class Readiness {
  private phase: 'starting' | 'serving' | 'draining' = 'starting'
  private storeAway = false

  get whyNot(): NotReady | null {
    if (this.phase !== 'serving') return this.phase
    return this.storeAway ? 'store-away' : null
  }

  started(): void {
    if (this.phase === 'starting') this.phase = 'serving'
  }

  /** For good: a server that drains does not come back. */
  drains(): void {
    this.phase = 'draining'
  }

  noteStore(away: boolean): void {
    this.storeAway = away
  }
}
