import { describe, expect, it } from 'vitest'
import type { PersonId, SpeakerId } from '../ids.ts'
import type { AttendanceMode } from './attendance.ts'
import type { QueueCommand } from './queue-steps.ts'
import { speakerNow, type SpeakerKind } from './speaker-queue.ts'
import { speakingOrder } from './speaking-order.ts'
import { timeSpent } from './spell.ts'
import { sameTapMs } from './same-tap.ts'
import { Evening, minutes, said } from './testing/an-evening.ts'

const id = (name: string) => name as SpeakerId
const raise = (name: string, kind: SpeakerKind = 'normal', person: string | null = null): QueueCommand => ({
  type: 'speaker:raise',
  speaker: id(name),
  kind,
  note: '',
  person: person as PersonId | null,
})
const call = (name: string | null): QueueCommand => ({ type: 'speaker:call', speaker: name === null ? null : id(name) })
const move = (name: string, before: string | null, reason = 'Moet om negen uur weg'): QueueCommand => ({
  type: 'speaker:move',
  speaker: id(name),
  before: before === null ? null : id(before),
  reason,
})

/** Everybody is in the hall but those named, who are at home. */
const evening = (...atHome: readonly string[]) => {
  const all = new Evening().opens()
  for (const name of ['ann', 'bea', 'cas', 'dirk', 'els', 'gast'])
    all.comes(name, (atHome.includes(name) ? 'remote' : 'room') satisfies AttendanceMode)
  return all
}
/** Those who want the word, one after the other: a name, or a name and what for. */
const raised = (all: Evening, ...wishes: readonly (string | readonly [string, SpeakerKind])[]) => {
  for (const wish of wishes) {
    const [name, kind] = typeof wish === 'string' ? [wish, 'normal' as const] : wish
    all.wait(1).does(name, raise(name, kind))
  }
  return all
}
const order = ({ now }: Evening) => speakingOrder(now.queue).map((speaker) => speaker.id)
const hasWord = ({ now }: Evening) => speakerNow(now.queue)?.id ?? null

describe('[QUEUE-1] at most one has the word', () => {
  it('and gives it up when the next is called', () => {
    const all = raised(evening(), 'ann', 'bea')
    expect(hasWord(all)).toBeNull()
    all.does('chef', call(null))
    expect(hasWord(all)).toBe('ann')
    all.wait(2).does('chef', call(null))
    expect(hasWord(all)).toBe('bea')
    expect(all.now.queue.speakers[0]).toMatchObject({ state: 'done' })
    expect(timeSpent(all.now.queue.speakers[0] ?? { spells: [] }, all.at)).toBe(minutes(2))
  })

  it('also while it is held', () => {
    const all = raised(evening(), 'ann', 'bea')
    all.does('chef', call(null))
    all.wait(1).does('chef', { type: 'speaker:pause' })
    expect(hasWord(all)).toBe('ann')
    all.wait(5).does('chef', { type: 'speaker:resume' })
    all.wait(1).does('chef', { type: 'speaker:end' })
    expect(hasWord(all)).toBeNull()
    expect(timeSpent(all.now.queue.speakers[0] ?? { spells: [] }, all.at)).toBe(minutes(2))
  })

  it('and nobody in a break', () => {
    const all = raised(evening(), 'ann').pauses()
    expect(said(all.asks('chef', call(null)))).toBe('meeting-not-running')
    expect(said(all.asks('chef', { type: 'speaker:resume' }))).toBe('meeting-not-running')
    expect(said(all.asks('bea', raise('bea'))), 'but hands go up').toEqual(['speaker:raised'])
  })
})

describe('[QUEUE-2] the order in which people get the word', () => {
  it.each<[string, readonly string[], readonly (string | readonly [string, SpeakerKind])[], readonly string[]]>([
    ['who asked first', [], ['bea', 'ann', 'cas'], ['bea', 'ann', 'cas']],
    ['a reply before', [], ['ann', 'bea', ['cas', 'reply']], ['cas', 'ann', 'bea']],
    ['a point of order before that', [], ['ann', ['cas', 'reply'], ['bea', 'order']], ['bea', 'cas', 'ann']],
    [
      'hall and home in turn',
      ['dirk', 'els'],
      ['ann', 'bea', 'cas', 'dirk', 'els'],
      ['ann', 'dirk', 'bea', 'els', 'cas'],
    ],
    ['home first when it asked first', ['dirk'], ['dirk', 'ann', 'bea'], ['dirk', 'ann', 'bea']],
    ['in turn over the kinds', ['dirk'], ['ann', 'dirk', ['bea', 'order']], ['bea', 'dirk', 'ann']],
  ])('%s', (_, atHome, wishes, expected) => {
    expect(order(raised(evening(...atHome), ...wishes))).toEqual(expected)
  })

  it('those who have not spoken tonight go before those who have', () => {
    const all = raised(evening(), 'ann')
    all.does('chef', call(null))
    all.wait(1).does('chef', { type: 'speaker:end' })
    all.does('ann', raise('ann again'))
    raised(all, 'bea')
    expect(order(all)).toEqual(['bea', 'ann again'])
  })

  it('whoever goes home while they wait waits there, and so when the Chef says where they are', () => {
    const all = raised(evening('dirk'), 'ann', 'bea', 'cas', 'dirk')
    expect(order(all)).toEqual(['ann', 'dirk', 'bea', 'cas'])
    all.wait(1).comes('bea', 'remote')
    expect(order(all), 'bea asked before dirk').toEqual(['ann', 'bea', 'cas', 'dirk'])
    all.does('chef', { type: 'attendance:correct', person: 'dirk' as PersonId, mode: 'room' })
    expect(order(all)).toEqual(['ann', 'bea', 'cas', 'dirk'])
    expect(speakingOrder(all.now.queue).map(({ mode }) => mode)).toEqual(['room', 'remote', 'room', 'room'])
    all.does('chef', call(null))
    all.wait(1).comes('ann', 'remote')
    expect(order(all), 'ann spoke in the hall').toEqual(['bea', 'cas', 'dirk'])
  })

  it('home is next when the last one spoke in the hall', () => {
    const all = raised(evening('dirk', 'els'), 'ann', 'bea', 'dirk')
    all.does('chef', call(null))
    expect(order(all)).toEqual(['dirk', 'bea'])
  })
})

describe('[QUEUE-3] asking for the word', () => {
  it.each<[string, (all: Evening) => Evening, string, QueueCommand, string | readonly string[]]>([
    ['once', (all) => all, 'ann', raise('a'), ['speaker:raised']],
    ['twice', (all) => raised(all, 'ann'), 'ann', raise('ann'), []],
    ['on two phones', (all) => raised(all, 'ann'), 'ann', raise('other'), []],
    [
      'for something more urgent',
      (all) => raised(all, 'ann'),
      'ann',
      raise('o', 'order'),
      ['speaker:lowered', 'speaker:raised'],
    ],
    [
      'while away',
      (all) => all.happens([{ type: 'attendance:away', person: 'ann' as PersonId }]),
      'ann',
      raise('a'),
      ['speaker:raised'],
    ],
    ['without being here', (all) => all, 'chef', raise('c'), 'not-checked-in'],
    ['when the queue is closed', (all) => all.happens([{ type: 'queue:closed' }]), 'ann', raise('a'), 'queue-closed'],
    ['for somebody by the Chef', (all) => all, 'chef', raise('a', 'normal', 'ann'), ['speaker:raised']],
    [
      'for somebody by the Chef, when it is closed',
      (all) => all.happens([{ type: 'queue:closed' }]),
      'chef',
      raise('a', 'normal', 'ann'),
      ['speaker:raised'],
    ],
    ['for somebody by somebody else', (all) => all, 'bea', raise('a', 'normal', 'ann'), 'not-for-your-role'],
    [
      'by one with too much to say',
      (all) => all,
      'ann',
      { ...raise('a'), note: 'a'.repeat(81) } as QueueCommand,
      'text-too-long',
    ],
    ['no more', (all) => raised(all, 'ann'), 'ann', { type: 'speaker:lower', speaker: id('ann') }, ['speaker:lowered']],
    [
      'no more, by the Chef',
      (all) => raised(all, 'ann'),
      'chef',
      { type: 'speaker:lower', speaker: id('ann') },
      ['speaker:lowered'],
    ],
    [
      'no more, by somebody else',
      (all) => raised(all, 'ann'),
      'bea',
      { type: 'speaker:lower', speaker: id('ann') },
      'speaker-not-found',
    ],
  ])('%s', (_, before, who, command, expected) => {
    expect(said(before(evening()).asks(who, command))).toEqual(expected)
  })

  it('takes no second place: lowered twice is once, and a wish that was taken back does not come again', () => {
    const all = raised(evening(), 'ann')
    all.does('ann', { type: 'speaker:lower', speaker: id('ann') })
    expect(said(all.asks('ann', { type: 'speaker:lower', speaker: id('ann') }))).toEqual([])
    expect(said(all.asks('ann', raise('ann')))).toEqual([])
    expect(order(all)).toEqual([])
  })
})

describe('[QUEUE-4] the Chef gives the word', () => {
  it('to whoever is next, and to somebody else only after a reason that everybody can read', () => {
    const all = raised(evening(), 'ann', 'bea', 'cas')
    expect(said(all.asks('chef', call('cas')))).toBe('reason-needed')
    expect(said(all.asks('chef', move('cas', null, ' \u200B ')))).toBe('reason-needed')
    expect(said(all.does('chef', move('cas', null)))).toEqual(['speaker:moved'])
    expect(order(all)).toEqual(['cas', 'ann', 'bea'])
    expect(speakingOrder(all.now.queue)[0]?.moved?.reason).toBe('Moet om negen uur weg')
    expect(said(all.does('chef', call('cas')))).toEqual(['speaker:called'])
  })

  it('to one person with one tap, though it trembles or comes again', () => {
    const all = raised(evening(), 'ann', 'bea')
    all.does('chef', call(null))
    expect(said(all.asks('chef', call(null)))).toEqual([])
    expect(said(all.asks('chef', call('ann')))).toEqual([])
    all.at = (all.at + sameTapMs) as typeof all.at
    expect(said(all.asks('chef', call(null)))).toEqual(['speaker:called'])
  })

  it.each<[string, QueueCommand, string | readonly string[]]>([
    ['somebody who does not wait', call('els'), 'speaker-not-found'],
    ['moves somebody who does not wait', move('els', null), 'speaker-not-found'],
    ['moves before somebody who does not wait', move('ann', 'els'), 'speaker-not-found'],
    ['moves before oneself', move('ann', 'ann'), 'speaker-not-found'],
    ['moves to where they stand', move('ann', 'bea'), []],
    ['moves to the front who is there', move('ann', null), []],
    ['moves with a speech for a reason', move('cas', 'ann', 'a'.repeat(161)), 'text-too-long'],
    ['holds nobody', { type: 'speaker:pause' }, []],
    ['goes on with nobody', { type: 'speaker:resume' }, []],
    ['ends nobody', { type: 'speaker:end' }, []],
  ])('%s → %j', (_, command, expected) => {
    expect(said(raised(evening(), 'ann', 'bea', 'cas').asks('chef', command))).toEqual(expected)
  })

  it('when nobody waits, to nobody', () => {
    expect(said(evening().asks('chef', call(null)))).toBe('nobody-waits')
  })

  it('moves somebody before another, who still comes right behind them', () => {
    const all = raised(evening(), 'ann', 'bea', 'cas', 'dirk')
    all.does('chef', move('dirk', 'bea'))
    expect(order(all)).toEqual(['ann', 'dirk', 'bea', 'cas'])
    all.does('els', raise('els', 'order'))
    expect(order(all)).toEqual(['els', 'ann', 'dirk', 'bea', 'cas'])
  })

  it('the last move is right, also of two in one moment', () => {
    const all = raised(evening(), 'ann', 'bea', 'cas')
    all.does('chef', move('cas', 'ann'))
    all.does('chef', move('bea', 'cas'))
    expect(order(all)).toEqual(['bea', 'cas', 'ann'])
    all.does('chef', move('ann', 'cas'))
    expect(order(all)).toEqual(['bea', 'ann', 'cas'])
    expect(said(all.asks('chef', move('ann', 'cas'))), 'twice').toEqual([])
  })

  it('nobody is first because the one they were put before lowered a hand', () => {
    const all = raised(evening(), 'ann', 'bea', 'cas', 'dirk')
    all.does('chef', move('dirk', 'cas'))
    all.does('cas', { type: 'speaker:lower', speaker: id('cas') })
    expect(order(all)).toEqual(['ann', 'bea', 'dirk'])
  })

  it('whoever has the word ends it too, twice is once; and nobody ends the word of another', () => {
    const all = raised(evening(), 'ann', 'bea')
    all.does('chef', call(null))
    expect(said(all.asks('bea', { type: 'speaker:end' }))).toBe('not-for-your-role')
    expect(said(all.does('ann', { type: 'speaker:end' }))).toEqual(['speaker:ended'])
    expect(said(all.asks('ann', { type: 'speaker:end' }))).toEqual([])
    all.wait(1).does('chef', call(null))
    expect(said(all.asks('ann', { type: 'speaker:end' })), 'and it came again').toEqual([])
    expect(hasWord(all)).toBe('bea')
  })

  it('and nobody else does', () => {
    for (const command of [call(null), move('ann', null), { type: 'queue:close' }] satisfies QueueCommand[])
      expect(said(raised(evening(), 'ann').asks('bea', command))).toBe('not-for-your-role')
  })
})

describe('[QUEUE-5] the queue', () => {
  it.each<[number | null, string | readonly string[]]>([
    [120, ['queue:limited']],
    [null, []],
    [14, 'seconds-out-of-range'],
    [15, ['queue:limited']],
    [1_800, ['queue:limited']],
    [1_801, 'seconds-out-of-range'],
    [20.5, 'seconds-out-of-range'],
  ])('limits a speech to %j s → %j', (seconds, expected) => {
    expect(said(evening().asks('chef', { type: 'queue:limit', seconds }))).toEqual(expected)
  })

  it('closes and opens, and those who wait keep their place', () => {
    const all = raised(evening(), 'ann')
    expect(said(all.does('chef', { type: 'queue:close' }))).toEqual(['queue:closed'])
    expect(said(all.asks('chef', { type: 'queue:close' }))).toEqual([])
    expect(order(all)).toEqual(['ann'])
    expect(said(all.does('chef', { type: 'queue:open' }))).toEqual(['queue:opened'])
    expect(said(all.asks('chef', { type: 'queue:open' }))).toEqual([])
  })

  it('ends with the meeting: whoever speaks has spoken, whoever waits waits no longer', () => {
    const all = raised(evening(), 'ann', 'bea')
    all.does('chef', call(null))
    all.wait(3).closes()
    expect(all.now.queue.speakers.map(({ state }) => state)).toEqual(['done', 'withdrawn'])
    expect(all.now.queue.closed).toBe(true)
  })
})
