import type {
  AdmissionState,
  AttendanceMode,
  Block,
  ConsentText,
  EditRefusal,
  Instant,
  InvitationState,
  ParkedState,
  PersonId,
  Question,
  ReportOutcome,
  ReportTarget,
  Role,
} from '@witboek/domain'

/**
 * Everything that is kept of one person, as plain data: what they may ask for (AVG article 15) and take along (article 20).
 * Names stand where ids would tell the reader nothing; nothing here is about anybody else.
 */
export interface OwnData {
  /** When it was gathered. */
  readonly at: Instant
  readonly person: {
    readonly id: PersonId
    /** The name that others see. */
    readonly publicName: string
    /** `null`: not known, as with somebody who never accepted an invitation; so with the e-mail address. */
    readonly realName: string | null
    readonly email: string | null
    readonly language: 'nl' | 'en'
    readonly background: string
  }
  /** `theme`: its name; `null`: in the dialogue as a whole. */
  readonly seats: readonly { readonly role: Role; readonly theme: string | null }[]
  readonly consents: readonly { readonly text: ConsentText; readonly version: number; readonly at: Instant }[]
  /** The logins there are now. `device`: as the login's own list names it; never a token, an address or a fingerprint. */
  readonly logins: readonly {
    readonly startedAt: Instant
    readonly lastSeenAt: Instant | null
    readonly device: string
  }[]
  /** As they call them. The key itself is on their device. */
  readonly passkeys: readonly {
    readonly name: string
    readonly createdAt: Instant
    readonly usedAt: Instant | null
  }[]
  /** A calendar follows their meetings, by a secret address of theirs. */
  readonly calendar: boolean
  /** They want to hear of their meetings by mail. */
  readonly meetingMail: boolean
  /** Under which names they are known to issuers of identities (OpenID Connect). */
  readonly identities: readonly { readonly issuer: string; readonly subject: string }[]
  /** Invitations to this person; `sentAt` is the last time. Who invited is somebody else, and is left out. */
  readonly invitations: readonly {
    readonly role: Role
    readonly theme: string | null
    readonly name: string
    readonly email: string
    readonly letter: string
    readonly sentAt: Instant | null
    readonly state: InvitationState
  }[]
  /** How many they sent; those are about others. */
  readonly invitationsSent: number
  /** The meetings they asked to come to as a guest. `writes`: the Chef let them write. */
  readonly meetings: readonly {
    readonly title: string
    readonly startsAt: Instant
    readonly askedAt: Instant
    readonly state: AdmissionState
    readonly writes: boolean
  }[]
  /** What the meetings have on record of them. Nothing that others said or reported of them, and nothing they did not sign. */
  readonly evenings: readonly {
    readonly title: string
    readonly startsAt: Instant
    /** As what they were there; `null`: they never checked in. */
    readonly role: Role | null
    /** Each time they were there without a break; `leftAt: null`: they are there now. */
    readonly stays: readonly {
      readonly cameAt: Instant
      readonly leftAt: Instant | null
      readonly mode: AttendanceMode
    }[]
    /** Each time they asked for the word. `seconds`: so long they had it; `null`: they did not have it. */
    readonly speaking: readonly { readonly askedAt: Instant; readonly note: string; readonly seconds: number | null }[]
    readonly questions: readonly {
      readonly at: Instant
      readonly kind: Question['kind']
      readonly text: string
      readonly state: Question['state']
      /** It was taken out of sight. `appeal`: what they said to that; `verdict`: what the lead said. */
      readonly hidden: {
        readonly at: Instant
        readonly reason: string
        readonly appeal: { readonly at: Instant; readonly reason: string } | null
        readonly verdict: Verdict<'upheld' | 'restored'> | null
      } | null
    }[]
    /** The reports they filed; not about whom, because that is somebody else, but for a description in their own words (`who`). */
    readonly reports: readonly {
      readonly at: Instant
      readonly about: ReportTarget['kind']
      readonly who: string | null
      readonly reason: string
      readonly verdict: Verdict<ReportOutcome> | null
    }[]
  }[]
  /** What they wrote down at meetings, for themselves. */
  readonly notes: readonly { readonly title: string; readonly startsAt: Instant; readonly text: string }[]
  /**
   * Every ballot of theirs in polls that are not secret, also those that took the place of another. By hand in the room, or in a
   * secret poll that is closed, no more is known than that they took part.
   */
  readonly votes: readonly {
    readonly title: string
    readonly startsAt: Instant
    readonly question: string
    readonly how: 'ballot' | 'hand' | 'secret'
    readonly at: Instant | null
    /** In the words of the ballot. */
    readonly choices: readonly string[]
  }[]
  /** What this person wrote and still stands in a book, by section and in the order of the book; nobody else's words. */
  readonly words: readonly { readonly book: string; readonly section: string; readonly blocks: readonly Block[] }[]
  /** What this person wrote and was refused: the blocks of all its pieces. */
  readonly setAside: readonly {
    readonly book: string
    readonly section: string
    readonly at: Instant
    readonly why: EditRefusal
    readonly state: ParkedState
    readonly blocks: readonly Block[]
  }[]
  /** What they wrote as a Chef beside the text, with what was taken away since. `section` is empty for the whole book. */
  readonly asChef: readonly {
    readonly book: string
    readonly section: string
    readonly at: Instant
    readonly kind: 'remark' | 'reason' | 'heading'
    readonly text: string
  }[]
  /** What this person did, from the chain of events: type and subject as they stand there. */
  readonly events: readonly { readonly at: Instant; readonly type: string; readonly subject: string }[]
}

interface Verdict<Outcome> {
  readonly outcome: Outcome
  readonly at: Instant
  readonly reason: string
}
