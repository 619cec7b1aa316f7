import { BookIdOnWire, MeetingIdOnWire } from '@witboek/contract'
import type { BookId, MeetingId } from '@witboek/domain'
import type { Request } from 'express'

/** Which book an address is about. What is no id is the id of no book. */
export const bookIn = ({ params }: Request): BookId => BookIdOnWire.catch('' as BookId).parse(params['book'])

/** Which meeting an address is about. What is no id is the id of no meeting. */
export const meetingIn = ({ params }: Request): MeetingId =>
  MeetingIdOnWire.catch('' as MeetingId).parse(params['meeting'])
