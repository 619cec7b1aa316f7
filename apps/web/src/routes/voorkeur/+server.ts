import { error, redirect } from '@sveltejs/kit'
import { isLocale } from '@witboek/i18n'
import { localPath } from '@witboek/contract'
import { appearanceCookie, isAppearance, languageCookie } from '#lib/preferences.ts'
import type { RequestHandler } from './$types'

const aYear = 365 * 24 * 60 * 60

/** Remembers the language or the appearance a reader chose, and goes back to the page. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
  const wish = await formIn(request)
  const options = { path: '/', maxAge: aYear, sameSite: 'lax', secure: url.protocol === 'https:' } as const
  const language = wish.get('language')
  const appearance = wish.get('appearance')
  if (isLocale(language)) cookies.set(languageCookie, language, options)
  if (isAppearance(appearance)) cookies.set(appearanceCookie, appearance, options)
  redirect(303, localPath(wish.get('next')))
}

/** What is no form, or half of one, is the sender's mistake and no surprise. */
async function formIn(request: Request): Promise<FormData> {
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(request.headers.get('content-type') ?? ''))
    error(415, 'A form was expected')
  return request.formData().catch((cause: unknown) => {
    if (cause instanceof TypeError) error(400, 'The form could not be read')
    throw cause
  })
}
