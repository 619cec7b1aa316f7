import type { ShownInvitation } from '@witboek/contract'
import { invitationActs, type InvitationStanding } from '@witboek/domain'
import { textsIn, type Locale } from '@witboek/i18n'
import type { MenuItem } from '@witboek/ui/menu-item.ts'
import type { CommandFailure } from '#lib/books/command-failure.ts'
import { send } from '#lib/send.ts'
import type * as Dialogs from './invitation-dialogs.ts'
import { invitedName } from './standing-words.ts'

/** What asks something first. */
type Ask = 'withdraw' | 'bounce' | 'correct'
type Act = Ask | 'resend'

const paths = { resend: 'resend', withdraw: 'withdraw', bounce: 'bounced', correct: 'address' } as const

const can = (act: Act, { standing }: ShownInvitation) =>
  (invitationActs[act] as readonly InvitationStanding[]).includes(standing)

/** What is being done about one of the invitations of a list, and how that ended. */
export class InvitationActs {
  private readonly locale: () => Locale
  /** The list has changed: asks for it anew, and hears when it is there. */
  private readonly refresh: () => Promise<void>
  private readonly texts = $derived.by(() => textsIn(this.locale()).invitations.list)
  dialogs = $state.raw<typeof Dialogs | null>(null)
  asked = $state.raw<{ readonly act: Ask; readonly invitation: ShownInvitation } | null>(null)
  /** The dialog about what is asked. */
  open = $state(false)
  busy = $state(false)
  failure = $state.raw<CommandFailure | null>(null)
  said = $state('')

  constructor(locale: () => Locale, refresh: () => Promise<void>) {
    this.locale = locale
    this.refresh = refresh
  }

  /** What can be chosen for this one, as it stands. */
  menu(one: ShownInvitation): MenuItem[] {
    const choice = (act: Act, onselect: () => Promise<void>) =>
      can(act, one) ? [{ label: this.texts[act], onselect: () => void onselect() }] : []
    return [
      ...choice('correct', () => this.ask('correct', one)),
      ...choice('resend', () => this.act('resend', one)),
      ...choice('bounce', () => this.ask('bounce', one)),
      ...choice('withdraw', () => this.ask('withdraw', one)),
    ]
  }

  /** What was asked is meant. */
  async confirm(more: { readonly email?: string } = {}): Promise<void> {
    if (this.asked) await this.act(this.asked.act, this.asked.invitation, more)
  }

  private async ask(act: Ask, invitation: ShownInvitation): Promise<void> {
    ;[this.asked, this.failure, this.said] = [{ act, invitation }, null, '']
    this.dialogs ??= await import('./invitation-dialogs.ts').catch(() => null)
    this.open = this.dialogs !== null
    if (!this.open) this.failure = 'no-line'
  }

  private async act(act: Act, one: ShownInvitation, more: { readonly email?: string } = {}): Promise<void> {
    ;[this.busy, this.failure, this.said] = [true, null, '']
    const sent = await send(`/api/invitations/${paths[act]}`, { invitation: one.id, ...more })
    this.busy = false
    if (!sent.ok) this.failure = sent.failure
    else this.open = false
    await this.refresh()
    if (!sent.ok) return
    const { resent, withdrawn, bounced, corrected } = this.texts
    const words = { resend: resent, withdraw: withdrawn, bounce: bounced, correct: corrected }[act]
    this.said = words(more.email ?? invitedName(one))
  }
}
