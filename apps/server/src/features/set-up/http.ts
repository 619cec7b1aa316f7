import { SetUp } from '@witboek/contract'
import { refuse } from '@witboek/domain'
import express, { type Router } from 'express'
import { command } from '../../http/command.ts'
import type { Hands } from '../../http/hands.ts'
import { setUpDialogue } from './set-up-dialogue.ts'

/** The dialogue of an installation that has none, for its administrator. */
export function setUp(hands: Hands): Router {
  const router = express.Router()
  router.post(
    '/api/set-up',
    command(hands, SetUp, async (wish, visitor) =>
      visitor?.actor ? setUpDialogue(hands, wish, visitor.actor) : refuse({ code: 'not-signed-in' }),
    ),
  )
  return router
}
