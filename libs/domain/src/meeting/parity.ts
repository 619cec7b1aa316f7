import type { Instant, PersonId } from '../ids.ts'
import type { Role } from '../people.ts'
import { attendanceModes, modeAt, timeHere, type AttendanceMode } from './attendance.ts'
import type { Proceedings } from './proceedings.ts'

/** `few`: it would tell something about one of fewer than five people, so it is not told (PARITY-2). */
export type ParityCell = number | 'few'

/** What is measured of a group; times in ms. */
export const parityMeasures = ['present', 'speaking', 'turns', 'edits', 'ballots', 'questions'] as const
export type ParityMeasure = (typeof parityMeasures)[number]

export interface ParityGroup {
  /** Who took part from there, for a while at least; whoever was in both places counts in both. */
  readonly people: number
  readonly total: { readonly [M in ParityMeasure]: ParityCell }
  /** For each of these people. */
  readonly each: { readonly [M in ParityMeasure]: ParityCell }
}

/**
 * What people in the hall and at home had of a meeting (PARITY-1): so that nobody is second class, and one can see it. It
 * counts those who take part, and not who leads or advises.
 */
export interface Parity {
  readonly room: ParityGroup
  readonly remote: ParityGroup
  /** By people who had not checked in then, or of whom nobody knows where they were. */
  readonly elsewhere: { readonly edits: ParityCell; readonly ballots: ParityCell }
  /** Of these nobody knows where they come from. */
  readonly unsigned: number
}

/** What is known besides the facts. */
export interface ParityCounts {
  /** Saved changes in the books of the theme between opening and closing. */
  readonly edits: readonly { readonly person: PersonId; readonly at: Instant }[]
  /** One for each poll that is over and each person who voted in it; never what they chose. */
  readonly ballots: readonly { readonly person: PersonId; readonly mode: AttendanceMode | null }[]
}

/** Of fewer people nothing is told but how many they are. */
const fewerThan = 5

/** In which roles people take part; the others lead it or advise. */
const takesPart: readonly Role[] = ['expert', 'guest']

type Where = AttendanceMode | 'elsewhere'

/** Something that somebody did, and from where. */
interface Placed {
  readonly person: PersonId
  readonly where: Where
}

export function parityOf(proceedings: Proceedings, counts: ParityCounts, now: Instant): Parity {
  const { attendance, questions } = proceedings
  const attendees = [...attendance.values()].filter(({ role }) => takesPart.includes(role))
  const others = new Set(
    [...attendance.values()].filter((each) => !attendees.includes(each)).map(({ person }) => person),
  )
  const counted = ({ person }: { readonly person: PersonId }): boolean => !others.has(person)
  const where = (person: PersonId, at: Instant): Where => modeAt(attendance, person, at) ?? 'elsewhere'
  const turns = turnsIn(proceedings, now).filter(counted)
  const edits = counts.edits.filter(counted).map(({ person, at }): Placed => ({ person, where: where(person, at) }))
  const ballots = counts.ballots.map(({ person, mode }): Placed => ({ person, where: mode ?? 'elsewhere' }))
  const signed = questions.flatMap(({ person, at }) => (person === null ? [] : [{ person, at }])).filter(counted)

  const measured = (mode: AttendanceMode) => {
    const own = attendees.filter(({ stays }) => stays.some((stay) => stay.mode === mode))
    const spoken = turns.filter((turn) => turn.mode === mode)
    return {
      people: own.length,
      total: {
        present: sum(own.map((attendee) => timeHere(attendee, now, mode))),
        speaking: sum(spoken.map(({ length }) => length)),
        turns: spoken.filter(({ first }) => first).length,
        edits: edits.filter((edit) => edit.where === mode).length,
        ballots: ballots.filter((ballot) => ballot.where === mode).length,
        questions: signed.filter(({ person, at }) => where(person, at) === mode).length,
      },
    }
  }
  const [room, remote] = attendanceModes.map(measured) as [Measured, Measured]
  const [editsElsewhere, ballotsElsewhere] = [edits, ballots].map(elsewhere) as [Elsewhere, Elsewhere]
  // How many voted in all stands with each poll: with the others told, a small group would be too.
  const ballotsTold = [room, remote, ballotsElsewhere].every(({ people }) => tells(people))
  return {
    room: told(room, ballotsTold),
    remote: told(remote, ballotsTold),
    elsewhere: {
      edits: tells(editsElsewhere.people) ? editsElsewhere.count : 'few',
      // None at all tells nothing of anybody.
      ballots: ballotsTold || ballotsElsewhere.count === 0 ? ballotsElsewhere.count : 'few',
    },
    unsigned: questions.filter(({ person }) => person === null).length,
  }
}

interface Measured {
  readonly people: number
  readonly total: { readonly [M in ParityMeasure]: number }
}

/** Every time somebody had the word, and from where; a turn that was interrupted goes on and is one turn. */
const turnsIn = ({ queue, attendance }: Proceedings, now: Instant) =>
  queue.speakers.flatMap(({ person, spells, mode }) =>
    spells.map(({ from, to }, index) => ({
      person,
      mode: modeAt(attendance, person, from) ?? mode,
      first: index === 0,
      length: (to ?? now) - from,
    })),
  )

interface Elsewhere {
  readonly people: number
  readonly count: number
}

function elsewhere(acts: readonly Placed[]): Elsewhere {
  const own = acts.filter((act) => act.where === 'elsewhere')
  return { people: new Set(own.map(({ person }) => person)).size, count: own.length }
}

/** Nobody is nobody in particular. */
const tells = (people: number): boolean => people === 0 || people >= fewerThan

function told({ people, total }: Measured, ballotsTold: boolean): ParityGroup {
  const cells = (value: (measure: ParityMeasure) => number) =>
    Object.fromEntries(
      parityMeasures.map((measure): [ParityMeasure, ParityCell] => [
        measure,
        tells(people) && (measure !== 'ballots' || ballotsTold) ? value(measure) : 'few',
      ]),
    ) as { [M in ParityMeasure]: ParityCell }
  return {
    people,
    total: cells((measure) => total[measure]),
    each: cells((measure) => (people === 0 ? 0 : total[measure] / people)),
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((before, number) => before + number, 0)
