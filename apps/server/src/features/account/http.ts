import { ChangeName, EndDevice, EndDevices, type AccountAnswer } from '@witboek/contract'
import {
  installationChain,
  ok,
  publicName,
  refuse,
  type Instant,
  type NewEvent,
  type Result,
  type Seat,
} from '@witboek/domain'
import express, { type Router } from 'express'
import { page } from '../../http/answers.ts'
import { command } from '../../http/command.ts'
import type { Hands } from '../../http/hands.ts'
import { isStillIn } from '../../login/still-in.ts'
import type { Visitor } from '../../login/visitors.ts'

/** Somebody's own account: what it is called, and where it is signed in. For everybody who has signed in, with a seat or not. */
export function account(hands: Hands): Router {
  const { visitors } = hands
  const router = express.Router()
  router.get(
    '/api/account',
    page(visitors, (_request, visitor) => ownAccount(hands, visitor)),
  )
  router.post(
    '/api/account/name',
    command(hands, ChangeName, ({ name }, visitor) => changeName(hands, name, visitor)),
  )
  router.post(
    '/api/account/devices/end',
    command(hands, EndDevice, async ({ login }, visitor) => {
      if (!visitor) return refuse({ code: 'not-signed-in' })
      const own = await hands.store.logins.of(visitor.person.id, hands.now())
      await visitors.endThese(own.filter(({ id }) => id === login).map(({ id }) => id))
      return ok(null)
    }),
  )
  router.post(
    '/api/account/devices/end-all',
    command(hands, EndDevices, async ({ alsoHere }, visitor) => {
      if (!visitor) return refuse({ code: 'not-signed-in' })
      await visitors.endOthers(visitor)
      if (alsoHere) await visitors.endThese([visitor.login])
      return ok(null)
    }),
  )
  return router
}

async function ownAccount({ store, now }: Hands, visitor: Visitor | null): Promise<Result<AccountAnswer>> {
  if (!visitor) return refuse({ code: 'not-signed-in' })
  const { person, login } = visitor
  const frame = await store.dialogues.current()
  const [contact, logins, passkeys, calendar, noMeetingMail] = await Promise.all([
    store.contacts.of(person.id),
    store.logins.of(person.id, now()),
    store.passkeys.of(person.id),
    store.calendarKeys.has(person.id),
    store.meetingLetters.stopped(),
  ])
  const themeOf = ({ theme: id }: Seat) => {
    const theme = frame?.themes.find((other) => other.id === id)
    return theme ? { slug: theme.slug, name: theme.name } : null
  }
  return ok({
    name: person.name,
    background: person.background,
    contact: contact && { realName: contact.realName, email: contact.email, language: contact.language },
    seats: person.seats.map((held, seat) => ({ seat, role: held.role, theme: themeOf(held) })),
    devices: logins.map(({ id, device, createdAt, seenAt }) => ({
      login: id,
      device,
      since: createdAt,
      seen: seenAt,
      here: id === login,
    })),
    passkeys: passkeys.map(({ id, name, createdAt, usedAt }) => ({ id, name, since: createdAt, used: usedAt })),
    calendar,
    meetingMail: !noMeetingMail.has(person.id),
  })
}

/** The name that others see, from the next page or line on; beside words that were written before, too. */
async function changeName(hands: Hands, typed: string, visitor: Visitor | null): Promise<Result<null>> {
  const { store, now } = hands
  if (!visitor) return refuse({ code: 'not-signed-in' })
  const name = publicName(typed)
  if (!name.ok) return name
  return store.turns.take('access', async () => {
    if (!(await isStillIn(store, visitor, now()))) return refuse({ code: 'not-signed-in' })
    const person = await store.people.find(visitor.person.id)
    if (!person) return refuse({ code: 'person-not-found' })
    const dialogue = await store.dialogues.currentDialogue()
    await store.together(async ({ people, events }) => {
      await people.save({ ...person, name: name.value })
      await events.append(dialogue?.id ?? installationChain, [ownEvent(visitor, now(), 'name:change')])
    })
    return ok(null)
  })
}

/** Something that somebody did about their own account, in the seat they sit in, if any. */
export const ownEvent = ({ person, actor }: Visitor, at: Instant, type: string): NewEvent => ({
  at,
  actor: person.id,
  role: actor?.seat.role ?? null,
  theme: actor?.seat.theme ?? null,
  type,
  subject: person.id,
  details: {},
})
