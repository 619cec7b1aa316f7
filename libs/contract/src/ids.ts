import { z } from 'zod'
import type {
  BookId,
  InvitationId,
  LoginId,
  MeetingId,
  ParkedId,
  PasskeyId,
  PersonId,
  RemarkId,
  SectionId,
  ThemeId,
} from '@witboek/domain'

/** Ids are opaque: what they may contain is only bounded, so that nothing strange reaches a path, a log or a key. */
const id = <Kind extends string>() =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/, 'not an id')
    .transform((text) => text as unknown as Kind)

export const BookIdOnWire = id<BookId>()
export const SectionIdOnWire = id<SectionId>()
export const PersonIdOnWire = id<PersonId>()
export const ThemeIdOnWire = id<ThemeId>()
export const ParkedIdOnWire = id<ParkedId>()
export const RemarkIdOnWire = id<RemarkId>()
export const LoginIdOnWire = id<LoginId>()
export const InvitationIdOnWire = id<InvitationId>()
export const MeetingIdOnWire = id<MeetingId>()
/** Whatever an authenticator calls it: up to 1023 bytes, in base64url. */
export const PasskeyIdOnWire = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,1364}$/, 'not an id')
  .transform((text) => text as unknown as PasskeyId)
