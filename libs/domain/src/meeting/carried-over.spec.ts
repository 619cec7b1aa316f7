import { describe, expect, it } from 'vitest'
import type { AgendaItemId, Instant, MeetingId } from '../ids.ts'
import { agendaItemsMax } from './agenda-steps.ts'
import { carryOver, deferredItems, goneOnBy, takenUp } from './carried-over.ts'
import type { MeetingState } from './meeting.ts'
import { begin, Evening, minutes, said, sportEvening } from './testing/an-evening.ts'

const id = (name: string) => name as AgendaItemId
const plan = (title: string) => ({ title, goal: 'discuss', minutes: 10, sections: [], polls: [] }) as const

/** The evenings of a group, a week apart. */
class Group {
  readonly evenings: Evening[] = []

  plans(...names: readonly string[]): this {
    for (const name of names) {
      const startsAt = (begin + minutes(this.evenings.length * 7 * 24 * 60)) as Instant
      this.evenings.push(new Evening({ ...sportEvening, id: name as MeetingId, startsAt, state: 'planned' }))
    }
    return this
  }
  at(name: string): Evening {
    return this.evenings.find(({ meeting }) => meeting.id === name) ?? expect.fail(name)
  }
  becomes(name: string, state: MeetingState): this {
    const evening = this.at(name)
    if (state === 'open') evening.happens([...this.carried(name)]).opens()
    evening.meeting = { ...evening.meeting, state }
    return this
  }
  get all() {
    return this.evenings.map(({ meeting, now }) => ({ meeting, proceedings: now }))
  }
  carried(name: string) {
    return carryOver(this.at(name).now, deferredItems(this.all))
  }
  /** The agenda as it is read. */
  agenda(name: string) {
    return goneOnBy(this.at(name).now, this.carried(name)).agenda.map(({ id: item, cameFrom }) => [item, cameFrom])
  }
  defers(name: string, item: string, to: string | null = null): this {
    const evening = this.at(name)
    evening.does('chef', { type: 'agenda:add', item: id(item), plan: plan(item), after: null })
    evening.does('chef', { type: 'agenda:defer', item: id(item), to: to as MeetingId | null })
    return this
  }
}
const three = () => new Group().plans('first', 'second', 'third').becomes('first', 'open')

describe('[EVENING-11] an item that was deferred', () => {
  it('is on the agenda of the next evening that has not begun, and says where it comes from', () => {
    const group = three().defers('first', 'pool')
    expect(group.agenda('second')).toEqual([['pool', 'first']])
    expect(group.agenda('third')).toEqual([])
    expect(group.becomes('second', 'open').agenda('second')).toEqual([['pool', 'first']])
  })

  it('is on that of the evening that the Chef chose, or of the next when that is not held', () => {
    const group = three().defers('first', 'pool', 'third')
    expect([group.agenda('second'), group.agenda('third')]).toEqual([[], [['pool', 'first']]])
    expect(group.becomes('third', 'cancelled').agenda('second')).toEqual([['pool', 'first']])
  })

  it('waits when nothing is planned, and comes on the first agenda that there is', () => {
    const group = new Group().plans('first').becomes('first', 'open').defers('first', 'pool')
    expect(deferredItems(group.all)).toMatchObject([{ item: 'pool', from: 'first', to: null }])
    expect(group.plans('second').agenda('second')).toEqual([['pool', 'first']])
  })

  it('goes from there when that is undone, written down or not', () => {
    const group = three().defers('first', 'pool')
    group.at('second').happens([...group.carried('second')])
    expect(group.carried('second'), 'it is there').toEqual([])
    group.at('first').does('chef', { type: 'agenda:undo', item: id('pool') })
    expect(group.agenda('second')).toEqual([])
    expect(group.defers('first', 'pool').agenda('second'), 'deferred once more').toEqual([['pool', 'first']])
  })

  it('stays off the agenda from which the Chef took it', () => {
    const group = three().defers('first', 'pool')
    const second = group.at('second')
    second.happens([...group.carried('second')]).does('chef', { type: 'agenda:remove', item: id('pool') })
    expect([group.agenda('second'), group.agenda('third')]).toEqual([[], []])
  })

  it('goes on from evening to evening, once', () => {
    const group = three().defers('first', 'pool').becomes('second', 'open')
    group.at('second').does('chef', { type: 'agenda:defer', item: id('pool'), to: null })
    expect(group.agenda('third')).toEqual([['pool', 'second']])
  })

  it('cannot be taken back once that evening has begun', () => {
    const group = three().defers('first', 'pool').defers('first', 'sauna', 'third')
    const undo = (item: string) => {
      const first = group.at('first')
      const acting = { ...first.acting('chef'), takenUp: takenUp(first.meeting.id, group.all) }
      return said(first.asks('chef', { type: 'agenda:undo', item: id(item) }, acting))
    }
    expect(undo('pool')).toEqual(['agenda:undone'])
    group.becomes('second', 'open')
    expect([undo('pool'), undo('sauna')]).toEqual(['item-taken-up', ['agenda:undone']])
  })

  it('[EVENING-2] leaves no more than forty items', () => {
    const group = three()
    for (let number = 0; number < agendaItemsMax; number += 1)
      group.at('second').does('chef', { type: 'agenda:add', item: id(`own ${number}`), plan: plan('x'), after: null })
    expect(group.defers('first', 'pool').carried('second')).toEqual([])
  })
})
