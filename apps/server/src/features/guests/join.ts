import type { JoinAnswer, JoinForm } from '@witboek/contract'
import {
  mailAddress,
  ok,
  publicName,
  refuse,
  takesPart,
  type Admission,
  type AdmissionId,
  type Instant,
  type Meeting,
  type Person,
  type PersonId,
  type Result,
} from '@witboek/domain'
import { textsIn } from '@witboek/i18n'
import type { AttemptLimit } from '@witboek/live'
import type { z } from 'zod'
import type { Hands } from '../../http/hands.ts'
import { hashOf } from '../../login/secrets.ts'
import type { Visitor } from '../../login/visitors.ts'
import { isAddress } from '../../mail/address.ts'
import { newId } from '../../new-id.ts'
import { membersOf } from '../theme/members.ts'
import { behindCode } from './behind-code.ts'

/** Where a code leads to, before somebody says who they are. */
export async function joinPage(
  hands: Hands,
  typed: string,
  address: string,
  visitor: Visitor | null,
): Promise<Result<JoinAnswer>> {
  const { store, mailer } = hands
  const behind = await behindCode(hands, typed, address)
  if (!behind.ok) return behind
  const { meeting, frame, theme } = behind.value
  const { title, place, startsAt, endsAt } = meeting
  const person = visitor?.person
  const isMember = person !== undefined && takesPart(person, meeting, frame.dialogue.phase)
  return ok({
    meeting: { title, place, startsAt, endsAt },
    theme: { slug: theme.slug, name: theme.name },
    chefs: membersOf(await store.people.all(), theme.id, 'chef').map(({ name }) => name),
    mail: mailer.kind !== 'none',
    you: person
      ? {
          name: person.name,
          takesPart: isMember,
          meeting: isMember ? meeting.id : null,
          hasAddress: await hasAddress(hands, person.id),
        }
      : null,
  })
}

export type Wish = z.output<typeof JoinForm>

/** What became of asking. */
type Joined =
  | { readonly kind: 'takes-part'; readonly meeting: Meeting['id'] }
  | {
      readonly kind: 'asked'
      readonly meeting: Meeting
      readonly person: Person
      /** They have signed in with nothing yet. */
      readonly isNew: boolean
      /** To be confirmed by whoever reads its mail; `null`: there is none to ask. */
      readonly email: string | null
    }

type Acts = Pick<Hands, 'store' | 'live' | 'mailer' | 'now' | 'events' | 'lobby'>

/** New guests from one address on the network: a hall, twice. */
const newcomers: AttemptLimit = { max: 600, within: 10 * 60_000 }

/**
 * Somebody asks to come to a meeting, as who they are when they have signed in, else as a new person without a seat (GUEST-1).
 * The Chef decides; until then they may do nothing that a stranger may not.
 */
export async function askToJoin(
  hands: Acts,
  wish: Wish,
  address: string,
  visitor: Visitor | null,
): Promise<Result<Joined>> {
  const { store, live, now, events, lobby } = hands
  const behind = await behindCode(hands, wish.code, address)
  if (!behind.ok) return behind
  const { meeting, frame } = behind.value
  if (visitor && takesPart(visitor.person, meeting, frame.dialogue.phase))
    return ok({ kind: 'takes-part', meeting: meeting.id })
  if (!wish.consent) return refuse({ code: 'consent-missing' })
  const email = await addressToConfirm(hands, wish.email, visitor)
  if (!email.ok) return email
  const name = visitor ? ok(visitor.person.name) : publicName(wish.name)
  if (!name.ok) return name
  if (!visitor) {
    const wait = await live.attempts.take(`new guests from ${address}`, newcomers)
    if (wait > 0) return refuse({ code: 'too-many-attempts', seconds: Math.ceil(wait / 1000) })
  }
  const at = now()
  const person = visitor?.person ?? (await newGuest(hands, wish.form, name.value, meeting, at))
  const asked: Admission = {
    id: newId<'admission'>(at) satisfies AdmissionId,
    meeting: meeting.id,
    person: person.id,
    state: 'waiting',
    writes: false,
    askedAt: at,
  }
  const isFirst = await store.together(async (ports) => {
    // Who stands there already may have been given a seat, or lost it, since their form was looked at.
    if (!visitor && !(await ports.people.find(person.id))) await ports.people.save(person)
    await ports.consents.give({ person: person.id, text: 'guest', version: consentVersion, at })
    const admission = await ports.admissions.ask(asked)
    if (admission.id !== asked.id) return false
    await ports.events.append(frame.dialogue.id, [
      {
        ...{ at, actor: person.id, role: null, theme: meeting.theme },
        ...{ type: 'guest:ask', subject: person.id, details: { meeting: meeting.id } },
      },
    ])
    return true
  })
  if (isFirst) {
    events.guestAsked(meeting.id, person.id)
    lobby.changed(meeting.id)
  }
  return ok({ kind: 'asked', meeting, person, isNew: !visitor, email: email.value })
}

export const consentVersion = textsIn('nl').consent.guest.version

/** So long (ms) a form that is sent again, because its answer was lost, is the same guest. */
const sameFormFor = 10 * 60_000

/**
 * A new person without a seat. The id comes from the form, of which every page has its own, so that two of the same that
 * come in at once are one; and it is that guest again as long as they still stand there under that name. On a shared device
 * somebody may go back to the form of somebody else: another name is somebody else.
 */
async function newGuest(
  { store }: Acts,
  form: string | undefined,
  name: string,
  { id: meeting }: Meeting,
  now: Instant,
): Promise<Person> {
  const fresh = { name, background: '', seats: [] }
  if (form === undefined) return { id: newId<'person'>(now), ...fresh }
  const id = hashOf(`guest of form ${form}`) as PersonId
  const known = await store.people.find(id)
  if (!known) return { id, ...fresh }
  const [admission, ...others] = await store.admissions.ofPerson(id)
  const isSame =
    known.name === name &&
    others.length === 0 &&
    admission?.meeting === meeting &&
    (admission.state === 'waiting' || admission.state === 'admitted') &&
    now - admission.askedAt < sameFormFor
  return isSame ? known : { id: newId<'person'>(now), ...fresh }
}

/** An address that is left behind counts only when its owner has confirmed it (GUEST-7). */
async function addressToConfirm(hands: Acts, typed: string, visitor: Visitor | null): Promise<Result<string | null>> {
  const address = mailAddress(typed)
  if (address === '' || hands.mailer.kind === 'none') return ok(null)
  if (!isAddress(address)) return refuse({ code: 'address-not-valid' })
  return ok(visitor && (await hasAddress(hands, visitor.person.id)) ? null : address)
}

const hasAddress = async ({ store }: Pick<Hands, 'store'>, person: PersonId): Promise<boolean> =>
  ((await store.contacts.of(person))?.email ?? null) !== null
