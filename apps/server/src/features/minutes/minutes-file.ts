import { problemOf, type MinutesFileForm, type Problem } from '@witboek/contract'
import { refuse, type MeetingId } from '@witboek/domain'
import { isLocale, textsIn, type Locale } from '@witboek/i18n'
import { minutesDocument, odt, pdfMediaType, type Document } from '@witboek/publish'
import type { Request, RequestHandler, Response } from 'express'
import { newInstance, refusalProblem, sendProblem } from '../../http/answers.ts'
import type { Hands } from '../../http/hands.ts'
import { minutesSource } from './gather-minutes.ts'

const mediaTypes = { pdf: pdfMediaType, odt: 'application/vnd.oasis.opendocument.text' } as const

/** Making one takes a process some time: often enough for anybody, and fewer than may wait for it together. */
const fileLimit = { max: 20, within: 10 * 60_000 }

/** The minutes as a file, in the language of the page that asks (MINUTES-5). */
export const minutesFile =
  (hands: Hands, form: MinutesFileForm, meetingIn: (request: Request) => MeetingId): RequestHandler =>
  async (request, response, next) => {
    try {
      const visitor = await hands.visitors.of(request)
      const source = await minutesSource(hands, meetingIn(request), visitor?.actor ?? null)
      if (!source.ok) return sendProblem(response, refusalProblem(source.refusal, newInstance()))
      response.set('Cache-Control', 'private, no-store')
      // Only asked whether it is there.
      if (request.method === 'HEAD') return void response.type(mediaTypes[form]).end()
      const wait = await hands.live.attempts.take(`minutes for ${visitor?.person.id ?? ''}`, fileLimit)
      if (wait > 0) return sendProblem(response, refusalProblem(tooOften(wait), newInstance()))
      const language = languageIn(request)
      const texts = textsIn(language)
      const made = await bytesOf(hands, form, minutesDocument(source.value, texts, language))
      if ('type' in made) return sendProblem(response, made)
      response.attachment(fileName(texts.minutes.files.name, source.value.meeting.title, form))
      sendBytes(response.type(mediaTypes[form]), made)
    } catch (cause) {
      next(cause)
    }
  }

const tooOften = (wait: number) => refuse({ code: 'too-many-attempts', seconds: Math.ceil(wait / 1_000) }).refusal

async function bytesOf(hands: Hands, form: MinutesFileForm, document: Document): Promise<Uint8Array | Problem> {
  if (form === 'odt') return odt(document)
  const made = await hands.pdf.pdf(document)
  if (made.ok) return made.value
  const { code } = made.refusal
  if (code === 'pdf-busy' || code === 'pdf-closed') return problemOf('pdf-busy', newInstance())
  // What Typst says of it may quote what people wrote, so the log has only the code.
  hands.events.pdfNotMade(code)
  return problemOf('pdf-not-made', newInstance())
}

const sendBytes = (response: Response, bytes: Uint8Array) => void response.send(Buffer.from(bytes))

const languageIn = ({ query }: Request): Locale => (isLocale(query['language']) ? query['language'] : 'nl')

/** `verslag-eerste-avond.pdf` */
function fileName(what: string, title: string, form: MinutesFileForm): string {
  const words = title
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-|-$/g, '')
  return `${[what, words].filter((part) => part !== '').join('-')}.${form}`
}
