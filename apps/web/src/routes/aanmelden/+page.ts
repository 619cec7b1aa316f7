import type { SignInAnswer } from '@witboek/contract'
import { answerOf } from '#lib/api.ts'
import { localPath } from '@witboek/contract'
import { fetchProblemWords } from '#lib/books/problem-words.ts'
import type { PageLoad } from './$types'

/** What a form or an issuer sends people back to this page with. */
const told = ['link-not-valid', 'sign-in-failed', 'mail-away', 'too-many-attempts', 'surprise'] as const

export const load: PageLoad = async ({ fetch, url: { searchParams } }) => {
  const code = searchParams.get('probleem')
  if (code !== null) await fetchProblemWords()
  return {
    ways: await answerOf<SignInAnswer>(fetch, '/api/sign-in'),
    next: localPath(searchParams.get('naar')),
    asked: searchParams.has('gevraagd'),
    problem: told.find((one) => one === code) ?? null,
    notAnAddress: code === 'not-understood',
  }
}
