import type { MeetingShown } from '@witboek/contract'
import type { MeetingId, MeetingPlan, ThemeId } from '@witboek/domain'
import { textsIn, type Locale } from '@witboek/i18n'
import type { CommandFailure } from '#lib/books/command-failure.ts'
import { send } from '#lib/send.ts'
import type * as Dialogs from './planning-dialogs.ts'

/** What somebody does about the meetings in a list, and what came of it. */
export class Planning {
  /** The meeting that something is being done about. */
  busy: MeetingId | null = $state(null)
  failure: CommandFailure | null = $state.raw(null)
  said = $state('')
  /** The one that is asked about: shall it be cancelled? */
  cancelling: MeetingShown | null = $state.raw(null)
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
    await this.does(id, 'publish', {}, this.texts.published(title))
  }

  async askToCancel(meeting: MeetingShown): Promise<void> {
    ;[this.said, this.failure] = ['', null]
    this.dialogs ??= await import('./planning-dialogs.ts').catch(() => null)
    this.cancelling = this.dialogs && meeting
  }

  async cancel({ id, title, state }: MeetingShown, reason: string): Promise<void> {
    const { wasDropped, wasCancelled } = this.texts
    const words = state === 'planned' ? wasDropped(title) : wasCancelled(title)
    if (await this.does(id, 'cancel', { reason }, words)) this.cancelling = null
  }

  private async does(meeting: MeetingId, command: string, more: object, words: string): Promise<boolean> {
    if (this.busy) return false
    ;[this.busy, this.said, this.failure] = [meeting, '', null]
    const sent = await send(`/api/meetings/${command}`, { meeting, ...more })
    if (sent.ok) await this.look()
    this.busy = null
    if (sent.ok) this.said = words
    else this.failure = sent.failure
    return sent.ok
  }
}
