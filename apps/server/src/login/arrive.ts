import type { PersonId } from '@witboek/domain'
import type { LoginProof } from '@witboek/store'
import type { Request, Response } from 'express'
import type { Events } from '../events.ts'
import { deviceOf } from './device.ts'
import { loginKept, loginLasts, setLoginCookie } from './login-cookie.ts'
import type { Visitors } from './visitors.ts'

/**
 * Somebody whose identity was proven comes in: always under a new login with a new token, so that nobody can have put one
 * into this browser beforehand; the one that was there ends. `seat`: which of their seats they take.
 */
export async function arrive(
  { visitors, events }: { readonly visitors: Visitors; readonly events: Events },
  { request, response }: { readonly request: Request; readonly response: Response },
  person: PersonId,
  { how, seat = 0, keep = false }: { readonly how: LoginProof; readonly seat?: number; readonly keep?: boolean },
): Promise<void> {
  await visitors.end(request)
  const started = await visitors.start(person, seat, {
    how,
    device: deviceOf(request),
    lasts: keep ? loginKept : loginLasts,
  })
  events.signedIn(person, started.login, how)
  setLoginCookie(response, request, started)
}
