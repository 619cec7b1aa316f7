import { minutesFileForms } from '@witboek/contract'
import express, { type Router } from 'express'
import { page } from '../../http/answers.ts'
import type { Hands } from '../../http/hands.ts'
import { meetingIn } from '../../http/ids-in-path.ts'
import { minutesPage } from './gather-minutes.ts'
import { minutesFile } from './minutes-file.ts'
import { ParityPage } from './parity-page.ts'

/** What is left of an evening to read: its minutes, as a page and as files, and how the hall and home compare. */
export function minutes(hands: Hands): Router {
  const parity = new ParityPage(hands)
  const router = express.Router()
  router.get(
    '/api/meetings/:meeting/minutes',
    page(hands.visitors, (request, visitor) => minutesPage(hands, meetingIn(request), visitor?.actor ?? null)),
  )
  for (const form of minutesFileForms)
    router.get(`/api/meetings/:meeting/minutes.${form}`, minutesFile(hands, form, meetingIn))
  router.get(
    '/api/meetings/:meeting/parity',
    page(hands.visitors, (request, visitor) => parity.of(meetingIn(request), visitor?.actor ?? null)),
  )
  return router
}
