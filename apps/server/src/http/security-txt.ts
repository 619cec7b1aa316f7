import { problemOf } from '@witboek/contract'
import type { Instant } from '@witboek/domain'
import type { RequestHandler } from 'express'
import type { Settings } from '../settings.ts'
import { newInstance, sendProblem } from './answers.ts'

/** So long (ms) what it says may be relied upon; by RFC 9116 less than a year. */
const validFor = 180 * 24 * 60 * 60 * 1000

/** Whom to tell of a weakness, for a machine to read (RFC 9116); nothing when nobody was named. */
export const securityTxt =
  (
    {
      securityContact,
      securityPolicy,
      publicOrigin,
    }: Pick<Settings, 'securityContact' | 'securityPolicy' | 'publicOrigin'>,
    now: () => Instant,
  ): RequestHandler =>
  (_request, response) => {
    if (securityContact === null) return sendProblem(response, problemOf('not-found', newInstance()))
    const lines = [
      `Contact: ${securityContact}`,
      `Expires: ${new Date(now() + validFor).toISOString()}`,
      'Preferred-Languages: nl, en',
      publicOrigin && `Canonical: ${publicOrigin}/.well-known/security.txt`,
      securityPolicy && `Policy: ${securityPolicy}`,
    ]
    response.type('text/plain').send(
      lines
        .filter(Boolean)
        .map((line) => `${line}\n`)
        .join(''),
    )
  }
