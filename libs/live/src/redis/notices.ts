import type { Notice, Notices } from '../ports.ts'
import type { Link } from './link.ts'

/** What is sent: a notice, or that somebody could not send one for a while. */
type Sent = Notice | { readonly type: 'missed' }

/** Notices pass and are kept nowhere: whoever was away, and whoever hears that somebody else was, looks into the store. */
export class RedisNotices implements Notices {
  private readonly link: Link
  private readonly noticeListeners: ((notice: Notice) => void)[] = []
  private readonly returnListeners: (() => void)[] = []
  /** Something could not be sent. */
  private owing = false

  constructor(link: Link) {
    this.link = link
    link.channels.on(link.names.channels.notices, (message) => this.came(JSON.parse(message.toString()) as Sent))
    link.onReturn(() => {
      if (this.owing) void this.pass({ type: 'missed' })
      this.returned()
    })
  }

  send(notice: Notice): Promise<void> {
    return this.pass(notice)
  }

  onNotice(listener: (notice: Notice) => void): void {
    this.noticeListeners.push(listener)
  }

  onReturn(listener: () => void): void {
    this.returnListeners.push(listener)
  }

  private async pass(sent: Sent): Promise<void> {
    const { client, channels, names } = this.link
    const said = client
      ? await channels.say(client, names.channels.notices, Buffer.from(JSON.stringify(sent))).catch(() => null)
      : null
    if (said === null) this.owing = true
    else if (sent.type === 'missed') this.owing = false
  }

  private came(sent: Sent): void {
    if (sent.type === 'missed') return this.returned()
    for (const listener of this.noticeListeners) listener(sent)
  }

  private returned(): void {
    for (const listener of this.returnListeners) listener()
  }
}
