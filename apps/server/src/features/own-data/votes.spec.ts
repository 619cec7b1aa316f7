import { options } from '@witboek/testkit'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPoll, must } from '../../testing/a-poll.ts'
import { aServer, type TestServer } from '../../testing/a-server.ts'
import { anEvening, browserOf, type Evening } from '../../testing/an-evening.ts'
import { inSeat } from '../../testing/the-example.ts'
import type { Browser } from '../../testing/a-browser.ts'

let server: TestServer
let evening: Evening
let experts: readonly Browser[]
beforeAll(async () => {
  server = await aServer()
  evening = await anEvening(server)
  experts = await Promise.all([0, 1, 2, 3, 4].map((nth) => browserOf(server, inSeat('expert', { nth }))))
})
afterAll(() => server.close())

const data = async (browser: Browser | undefined) =>
  ((await browser?.goes('/api/account/data.json?language=nl'))?.body as { votes: readonly object[] }).votes

describe('[PRIVACY-2] what somebody voted', () => {
  it('is theirs: every version in polls that are not secret, and of a secret one that they took part', async () => {
    const [one, other] = experts
    if (!one || !other) throw new Error('nobody votes')
    const ranked = await aPoll(evening, { question: 'Wat eerst?', kind: 'rank', options: options('a', 'b', 'c') })
    must(await ranked.casts(one, { ranking: ['b'] }))
    must(await ranked.casts(one, { ranking: ['c', 'a'] }))
    must(await ranked.casts(other, { ranking: ['a', 'b'] }))
    const consent = await aPoll(evening, { question: 'Akkoord?', kind: 'consent' })
    must(await consent.casts(one, { answer: 'concern', reason: 'Mijn zorg' }))
    const hands = { block: randomUUID(), counts: { agree: 1 }, voters: [inSeat('expert', { nth: 1 })] }
    await evening.findsInRoom(hands.voters)
    must(await consent.does('hands:enter', hands))
    const secret = await aPoll(evening, { question: 'In het geheim?', visibility: 'secret' })
    for (const browser of experts) must(await secret.castsInSecret(browser, { option: 'yes' }))

    const open = await data(one)
    expect(open).toMatchObject([
      { title: 'Eerste avond', question: 'Wat eerst?', how: 'ballot', choices: ['1. Optie b'] },
      { question: 'Wat eerst?', how: 'ballot', choices: ['1. Optie c', '2. Optie a'] },
      { question: 'Akkoord?', how: 'ballot', choices: ['Ik heb een zorg', 'Mijn zorg'] },
    ])
    expect(JSON.stringify(open), 'of a secret poll nothing while it is open').not.toContain('In het geheim?')
    must(await secret.does('poll:close'))
    expect(await data(one)).toContainEqual(
      expect.objectContaining({ question: 'In het geheim?', how: 'secret', at: null, choices: [] }),
    )
    expect(await data(other)).toEqual(
      expect.arrayContaining([expect.objectContaining({ question: 'Akkoord?', how: 'hand', choices: [] })]),
    )
    expect(JSON.stringify(await data(other))).not.toContain('Mijn zorg')
  })
})
