import type { MeetingShown } from '@witboek/contract'
import type { MeetingId, MeetingPlan, ThemeId } from '@witboek/domain'
import { textsIn, type Locale } from '@witboek/i18n'
import type { CommandFailure } from '#lib/books/command-failure.ts'
import { send } from '#lib/send.ts'
import { Asking } from './asking.svelte.ts'
import type * as Dialogs from './planning-dialogs.ts'

/** What somebody does about the meetings in a list, and what came of it. */
export class Planning {
  /** The meeting that something is being done about. */
  busy: MeetingId | null = $state(null)
  failure: CommandFailure | null = $state.raw(null)
  said = $state('')
  /** The dialog, and what it is about. */
  readonly asking = new Asking()
  asked: { readonly what: 'change' | 'cancel'; readonly meeting: MeetingShown } | null = $state.raw(null)
  dialogs: typeof Dialogs | null = $state.raw(null)
  /** Of plans that went through: a new form for every one. */
  made = $state(0)

  private readonly locale: () => Locale
  /** Fetches the lists anew. */
  private readonly look: () => Promise<void>

  constructor(locale: () => Locale, look: () => Promise<void>) {
    this.locale = locale
    this.look = look
  }

  private get texts() {
    return textsIn(this.locale()).meetings
  }

  /** Answers why it did not go through. */
  async plan(theme: ThemeId | null, wish: MeetingPlan): Promise<CommandFailure | null> {
    ;[this.said, this.failure] = ['', null]
    const sent = await send<MeetingShown>('/api/meetings/plan', { theme, ...wish })
    if (!sent.ok) return sent.failure
    await this.look()
    this.said = this.texts.planned(sent.value.title)
    this.made += 1
    return null
  }

  /** Answers why it did not go through. */
  async change({ id, title }: MeetingShown, wish: MeetingPlan): Promise<CommandFailure | null> {
    ;[this.said, this.failure] = ['', null]
    const sent = await send('/api/meetings/change', { meeting: id, ...wish })
    if (!sent.ok) return sent.failure
    await this.look()
    this.said = this.texts.changed(wish.title || title)
    return null
  }

  async publish({ id, title }: MeetingShown): Promise<void> {
    if (this.busy) return
    ;[this.busy, this.said, this.failure] = [id, '', null]
    const sent = await send('/api/meetings/publish', { meeting: id })
    if (sent.ok) await this.look()
    this.busy = null
    if (sent.ok) this.said = this.texts.published(title)
    else this.failure = sent.failure
  }

  async ask(what: 'change' | 'cancel', meeting: MeetingShown): Promise<void> {
    ;[this.said, this.failure] = ['', null]
    this.dialogs ??= await import('./planning-dialogs.ts').catch(() => null)
    if (!this.dialogs) return
    this.asked = { what, meeting }
    this.asking.show()
  }

  /** Answers why it did not go through. */
  async cancel({ id, title, state }: MeetingShown, reason: string): Promise<CommandFailure | null> {
    const { wasDropped, wasCancelled } = this.texts
    const sent = await send('/api/meetings/cancel', { meeting: id, reason })
    if (!sent.ok) return sent.failure
    await this.look()
    this.said = state === 'planned' ? wasDropped(title) : wasCancelled(title)
    return null
  }
}
