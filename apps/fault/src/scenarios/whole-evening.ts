import type { HomeAnswer } from '@witboek/contract'
import type { Choices, PollOption } from '@witboek/domain'
import { chanceFrom, type Chance } from '@witboek/testkit'
import { judgeMeeting, judgeRecord } from '../hall/judge-meeting.ts'
import { judgeMinutes } from '../hall/judge-minutes.ts'
import { ThemeGroup } from '../hall/theme-group.ts'
import type { Scenario } from '../scenario.ts'
import { aLargeTown, aSmallTown, type Town } from '../town/town.ts'
import { judge, judgeMemory } from '../verdict.ts'

const perGroup = 28
/** The example brings some itself. */
const moreExperts = perGroup

export const wholeEvening: Scenario = {
  name: 'whole-evening',
  about:
    'Eight theme groups of 28, a third of them at home: agenda, writing, locks, the queue and three polls; the Wi-Fi of half the hall goes, the server is renewed, and in the end nothing is lost and the minutes are right.',
  async run({ kit, chance, long, say }) {
    const town = long ? await aLargeTown(kit, 3, { moreExperts }) : await aSmallTown(kit, { moreExperts })
    const groups: ThemeGroup[] = []
    try {
      const home = (await (await fetch(`${town.addressNear(0)}/api/home`)).json()) as HomeAnswer
      for (const [i, { theme }] of home.themes.entries()) {
        const plan = { slug: theme.slug, theme: theme.id, people: perGroup, writers: long ? perGroup : 6 }
        groups.push(await ThemeGroup.gathers(town, chanceFrom(chance.seed + i), plan))
        say(`${theme.name} has gathered`)
      }
      const all = <Value>(act: (group: ThemeGroup) => Promise<Value>): Promise<Value[]> => Promise.all(groups.map(act))

      await all((group) => group.checkIn())
      say('everybody has checked in')
      await all(async (group) => {
        await group.comesTo(0)
        await Promise.all([group.asksThings(), group.talks(4)])
        const poll = await group.opensPoll({ kind: 'yes_no', question: 'Houden we het zwembad?' })
        await group.votes(poll, yesOrNo)
        await group.publishes(poll)
      })
      say('the first poll is published')
      await all((group) => writesWhileTheWifiGoes(group, long ? 10_000 : 2_000))
      say('half the hall was away for a while, and is back')
      const took = await votesWhileTheServerIsRenewed(town, groups)
      say(`the server was away for ${took} ms`)
      await all((group) => group.book.settles())
      const screens = groups.map(({ book }) => book.screens)
      await all((group) => group.closes())
      const minutes = await all(judgeMinutes)
      const memory = judgeMemory(town)

      for (const server of town.servers) await server.end()
      const checks = await town.reads(async (store) => {
        const judged = await Promise.all(
          groups.map(async (group, i) => [
            ...(await judgeMeeting(group, store)),
            ...(await judge(group.book, store, screens[i])),
          ]),
        )
        return [...judged.flat(), await judgeRecord(store)]
      })
      return { checks: [...checks, ...minutes, memory], measured: [ballotsIn(groups), `server away for ${took} ms`] }
    } finally {
      for (const group of groups) group.ends()
      await town.close()
    }
  },
}

/** Half of those in the hall lose the line while they write and vote; those at home notice nothing. */
async function writesWhileTheWifiGoes(group: ThemeGroup, ms: number): Promise<void> {
  await group.comesTo(1)
  const poll = await group.opensPoll({ kind: 'dots', question: 'Wat eerst?', options, dots: 5 })
  const writes = group.book.writesFor(ms)
  const away = group.inTheRoom.filter((_, i) => i % 2 === 0)
  const votes = group.votes(poll, dots)
  for (const participant of away) participant.dropsOut()
  await group.book.turnsALock(0)
  await writes
  await group.book.turnsALock(0)
  for (const participant of away) participant.comesBack()
  await votes
  await group.publishes(poll)
}

/** The servers are asked to go and started again, one after the other, while everybody casts a secret ballot and writes on. */
async function votesWhileTheServerIsRenewed(town: Town, groups: readonly ThemeGroup[]): Promise<number> {
  const polls = await Promise.all(
    groups.map(async (group) => {
      await group.comesTo(2)
      return group.opensPoll({ kind: 'consent', question: 'Kan dit zo door?', visibility: 'secret' })
    }),
  )
  const votes = groups.map((group, i) => group.votes(polls[i] as (typeof polls)[number], consent, { secret: true }))
  const writes = groups.map((group) => group.book.writesFor(1_500))
  const from = Date.now()
  for (const server of town.servers) {
    await new Promise((resolve) => setTimeout(resolve, 150))
    await server.end()
    await server.start()
  }
  const took = Date.now() - from
  for (const { book } of groups) book.hurry()
  await Promise.all([...votes, ...writes])
  await Promise.all(groups.map((group) => group.book.isBack()))
  await Promise.all(groups.map((group, i) => group.publishes(polls[i] as (typeof polls)[number])))
  return took
}

const options: readonly PollOption[] = ['zwembad', 'bibliotheek', 'sporthal'].map((id) => ({
  id,
  label: `Geld voor ${id}`,
  amount: null,
}))

const yesOrNo = (chance: Chance): Choices => ({ option: chance.pick(['yes', 'no', 'abstain']) })

function dots(chance: Chance): Choices {
  const counts: Record<string, number> = {}
  for (let left = 5; left > 0; left--) {
    const { id } = chance.pick(options)
    counts[id] = (counts[id] ?? 0) + 1
  }
  return { dots: counts }
}

const consent = (chance: Chance): Choices => ({
  answer: chance.pick(['agree', 'stand_aside', 'concern']),
  reason: null,
})

function ballotsIn(groups: readonly ThemeGroup[]): string {
  const times = groups
    .flatMap(({ experts }) => experts.flatMap(({ ballotTimes }) => ballotTimes))
    .sort((one, other) => one - other)
  const p95 = times[Math.floor(times.length * 0.95)] ?? 0
  return `${times.length} ballots said to be counted, p95 ${Math.round(p95)} ms with the lost line and the server that was away`
}
