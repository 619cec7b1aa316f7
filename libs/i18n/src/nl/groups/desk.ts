import { account } from '../account.ts'
import { invitations } from '../invitations.ts'
import { mail } from '../mail.ts'
import { mailbox } from '../mailbox.ts'
import { ownContact } from '../own-contact.ts'
import { people } from '../people.ts'
import { pollCheck } from '../poll-check.ts'
import { pollProof } from '../poll-proof.ts'
import { privacy } from '../privacy.ts'
import { record } from '../record.ts'

/** For pages that are read at a desk: one’s own account, inviting, everybody, the record, checking polls, privacy. */
export const texts = { account, invitations, mail, mailbox, ownContact, people, pollCheck, pollProof, privacy, record }
