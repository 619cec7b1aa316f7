import { AddPerson, EndSeat, GiveSeat, RemovePerson } from '@witboek/contract'
import { refuse, type Actor, type Result } from '@witboek/domain'
import express, { type Router } from 'express'
import { page } from '../../http/answers.ts'
import { command } from '../../http/command.ts'
import type { Hands } from '../../http/hands.ts'
import type { Visitor } from '../../login/visitors.ts'
import { endSomeonesSeat } from '../access/end-seat.ts'
import { addPerson } from './add-person.ts'
import { giveSomeoneSeat } from './give-seat.ts'
import { listPeople } from './list-people.ts'
import { removeSomeone } from './remove-person.ts'

/** Everybody in the dialogue and their seats, for those who give them. */
export function people(hands: Hands): Router {
  const { visitors } = hands
  const router = express.Router()
  router.get(
    '/api/people',
    page(visitors, (_request, visitor) => listPeople(hands, visitor?.actor ?? null)),
  )
  router.post(
    '/api/people/add',
    command(
      hands,
      AddPerson,
      seated((actor, wish) => addPerson(hands, wish, actor)),
    ),
  )
  router.post(
    '/api/people/give-seat',
    command(
      hands,
      GiveSeat,
      seated((actor, wish) => giveSomeoneSeat(hands, wish, actor)),
    ),
  )
  router.post(
    '/api/people/end-seat',
    command(
      hands,
      EndSeat,
      seated((actor, wish) => endSomeonesSeat(hands, wish, actor)),
    ),
  )
  router.post(
    '/api/people/remove',
    command(
      hands,
      RemovePerson,
      seated((actor, { person }) => removeSomeone(hands, person, actor)),
    ),
  )
  return router
}

/** An act of somebody who sits somewhere; others are asked to sign in. */
const seated =
  <Wish, Value>(act: (actor: Actor, wish: Wish) => Promise<Result<Value>>) =>
  async (wish: Wish, visitor: Visitor | null): Promise<Result<Value>> =>
    visitor?.actor ? act(visitor.actor, wish) : refuse({ code: 'not-signed-in' })
