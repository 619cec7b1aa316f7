import { z } from 'zod'

/** `GET /api/sign-in`: the ways to sign in that there are here. */
export interface SignInAnswer {
  /** A link by mail. */
  readonly mail: boolean
  /** The issuer of the town, by the name on its button. */
  readonly oidc: { readonly name: string } | null
  readonly passkeys: boolean
  readonly example: boolean
}

/** An e-mail address as a browser's own field for it takes one. */
export const EmailOnWire = z.email({ pattern: z.regexes.html5Email }).max(254)

/** `POST /api/sign-in/link`: the answer says nothing about who is known here. `next`: where to go after it. */
export const AskLink = z.strictObject({
  email: EmailOnWire,
  keep: z.boolean(),
  next: z.string().max(500).optional(),
})

/** The same as a form that works without JavaScript: `POST /login/link/ask`. */
export const AskLinkForm = z.object({
  email: z.string().trim().pipe(EmailOnWire),
  keep: z
    .literal('on')
    .optional()
    .transform((said) => said === 'on'),
  next: z.string().max(500).optional(),
})

/** `POST /login/link`: the form of the page that a mail leads to. */
export const UseLink = z.object({ token: z.string().max(100) })
