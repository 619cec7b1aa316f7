import type { DialogueId, Instant, Invitation, InvitationId, InvitationState } from '@witboek/domain'
import type { Invitations } from '../ports/index.ts'
import type { Database, Tables } from '../tables.ts'

export class SqlInvitations implements Invitations {
  private readonly db: Database

  constructor(db: Database) {
    this.db = db
  }

  async add(invitation: Invitation, tokenHash: string): Promise<void> {
    await this.db.insertInto('invitation').values(asRow(invitation, tokenHash)).execute()
  }

  async find(id: InvitationId): Promise<Invitation | null> {
    const row = await this.db.selectFrom('invitation').selectAll().where('id', '=', id).executeTakeFirst()
    return row ? asInvitation(row) : null
  }

  async byToken(tokenHash: string): Promise<Invitation | null> {
    const row = await this.db
      .selectFrom('invitation')
      .selectAll()
      .where('token_hash', '=', tokenHash)
      .executeTakeFirst()
    return row ? asInvitation(row) : null
  }

  async of(dialogue: DialogueId): Promise<readonly Invitation[]> {
    const rows = await this.db
      .selectFrom('invitation')
      .selectAll()
      .where('dialogue', '=', dialogue)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .execute()
    return rows.map(asInvitation)
  }

  async queued(limit: number): Promise<readonly Invitation[]> {
    const rows = await this.db
      .selectFrom('invitation')
      .selectAll()
      .where('state', '=', 'queued')
      .orderBy('created_at')
      .orderBy('id')
      .limit(limit)
      .execute()
    return rows.map(asInvitation)
  }

  async change(
    id: InvitationId,
    from: readonly InvitationState[],
    to: Parameters<Invitations['change']>[2],
  ): Promise<boolean> {
    const { numUpdatedRows } = await this.db
      .updateTable('invitation')
      .set({
        ...(to.state !== undefined && { state: to.state }),
        ...(to.email !== undefined && { email: to.email }),
        ...(to.sentAt !== undefined && { sent_at: to.sentAt }),
        ...(to.sends !== undefined && { sends: to.sends }),
        ...(to.expiresAt !== undefined && { expires_at: to.expiresAt }),
        ...(to.answeredAt !== undefined && { answered_at: to.answeredAt }),
        ...(to.person !== undefined && { person: to.person }),
        ...(to.tokenHash !== undefined && { token_hash: to.tokenHash }),
      })
      .where('id', '=', id)
      .where('state', 'in', from)
      .executeTakeFirst()
    return numUpdatedRows === 1n
  }

  async forget(ids: readonly InvitationId[]): Promise<void> {
    if (ids.length === 0) return
    await this.db.updateTable('invitation').set({ name: '', email: '', letter: '' }).where('id', 'in', ids).execute()
  }
}

const asRow = (invitation: Invitation, tokenHash: string): Tables['invitation'] => ({
  id: invitation.id,
  token_hash: tokenHash,
  dialogue: invitation.dialogue,
  theme: invitation.theme,
  role: invitation.role,
  email: invitation.email,
  name: invitation.name,
  language: invitation.language,
  letter: invitation.letter,
  inviter: invitation.by,
  state: invitation.state,
  created_at: invitation.createdAt,
  sent_at: invitation.sentAt,
  sends: invitation.sends,
  expires_at: invitation.expiresAt,
  answered_at: invitation.answeredAt,
  person: invitation.person,
})

const asInvitation = (row: Tables['invitation']): Invitation => ({
  id: row.id as InvitationId,
  dialogue: row.dialogue as DialogueId,
  theme: row.theme as Invitation['theme'],
  role: row.role as Invitation['role'],
  email: row.email,
  name: row.name,
  language: row.language as Invitation['language'],
  letter: row.letter,
  by: row.inviter as Invitation['by'],
  state: row.state as InvitationState,
  createdAt: row.created_at as Instant,
  sentAt: row.sent_at as Instant | null,
  sends: row.sends,
  expiresAt: row.expires_at as Instant,
  answeredAt: row.answered_at as Instant | null,
  person: row.person as Invitation['person'],
})
