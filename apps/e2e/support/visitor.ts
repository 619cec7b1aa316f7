import {
  expect,
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test'
import type { House } from './house.ts'
import { Network } from './network.ts'
import { takesSeat, type Asker, type Who } from './seat.ts'

export type { Who } from './seat.ts'

/** Somebody with a browser of their own and a line of their own to the server, in a seat of the example. */
export class Visitor implements Asker {
  readonly page: Page
  readonly context: BrowserContext
  readonly name: string
  readonly network: Network
  /** What the browser's console complained of: a story ends without any. */
  readonly complaints: string[] = []

  constructor(page: Page, name: string, network: Network) {
    this.page = page
    this.context = page.context()
    this.name = name
    this.network = network
    page.on('pageerror', (error) => this.complaints.push(String(error)))
    page.on('console', (message) => {
      // A browser reports every failed request; a lost line is part of some stories.
      if (message.type() === 'error' && !/Failed to load resource|WebSocket connection/.test(message.text()))
        this.complaints.push(message.text())
    })
  }

  static async comes(
    browser: Browser,
    house: House,
    who: Who | null,
    options: BrowserContextOptions = {},
  ): Promise<Visitor> {
    const network = await new Network(house.address).open()
    const context = await browser.newContext({
      baseURL: network.address,
      viewport: { width: 1280, height: 900 },
      ...options,
    })
    const page = await context.newPage()
    if (!who) return new Visitor(page, '', network)
    const name = await takesSeat({ requests: context.request, address: network.address }, who)
    return new Visitor(page, name, network)
  }

  get requests(): APIRequestContext {
    return this.context.request
  }

  get address(): string {
    return this.network.address
  }

  /** The same person in the same browser, with one tab more. */
  async opensAnotherTab(): Promise<Visitor> {
    return new Visitor(await this.context.newPage(), this.name, this.network)
  }

  /** From the next page on. */
  async wantsEnglish(): Promise<void> {
    await this.context.addCookies([{ name: 'language', value: 'en', url: this.network.address }])
  }

  /** What was copied, as one finds out: by pasting it. A page of ours may not read it by itself. */
  async pastes(): Promise<string> {
    const desk = await this.context.newPage()
    await desk.setContent('<textarea autofocus></textarea>')
    await desk.locator('textarea').press('ControlOrMeta+V')
    const pasted = await desk.locator('textarea').inputValue()
    await desk.close()
    return pasted
  }

  async standsUp(): Promise<void> {
    await this.context.request.post('/logout', { headers: { Origin: this.network.address }, maxRedirects: 0 })
  }

  /** Into the tunnel: nothing of this browser gets through any more. Its page is there, with its scripts. */
  async cutsTheLine(): Promise<void> {
    await expect(this.page.locator('#svelte-announcer')).toBeAttached()
    // Cut first: a browser that is told to be offline may not read any more that its lines have ended.
    this.network.cut()
    await this.context.setOffline(true)
  }

  async mendsTheLine(): Promise<void> {
    this.network.mend()
    await this.context.setOffline(false)
  }

  async leaves(): Promise<void> {
    await this.context.close()
    await this.network.close()
  }
}
