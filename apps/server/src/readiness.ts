/** `starting`: not all is wired yet. `draining`: it was told to stop, still serves who is here, and wants nobody new. */
export type NotReady = 'starting' | 'draining'

/** Whether this server wants to be sent people; why not, when it does not. */
export class Readiness {
  private reason: NotReady | null = 'starting'

  get whyNot(): NotReady | null {
    return this.reason
  }

  started(): void {
    if (this.reason === 'starting') this.reason = null
  }

  /** For good: a server that drains does not come back. */
  drains(): void {
    this.reason = 'draining'
  }
}
