import type { Chance } from '@witboek/testkit'
import type { Gauge } from './gauge.ts'
import { Pen } from './pen.ts'
import type { Person } from './person.ts'
import type { Activity } from './plans.ts'
import type { Schedule } from './schedule.ts'
import type { SectionCopies } from './section-copies.ts'

interface Hands {
  readonly gauge: Gauge
  readonly copies: SectionCopies
  readonly pens: Map<number, Pen>
  readonly schedule: Schedule
  readonly chance: Chance
}

/** What people are doing: typing, pointing, pasting, until they are told to stop. */
export class Activities {
  private readonly hands: Hands
  private stops: (() => void)[] = []

  constructor(hands: Hands) {
    this.hands = hands
  }

  /** Everyone starts somewhere in the first interval, so that a hall does not type in step. */
  begin(activity: Activity, people: readonly Person[]): void {
    for (const person of people) {
      const pen = this.penOf(person)
      if (activity.whenAcknowledged) this.writeOnAndOn(person, pen)
      else if (activity.lettersPerSecond > 0)
        this.repeat(activity.lettersPerSecond, this.writing(activity, person, pen))
      if (activity.carets !== 'per letter' && activity.carets > 0)
        this.repeat(activity.carets, (now) => {
          if (!person.here) return
          person.points(pen.caret(now))
          this.hands.gauge.moved()
        })
    }
  }

  end(): void {
    for (const stop of this.stops.splice(0)) stop()
    this.hands.schedule.stop()
  }

  private repeat(perSecond: number, act: (now: number) => void): void {
    const every = 1000 / perSecond
    this.stops.push(this.hands.schedule.repeat(every, this.hands.chance.next() * every, act))
  }

  private writing({ carets, paste }: Activity, person: Person, pen: Pen): (now: number) => void {
    const { gauge } = this.hands
    let pasted = false
    return (now) => {
      if (!person.here) return
      this.begins(person, pen)
      if (paste !== undefined) {
        person.writes(pasted ? pen.takeOut(paste) : pen.text('x'.repeat(paste), now), now, null)
        pasted = !pasted
        return
      }
      gauge.typed()
      if (carets === 'per letter') gauge.moved()
      person.writes(pen.letter(now), now, carets === 'per letter' ? pen.caret(now) : null)
    }
  }

  private writeOnAndOn(person: Person, pen: Pen): void {
    const { gauge } = this.hands
    const next = () => {
      const now = performance.now()
      gauge.typed()
      person.writes(pen.letter(now), now, null)
    }
    person.onAcknowledged = next
    this.stops.push(() => (person.onAcknowledged = null))
    this.begins(person, pen)
    next()
  }

  private penOf(person: Person): Pen {
    if (person.pen) return person.pen
    const pen = new Pen(this.hands.chance)
    person.pen = pen
    this.hands.pens.set(pen.client, pen)
    return pen
  }

  private begins(person: Person, pen: Pen): void {
    if (pen.began) return
    person.writes(pen.begin(this.hands.copies.lastIn(person.plan.room, person.own)), 0, null)
  }
}
