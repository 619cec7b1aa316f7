import { pipeline } from 'node:stream/promises'
import { problemOf, RecordWish } from '@witboek/contract'
import { eventBy, installationChain, may, ok, refuse, type Actor, type Result, type Theme } from '@witboek/domain'
import express, { type Request, type RequestHandler, type Response, type Router } from 'express'
import { newInstance, notUnderstood, page, refusalProblem, sendProblem } from '../../http/answers.ts'
import type { Hands } from '../../http/hands.ts'
import { exportedRecord, exportForms, type ExportForm } from './export-record.ts'
import { readRecord } from './read-record.ts'
import { RecordChecks } from './record-check.ts'

/** Taking the record out reads all of it, and is an event each time. */
const exportLimit = { max: 30, within: 600_000 } as const

/** The record, for whoever may read it: page by page, checked, or taken out as a whole (RECORD-3). */
export function record(hands: Hands): Router {
  const { store, visitors, events, now } = hands
  const checks = new RecordChecks({ store, events, now })
  const router = express.Router()

  const wished =
    (answer: (wish: RecordWish, response: Response) => RequestHandler): RequestHandler =>
    (request, response, next) => {
      const wish = RecordWish.safeParse(request.query)
      if (!wish.success) return sendProblem(response, notUnderstood(wish.error, newInstance()))
      return answer(wish.data, response)(request, response, next)
    }

  router.get(
    '/api/record',
    wished((wish) =>
      page(visitors, async (_request, visitor) => {
        const reader = await readerOf(visitor?.actor ?? null, wish)
        if (!reader.ok) return reader
        const { chain, themes } = reader.value
        return ok({ ...(await readRecord(store, chain, themes, wish)), checked: checks.latest(chain) })
      }),
    ),
  )
  router.get(
    '/api/record/check',
    wished((wish) =>
      page(visitors, async (_request, visitor) => {
        const reader = await readerOf(visitor?.actor ?? null, wish)
        return reader.ok ? ok(await checks.check(reader.value.chain)) : reader
      }),
    ),
  )
  for (const form of exportForms)
    router.get(
      `/api/record/export.${form}`,
      wished((wish) => (request, response) => takeOut(form, wish, request, response)),
    )
  return router

  /** Who asks, and for which chain. */
  async function readerOf(
    actor: Actor | null,
    wish: RecordWish,
  ): Promise<Result<{ readonly actor: Actor; readonly chain: string; readonly themes: readonly Theme[] }>> {
    const frame = await store.dialogues.current()
    const allowed = may('record:read', actor, { phase: frame?.dialogue.phase ?? 'preparing' })
    if (!allowed.ok) return allowed
    if (!actor) return refuse({ code: 'not-signed-in' })
    const chain = wish.chain === 'installation' ? installationChain : (frame?.dialogue.id ?? installationChain)
    return ok({ actor, chain, themes: frame?.themes ?? [] })
  }

  async function takeOut(form: ExportForm, wish: RecordWish, request: Request, response: Response): Promise<void> {
    // It stands in the record, so no page of another site may ask for it in somebody's name.
    if (/^(cross|same)-site$/.test(request.get('sec-fetch-site') ?? ''))
      return sendProblem(response, problemOf('foreign-origin', newInstance()))
    const reader = await readerOf((await visitors.of(request))?.actor ?? null, wish)
    if (!reader.ok) return sendProblem(response, refusalProblem(reader.refusal, newInstance()))
    const { actor, chain } = reader.value
    // Only asked whether it is there: nothing of it is read.
    if (request.method === 'HEAD') return void response.end()
    const wait = await hands.live.attempts.take(`record:export ${actor.person}`, exportLimit)
    if (wait > 0) {
      const refusal = { code: 'too-many-attempts', seconds: Math.ceil(wait / 1000) } as const
      return sendProblem(response, refusalProblem(refusal, newInstance()))
    }
    const [own] = await store.together((ports) =>
      ports.events.append(chain, [eventBy(actor, now(), 'record:export', chain, { form })]),
    )
    if (!own) throw new Error('the export is not on the record')
    events.recordTakenOut(actor.person, chain, form)
    const name = `vastlegging-${chain}-${new Date(own.at).toISOString().slice(0, 10)}.${form}`
    response.set({
      'Content-Type': form === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    })
    await pipeline(exportedRecord(store.events, chain, own, form), response).catch((cause: unknown) => {
      // Who goes away in the middle has a file without its last line.
      if (!response.destroyed) response.destroy()
      if (!isGone(cause)) hands.surprises.problem(cause, newInstance())
    })
  }
}

const isGone = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'ERR_STREAM_PREMATURE_CLOSE'
