import { problemOf } from '@witboek/contract'
import { installationChain, ok, refuse, type Person, type Result } from '@witboek/domain'
import { isLocale, textsIn, type Locale } from '@witboek/i18n'
import { odt, ownDataDocument, ownDataJson } from '@witboek/publish'
import express, { type Request, type Response, type Router } from 'express'
import { newInstance, page, refusalProblem, sendProblem } from '../../http/answers.ts'
import type { Hands } from '../../http/hands.ts'
import type { Visitor } from '../../login/visitors.ts'
import { ownEvent } from '../account/http.ts'
import { gatherOwnData } from './gather.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { privacy } from './privacy.ts'

const forms = {
  json: { type: 'application/json; charset=utf-8', file: { nl: 'mijn-gegevens.json', en: 'my-data.json' } },
  odt: {
    type: 'application/vnd.oasis.opendocument.text',
    file: { nl: 'mijn-gegevens.odt', en: 'my-data.odt' },
  },
} as const

type Form = keyof typeof forms

/** It reads every book they wrote in: often enough for anybody, and no more than that. */
const exportLimit = { max: 10, within: 10 * 60_000 }

/**
 * Everything that is kept of whoever asks, as a document to read or for another program (PRIVACY-2): for everybody who has
 * signed in, with a seat or not. One at a time for each person.
 */
export function ownData(hands: Hands): Router {
  const once = oneAtATime()
  const router = express.Router()
  router.get(
    '/api/privacy',
    page(hands.visitors, () => privacy(hands)),
  )
  for (const form of ['json', 'odt'] as const)
    router.get(`/api/account/data.${form}`, async (request: Request, response: Response) => {
      // It stands in the record, so no page of another site may ask for it in somebody's name.
      if (/^(cross|same)-site$/.test(request.get('sec-fetch-site') ?? ''))
        return sendProblem(response, problemOf('foreign-origin', newInstance()))
      const visitor = await hands.visitors.of(request)
      // Only asked whether it is there: nothing of it is taken.
      if (visitor && request.method === 'HEAD') return void response.end()
      const made = visitor
        ? await once(visitor.person.id, () => take(hands, visitor, form, request))
        : refuse({ code: 'not-signed-in' })
      if (!made.ok) return sendProblem(response, refusalProblem(made.refusal, newInstance()))
      const { file, bytes } = made.value
      response.set('Cache-Control', 'private, no-store')
      response.attachment(file).type(forms[form].type).send(bytes)
    })
  return router
}

interface File {
  readonly file: string
  readonly bytes: Buffer
}

async function take(hands: Hands, visitor: Visitor, form: Form, request: Request): Promise<Result<File>> {
  const { store, live, events, now } = hands
  const { person } = visitor
  const wait = await live.attempts.take(`own data of ${person.id}`, exportLimit)
  if (wait > 0) return refuse({ code: 'too-many-attempts', seconds: Math.ceil(wait / 1000) })
  const language = await languageOf(hands, person, request)
  const texts = textsIn(language)
  const data = await gatherOwnData(hands, person, texts)
  const bytes = form === 'json' ? Buffer.from(ownDataJson(data)) : odt(ownDataDocument(data, texts, language))
  const dialogue = await store.dialogues.currentDialogue()
  await store.events.append(dialogue?.id ?? installationChain, [
    { ...ownEvent(visitor, now(), 'data:export'), details: { form } },
  ])
  events.ownDataTaken(person.id, form)
  return ok({ file: `witboek-${forms[form].file[language]}`, bytes: Buffer.from(bytes) })
}

/** In that of the page that asks; else in that of their letters. */
async function languageOf({ store }: Hands, { id }: Person, { query }: Request): Promise<Locale> {
  const asked = query['language']
  return isLocale(asked) ? asked : ((await store.contacts.of(id))?.language ?? 'nl')
}
