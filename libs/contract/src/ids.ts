import { z } from 'zod'
import type {
  BookId,
  InvitationId,
  LoginId,
  MeetingId,
  ParkedId,
  PasskeyId,
  PersonId,
  PollId,
  RemarkId,
  SectionId,
  ThemeId,
} from '@witboek/domain'

/** Ids are opaque: what they may contain is only bounded, so that nothing strange reaches a path, a log or a key. */
export const idOnWire = <Kind extends string>() =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/, 'not an id')
    .transform((text) => text as unknown as Kind)

export const BookIdOnWire = idOnWire<BookId>()
export const SectionIdOnWire = idOnWire<SectionId>()
export const PersonIdOnWire = idOnWire<PersonId>()
export const ThemeIdOnWire = idOnWire<ThemeId>()
export const ParkedIdOnWire = idOnWire<ParkedId>()
export const RemarkIdOnWire = idOnWire<RemarkId>()
export const LoginIdOnWire = idOnWire<LoginId>()
export const InvitationIdOnWire = idOnWire<InvitationId>()
export const MeetingIdOnWire = idOnWire<MeetingId>()
export const PollIdOnWire = idOnWire<PollId>()
/** Whatever an authenticator calls it: up to 1023 bytes, in base64url. */
export const PasskeyIdOnWire = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,1364}$/, 'not an id')
  .transform((text) => text as unknown as PasskeyId)
