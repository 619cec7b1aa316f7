/** A browser as far as signing in goes: it keeps cookies, says where its forms come from, and follows nothing by itself. */
export class Browser {
  readonly cookies = new Map<string, string>()
  private readonly address: string
  private readonly origin: string
  private readonly more: Readonly<Record<string, string>>

  /** `more`: headers of a proxy in front; an `Origin` among them is that of the page it is on. */
  constructor(address: string, { Origin: origin = address, ...more }: Readonly<Record<string, string>> = {}) {
    this.address = address
    this.origin = origin
    this.more = more
  }

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  /** The same cookies at another server of the same site. */
  at(address: string): Browser {
    const there = new Browser(address, { ...this.more, Origin: this.origin })
    for (const [name, value] of this.cookies) there.cookies.set(name, value)
    return there
  }

  goes(path: string): Promise<Seen> {
    return this.asks(path, { headers: { Accept: 'text/html' } })
  }

  /** Sends a form. */
  sends(path: string, form: Readonly<Record<string, string>>, accept = 'text/html'): Promise<Seen> {
    const body = new URLSearchParams(form)
    return this.asks(path, { method: 'POST', body, headers: { Accept: accept, Origin: this.origin } })
  }

  /** Sends a command, as a page with JavaScript does. */
  commands(path: string, body: unknown): Promise<Seen> {
    const headers = { 'Content-Type': 'application/json', Origin: this.origin }
    return this.asks(path, { method: 'POST', body: JSON.stringify(body), headers })
  }

  private async asks(path: string, { headers, ...rest }: RequestInit): Promise<Seen> {
    const response = await fetch(new URL(path, this.address), {
      ...rest,
      redirect: 'manual',
      headers: { ...(headers as Record<string, string>), ...this.more, cookie: this.cookie },
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value) this.cookies.set(name, value)
      else this.cookies.delete(name)
    }
    const { status } = response
    const kind = response.headers.get('content-type') ?? ''
    const text = await response.text()
    const body: unknown = kind.includes('json') ? JSON.parse(text) : text
    return { status, headers: response.headers, body, location: response.headers.get('location') }
  }
}

export interface Seen {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
  /** Where it is sent on to. */
  readonly location: string | null
}
