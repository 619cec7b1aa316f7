import { syncFrame } from '@witboek/book'
import { caretClocks } from './caret-clocks.ts'
import { ClientSocket } from './client-socket.ts'
import type { Gauge } from './gauge.ts'
import { lettersIn } from './letters-in.ts'
import { asCarets, asUpdate, type Pen } from './pen.ts'
import type { PersonPlan } from './plans.ts'
import type { SectionCopies } from './section-copies.ts'
import { SectionSeen } from './section-seen.ts'
import { nothingHeard, type Wire } from './wire.ts'
import { wires } from './wires.ts'

interface PersonHands {
  readonly gauge: Gauge
  readonly copies: SectionCopies
  /** Whose a client id is, of those in this generator. */
  readonly pens: ReadonlyMap<number, Pen>
  readonly changed: () => void
}

/** Of a message longer than this only the beginning is looked at, unless somebody keeps it. */
const lookedAt = 128 * 1024
const nothing = Uint8Array.from([0, 0])
const heard = nothingHeard()

/** Somebody with a page open: says and answers on the line what a page does, and holds no document. */
export class Person {
  readonly plan: PersonPlan
  pen: Pen | null = null
  /** When the line was asked for, and when everything was there; `null`: not yet. */
  cameAt = 0
  firstHeardAt: number | null = null
  inSyncAt: number | null = null
  /** The line is gone, and that was not asked for. */
  lost = false
  /** Called with the acknowledgement of an own letter. */
  onAcknowledged: (() => void) | null = null
  private readonly hands: PersonHands
  private readonly wire: Wire
  private socket: ClientSocket | null = null
  private sections: SectionSeen[] = []
  private comesBack = false
  /** Keeps what there is in the room at first, for all who need to know it. */
  private keeper = false
  private bytesBefore = { in: 0, out: 0 }

  constructor(plan: PersonPlan, hands: PersonHands) {
    this.plan = plan
    this.hands = hands
    this.wire = wires[plan.wire]
  }

  get bytes(): { readonly in: number; readonly out: number } {
    const { in: came, out } = this.bytesBefore
    return { in: came + (this.socket?.bytesIn ?? 0), out: out + (this.socket?.bytesOut ?? 0) }
  }

  /** Messages with edits that no acknowledgement has come for; 0 where none ever comes. */
  get unacknowledged(): number {
    if (this.wire.acknowledges === 'none') return 0
    return this.sections.reduce((sum, { sent, acknowledged }) => sum + sent - acknowledged, 0)
  }

  /** What was kept of a section, if this is a witness. */
  kept(section: number): readonly Uint8Array[] {
    return this.sections[section]?.kept ?? []
  }

  /** Has a line, and everything on it. */
  get here(): boolean {
    return this.socket !== null && this.inSyncAt !== null
  }

  get sectionCount(): number {
    return this.sections.length
  }

  comes(): void {
    this.cameAt = performance.now()
    this.firstHeardAt = this.inSyncAt = null
    this.lost = false
    const { server, room, cookie, witness } = this.plan
    if (!this.comesBack) this.keeper = this.hands.copies.wantsKeeper(room)
    const keep = witness || this.keeper ? Infinity : lookedAt
    const socket: ClientSocket = new ClientSocket(this.wire.address(server, room), cookie, keep, {
      opened: () => this.opened(),
      received: (bytes, start, end, length) => {
        if (this.socket === socket) this.received(bytes, start, end, length)
      },
      closed: (code) => {
        if (this.socket === socket) this.gone(code)
      },
    })
    this.socket = socket
  }

  /** The line falls away, and is asked for again with what is known already. */
  comesAgain(): void {
    this.leaves()
    this.comesBack = true
    this.comes()
  }

  leaves(): void {
    const { socket } = this
    if (!socket) return
    this.bytesBefore = this.bytes
    this.socket = null
    this.sections = []
    socket.drop()
  }

  stopsReading(): void {
    this.socket?.pause()
  }

  readsOn(): void {
    this.socket?.resume()
  }

  /** The section that this person writes in. */
  get own(): number {
    return this.plan.section % Math.max(1, this.sections.length)
  }

  /** Sends an edit, made now, and the caret with it. */
  writes(update: Uint8Array, now: number, caret: Uint8Array | null): void {
    const { own, wire, plan } = this
    const section = this.sections[own]
    if (!this.socket || !section) return
    section.wrote(now)
    section.kept?.push(update)
    const edit = wire.wrap(plan.room, own, asUpdate(update))
    if (caret) this.socket.send(edit, wire.wrap(plan.room, own, asCarets(caret)))
    else this.socket.send(edit)
  }

  points(caret: Uint8Array): void {
    this.socket?.send(this.wire.wrap(this.plan.room, this.own, asCarets(caret)))
  }

  private say(section: number, ...messages: readonly Uint8Array[]): void {
    this.socket?.send(...messages.map((message) => this.wire.wrap(this.plan.room, section, message)))
  }

  private opened(): void {
    const greeting = this.wire.greeting(this.plan.room)
    if (greeting.length > 0) this.socket?.send(...greeting)
    if (!this.wire.welcomes) this.opensSections(1)
  }

  private opensSections(count: number): void {
    this.sections = Array.from({ length: count }, () => new SectionSeen(this.plan.witness))
    for (const [i, section] of this.sections.entries()) {
      if (this.wire.syncs) this.say(i, syncFrame('step1', this.known(i)?.stateVector ?? Uint8Array.from([0])))
      else section.synced = true
    }
    this.checkSync()
  }

  private known(section: number): ReturnType<SectionCopies['knownOf']> {
    return this.comesBack ? this.hands.copies.knownOf(this.plan.room, section) : null
  }

  private received(bytes: Buffer, start: number, end: number, length: number): void {
    const { gauge } = this.hands
    gauge.messages += 1
    this.firstHeardAt ??= performance.now()
    this.wire.read(bytes, start, end, heard)
    const { kind } = heard
    if (kind === 'welcome') return this.opensSections(heard.count)
    const section = this.sections[heard.section]
    if (!section || kind === 'other') return
    const whole = end - start === length
    switch (kind) {
      case 'step1':
        section.wrote(0)
        return this.say(heard.section, syncFrame('step2', this.known(heard.section)?.deletions ?? nothing))
      case 'step2':
        return this.synced(section, heard.section, whole ? bytes.subarray(heard.start, heard.end) : null)
      case 'update':
        if (section.kept) section.kept.push(Uint8Array.from(bytes.subarray(heard.start, heard.end)))
        if (whole && gauge.reads()) this.sees(bytes, heard.start, heard.end)
        return
      case 'carets':
        if (whole && gauge.reads()) this.seesCarets(bytes, heard.start, heard.end)
        return
      case 'acknowledged':
        return this.acknowledged(section, this.wire.acknowledges === 'each' ? section.acknowledged + 1 : heard.count)
      case 'setAside':
        gauge.setAside += 1
        return
    }
  }

  private synced(section: SectionSeen, number: number, state: Uint8Array | null): void {
    const { room } = this.plan
    if (state && this.keeper && !this.comesBack) this.hands.copies.put(room, number, Uint8Array.from(state))
    if (state && section.kept) section.kept.push(Uint8Array.from(state))
    section.synced = true
    this.checkSync()
  }

  private checkSync(): void {
    if (this.inSyncAt !== null || !this.sections.every(({ synced }) => synced)) return
    this.inSyncAt = performance.now()
    this.hands.changed()
  }

  private sees(bytes: Uint8Array, start: number, end: number): void {
    const now = performance.now()
    const { gauge, pens } = this.hands
    lettersIn(bytes, start, end, (client, clock, length) => {
      const pen = pens.get(client)
      if (!pen || pen === this.pen) return
      for (let i = 0; i < length; i++) {
        const at = pen.typedWhen(clock + i)
        if (at !== undefined && gauge.counts(at)) gauge.seen.add(now - at)
      }
    })
  }

  private seesCarets(bytes: Uint8Array, start: number, end: number): void {
    const now = performance.now()
    const { gauge, pens } = this.hands
    caretClocks(bytes, start, end, (client, clock) => {
      const pen = pens.get(client)
      const at = pen === this.pen ? undefined : pen?.movedWhen(clock)
      if (at !== undefined && gauge.counts(at)) gauge.carets.add(now - at)
    })
  }

  private acknowledged(section: SectionSeen, upTo: number): void {
    const now = performance.now()
    const { gauge } = this.hands
    let letters = 0
    for (let number = section.acknowledged + 1; number <= upTo; number++) {
      const at = section.sentWhen(number)
      if (!at) continue
      letters += 1
      if (gauge.counts(at)) gauge.acknowledged.add(now - at)
    }
    section.acknowledged = Math.max(section.acknowledged, upTo)
    if (letters > 0) this.onAcknowledged?.()
  }

  private gone(code: number): void {
    const { lost } = this.hands.gauge
    lost.set(code, (lost.get(code) ?? 0) + 1)
    this.bytesBefore = this.bytes
    this.socket = null
    this.lost = true
    if (this.keeper && this.inSyncAt === null) this.hands.copies.keeperLost(this.plan.room)
    this.hands.changed()
  }
}
