import { guestMail } from '../guest-mail.ts'
import { meetingMail } from '../meeting-mail.ts'
import { ownData } from '../own-data.ts'

/** What only the server writes. */
export const texts = { guestMail, meetingMail, ownData }
