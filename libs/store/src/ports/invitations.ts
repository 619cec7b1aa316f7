import type { DialogueId, Invitation, InvitationId, InvitationState } from '@witboek/domain'

export interface Invitations {
  /** `tokenHash`: of the secret in its letter. */
  add(invitation: Invitation, tokenHash: string): Promise<void>
  find(id: InvitationId): Promise<Invitation | null>
  byToken(tokenHash: string): Promise<Invitation | null>
  /** Newest first. */
  of(dialogue: DialogueId): Promise<readonly Invitation[]>
  /** The oldest that wait to be sent. */
  queued(limit: number): Promise<readonly Invitation[]>
  /**
   * Answers `false`, and changes nothing, when its state is none of `from` any more: somebody else was first.
   * With a `tokenHash` letters that were sent before no longer work.
   */
  change(
    id: InvitationId,
    from: readonly InvitationState[],
    to: Partial<
      Pick<Invitation, 'state' | 'email' | 'sentAt' | 'sends' | 'expiresAt' | 'answeredAt' | 'person'> & {
        readonly tokenHash: string
      }
    >,
  ): Promise<boolean>
  /** Name, address and letter go; that somebody was invited stays. */
  forget(ids: readonly InvitationId[]): Promise<void>
}
