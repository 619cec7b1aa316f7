import express, { type Router } from 'express'
import { page } from '../../http/answers.ts'
import type { Hands } from '../../http/hands.ts'
import { LooksForReports } from './for-the-lead.ts'
import { waitingReports } from './waiting-reports.ts'

/** What a Chef does not decide, for the lead. Deciding is a command of the meeting itself. */
export function reports(hands: Hands): Router {
  const router = express.Router()
  const looks = new LooksForReports(hands)
  router.get(
    '/api/reports',
    page(hands.visitors, (_request, visitor) => waitingReports(hands, looks, visitor?.actor ?? null)),
  )
  return router
}
