import type { DialogueId, Instant, MeetingId, PersonId, ThemeId } from '../../ids.ts'
import { actorIn, type Actor, type Person, type Seat } from '../../people.ts'
import type { Phase } from '../../phase.ts'
import type { Result } from '../../result.ts'
import type { Acting } from '../acting.ts'
import { decideInMeeting, type MeetingCommand } from '../decide.ts'
import { closing, pausing, resuming } from '../due.ts'
import type { MeetingFact, RecordedMeetingFact } from '../meeting-fact.ts'
import type { Meeting } from '../meeting.ts'
import { noProceedings, proceed, type Proceedings } from '../proceedings.ts'

const sport = 'sport' as ThemeId
export const care = 'care' as ThemeId
/** 19:30 on some evening. */
export const begin = 1_800_000_000_000 as Instant
export const minutes = (count: number): number => count * 60_000

export const sportEvening: Meeting = {
  id: 'evening' as MeetingId,
  dialogue: 'dialogue' as DialogueId,
  theme: sport,
  kind: 'green1',
  title: 'Eerste avond',
  place: 'Buurthuis',
  remoteLink: '',
  startsAt: begin,
  endsAt: (begin + minutes(180)) as Instant,
  state: 'open',
  code: 'CDFHJK',
  roomKey: 'key',
  version: 1,
  cancelReason: '',
}

const somebody = (id: string, ...seats: readonly Seat[]): Person => ({
  id: id as PersonId,
  name: id,
  background: '',
  seats,
})
const guest = { meeting: sportEvening.id, writes: false }

/** Those who come: five experts and a guest, their Chef, and others with something to say. */
export const people: readonly Person[] = [
  ...['ann', 'bea', 'cas', 'dirk', 'els'].map((id) => somebody(id, { role: 'expert', theme: sport })),
  somebody('gast', { role: 'guest', theme: sport, guest }),
  somebody('chef', { role: 'chef', theme: sport }),
  somebody('otherChef', { role: 'chef', theme: care }),
  somebody('stranger', { role: 'expert', theme: care }),
  somebody('official', { role: 'civilServant', theme: null }),
  somebody('lead', { role: 'lead', theme: null }),
  somebody('auditor', { role: 'auditor', theme: null }),
]

export const actor = (id: string): Actor => {
  const found = people.find((person) => person.id === id)
  const acting = found && actorIn(found, 0)
  if (!acting) throw new RangeError(`nobody is called ${id}`)
  return acting
}

/** A meeting that goes its way by commands and by the clock, with all its facts in a row. */
export class Evening {
  readonly log: RecordedMeetingFact[] = []
  now: Proceedings
  /** The time on the wall. */
  at: Instant = begin
  meeting: Meeting
  phase: Phase = 'green'

  constructor(meeting: Meeting = sportEvening) {
    this.meeting = meeting
    this.now = noProceedings(meeting.id)
  }

  /** So many minutes go by. */
  wait(count: number): this {
    this.at = (this.at + minutes(count)) as Instant
    return this
  }

  acting(id: string): Acting {
    const { meeting, phase, at: now } = this
    return { meeting, phase, actor: actor(id), now, people, roomCodes: ['ZAAL12'] }
  }

  /** What the rules say, and nothing comes of it. */
  asks(id: string, command: MeetingCommand, acting = this.acting(id)): Result<readonly MeetingFact[]> {
    return decideInMeeting(this.now, command, acting)
  }

  /** Somebody does something, and it happens when the rules say yes. */
  does(id: string, command: MeetingCommand): Result<readonly MeetingFact[]> {
    const decided = this.asks(id, command)
    if (decided.ok) this.happens(decided.value, id)
    return decided
  }

  happens(facts: readonly MeetingFact[], by: string | null = null): this {
    for (const fact of facts) {
      const recorded = { seq: this.log.length + 1, at: this.at, by: by as PersonId | null, role: null, fact }
      this.log.push(recorded)
      this.now = proceed(this.now, recorded)
    }
    return this
  }

  opens(): this {
    return this.happens([{ type: 'meeting:opened' }], 'chef')
  }

  pauses(): this {
    return this.happens(pausing(this.now), 'chef')
  }

  resumes(): this {
    return this.happens(resuming(this.now), 'chef')
  }

  closes(): this {
    return this.happens(closing(this.now), 'chef')
  }

  /** Somebody checks in, in the hall with the code on the wall. */
  comes(id: string, mode: 'room' | 'remote' = 'room'): this {
    const came = this.does(id, { type: 'attendance:check-in', mode, roomCode: mode === 'room' ? 'zaal 12' : '' })
    if (!came.ok) throw new Error(`${id} does not come in: ${came.refusal.code}`)
    return this
  }
}

/** What was refused, or the kinds of facts that came of it. */
export const said = (result: Result<readonly MeetingFact[]>): string | readonly string[] =>
  result.ok ? result.value.map(({ type }) => type) : result.refusal.code
