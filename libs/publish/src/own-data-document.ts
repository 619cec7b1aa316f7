import { dayAndTime, type Locale, type Texts } from '@witboek/i18n'
import { heading, list, paragraph, table, type Block, type Document } from './document.ts'
import { eveningRows } from './own-data-evenings.ts'
import type { OwnData } from './own-data.ts'
import { documentBlocks } from './section-text.ts'

/** Somebody's own data as a document to read: of each part what it is, why it is kept and how long. */
export function ownDataDocument(data: OwnData, texts: Texts, locale: Locale): Document {
  const { ownData } = texts
  return {
    title: ownData.title,
    language: locale,
    created: data.at,
    blocks: [
      paragraph(ownData.intro),
      paragraph(ownData.madeAt(dayAndTime(data.at, locale))),
      ...partsOf(data, texts, locale),
      heading(1, ownData.rights.title),
      list(ownData.rights.items),
    ],
  }
}

function partsOf(data: OwnData, texts: Texts, locale: Locale): readonly Block[] {
  const { parts, unknown, wholeDialogue } = texts.ownData
  const when = (at: number | null) => (at === null ? unknown : dayAndTime(at, locale))
  const roleOf = (role: keyof Texts['roles']) => texts.roles[role].one
  const { person } = data

  return [
    ...about(parts.person, texts),
    table(parts.person.caption, parts.person.columns, [
      [parts.person.fields.publicName, person.publicName],
      [parts.person.fields.realName, person.realName ?? unknown],
      [parts.person.fields.email, person.email ?? unknown],
      [parts.person.fields.language, texts.shell.languages[person.language]],
      [parts.person.fields.background, person.background || unknown],
      [parts.person.fields.id, person.id],
    ]),
    ...listed(
      parts.seats,
      data.seats.map(({ role, theme }) => [roleOf(role), theme ?? wholeDialogue]),
      texts,
    ),
    ...listed(
      parts.consents,
      data.consents.map(({ text, version, at }) => [parts.consents.names[text], String(version), when(at)]),
      texts,
    ),
    ...listed(
      parts.logins,
      data.logins.map(({ startedAt, lastSeenAt, device }) => [device || unknown, when(startedAt), when(lastSeenAt)]),
      texts,
    ),
    ...listed(
      parts.passkeys,
      data.passkeys.map(({ name, createdAt, usedAt }) => [name || unknown, when(createdAt), when(usedAt)]),
      texts,
    ),
    ...listed(parts.calendar, data.calendar ? [[parts.calendar.there]] : [], texts),
    ...listed(parts.meetingMail, data.meetingMail ? [] : [[parts.meetingMail.none]], texts),
    ...listed(
      parts.identities,
      data.identities.map(({ issuer, subject }) => [issuer, subject]),
      texts,
    ),
    ...listed(
      parts.invitations,
      data.invitations.map(({ role, theme, name, email, letter, sentAt, state }) => [
        `${roleOf(role)}, ${theme ?? wholeDialogue}`,
        name ? `${name}\n${email}` : email,
        letter,
        sentAt === null ? parts.invitations.notSent : when(sentAt),
        parts.invitations.states[state],
      ]),
      texts,
    ),
    paragraph(parts.invitations.sent(data.invitationsSent)),
    ...listed(
      parts.meetings,
      data.meetings.map(({ title, startsAt, askedAt, state, writes }) => [
        title,
        when(startsAt),
        when(askedAt),
        [parts.meetings.states[state], ...(writes ? [parts.meetings.writes] : [])].join(', '),
      ]),
      texts,
    ),
    ...listed(parts.evenings, eveningRows(data.evenings, texts, locale), texts),
    ...listed(
      parts.notes,
      data.notes.map(({ title, startsAt, text }) => [title, when(startsAt), text]),
      texts,
    ),
    ...listed(
      parts.votes,
      data.votes.map(({ title, startsAt, question, how, at, choices }) => [
        `${title}, ${when(startsAt)}`,
        question,
        when(at),
        how === 'ballot' ? choices.join('\n') : parts.votes.tookPart[how],
      ]),
      texts,
    ),
    ...about(parts.words, texts),
    ...orNothing(
      data.words.flatMap(({ book, section, blocks }) => [
        heading(2, texts.ownData.inSection(book, section)),
        ...documentBlocks(blocks),
      ]),
      texts,
    ),
    ...about(parts.setAside, texts),
    ...orNothing(
      data.setAside.flatMap(({ book, section, at, why, state, blocks }) => [
        heading(2, texts.ownData.inSection(book, section)),
        paragraph([when(at), texts.parked.why[why], parts.setAside.states[state]].join(' – ')),
        ...documentBlocks(blocks),
      ]),
      texts,
    ),
    ...listed(
      parts.asChef,
      data.asChef.map(({ book, section, at, kind, text }) => [
        section === '' ? book : texts.ownData.inSection(book, section),
        when(at),
        parts.asChef.kinds[kind],
        text,
      ]),
      texts,
    ),
    ...listed(
      parts.events,
      data.events.map(({ at, type, subject }) => [when(at), type, subject]),
      texts,
    ),
  ]
}

interface Part {
  readonly title: string
  readonly what: string
  readonly why: string
  readonly howLong: string
}

interface TablePart extends Part {
  readonly caption: string
  readonly columns: readonly string[]
}

const about = (part: Part, { ownData }: Texts): readonly Block[] => [
  heading(1, part.title),
  paragraph(part.what),
  paragraph({ text: `${ownData.why}: `, bold: true }, part.why),
  paragraph({ text: `${ownData.howLong}: `, bold: true }, part.howLong),
]

const listed = (part: TablePart, rows: readonly (readonly string[])[], texts: Texts): readonly Block[] => [
  ...about(part, texts),
  ...orNothing(rows.length > 0 ? [table(part.caption, part.columns, rows)] : [], texts),
]

const orNothing = (blocks: readonly Block[], { ownData }: Texts): readonly Block[] =>
  blocks.length > 0 ? blocks : [paragraph(ownData.nothing)]
