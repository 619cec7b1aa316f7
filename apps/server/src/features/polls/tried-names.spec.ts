import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { aHall } from '../../testing/a-hall.ts'
import { aHouse, type House } from '../../testing/a-house.ts'
import { aPoll, codeOf, must } from '../../testing/a-poll.ts'
import { anEvening } from '../../testing/an-evening.ts'

const hall = aHall(12)
let house: House
beforeAll(async () => {
  house = await aHouse(inject('postgres'), {}, hall)
})
afterAll(() => house.close())

it('[POLL-18] a Chef who tries all names at the same moment does not find out who has voted in secret', async () => {
  const { server } = house.one
  const evening = await anEvening(server)
  const poll = await aPoll(evening, { visibility: 'secret' })
  for (const voter of hall.at(server.address)) must(await poll.castsInSecret(voter, { option: 'yes' }))
  await evening.findsInRoom(hall.people)
  const tried = Array.from({ length: 40 }, (_, i) => {
    const voters = [0, 1, 2, 3, 4].map((next) => hall.people[(i + next) % hall.people.length])
    return poll.does('hands:enter', { block: randomUUID(), counts: { yes: 5 }, voters })
  })
  const codes = (await Promise.all(tried)).map(codeOf)
  expect(codes.filter((code) => code === 'voted-already')).toHaveLength(5)
  expect(new Set(codes)).toEqual(new Set(['voted-already', 'too-many-attempts']))
})
