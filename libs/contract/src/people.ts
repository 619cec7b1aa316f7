import { publicNameMax, realNameMax, roles, type PersonId, type Role, type Theme, type ThemeId } from '@witboek/domain'
import { z } from 'zod'
import { PersonIdOnWire, ThemeIdOnWire } from './ids.ts'
import { EmailOnWire } from './sign-in.ts'

/** `GET /api/people`: everybody, with the seats they hold. */
export interface PeopleAnswer {
  readonly people: readonly ListedPerson[]
  readonly themes: readonly Pick<Theme, 'id' | 'slug' | 'name'>[]
  /** In which roles the reader gives a seat now, and in which the reader takes one away; empty for who only reads. */
  readonly gives: readonly Role[]
  readonly ends: readonly Role[]
}

export interface ListedPerson {
  readonly person: PersonId
  readonly name: string
  readonly background: string
  readonly seats: readonly { readonly role: Role; readonly theme: ThemeId | null }[]
  readonly seen: Seen
  /** Only for those who invite. */
  readonly contact?: { readonly realName: string; readonly email: string | null }
}

/** When somebody was last here. No times: nobody's comings and goings are watched. */
export type Seen = 'today' | 'thisWeek' | 'longerAgo' | 'never'

const seat = { role: z.enum(roles), theme: ThemeIdOnWire.nullable() }

/** `POST /api/people/add`: somebody of the staff, who then signs in by the address. Answered with `PersonAdded`. */
export const AddPerson = z.strictObject({
  realName: z.string().max(2 * realNameMax),
  /** What others see. */
  name: z.string().max(4 * publicNameMax),
  email: EmailOnWire,
  language: z.enum(['nl', 'en']),
  ...seat,
})
export type AddPerson = z.output<typeof AddPerson>

export interface PersonAdded {
  readonly person: PersonId
}

/** `POST /api/people/give-seat` */
export const GiveSeat = z.strictObject({ person: PersonIdOnWire, ...seat })
/** `POST /api/people/end-seat` */
export const EndSeat = z.strictObject({ person: PersonIdOnWire, ...seat })
/** `POST /api/people/remove` */
export const RemovePerson = z.strictObject({ person: PersonIdOnWire })
