import type { RecordFault, RecordLine } from '@witboek/contract'
import { recordedFacts } from '@witboek/domain'
import { textsIn, wholeNumber, type Locale } from '@witboek/i18n'

/** What was done, in plain words; what is not known here is shown by its name. */
export function typeWords(type: string, locale: Locale): string {
  const { types } = textsIn(locale).record
  return Object.hasOwn(types, type) ? types[type as keyof typeof types] : type
}

/** All that can be asked for, by its words. */
export function typeChoices(locale: Locale): readonly { readonly value: string; readonly text: string }[] {
  const { types } = textsIn(locale).record
  return Object.entries(types)
    .map(([value, text]) => ({ value, text }))
    .sort((a, b) => a.text.localeCompare(b.text, locale))
}

/** What else is known of it and means something to a reader; ids are in the file that can be taken along. */
export function detailWords(
  { type, details, theme }: Pick<RecordLine, 'type' | 'details' | 'theme'>,
  themes: readonly { readonly id: string; readonly name: string }[],
  locale: Locale,
): readonly string[] {
  const texts = textsIn(locale)
  const words = texts.record.details
  const said: string[] = []
  const { phase, roles, role, sections, seq, hash, form, allowed, writes } = details
  if (typeof phase === 'string' && Object.hasOwn(texts.access.phases, phase))
    said.push(words.phase(texts.access.phases[phase as keyof typeof texts.access.phases]))
  for (const one of `${roles ?? role ?? ''}`.split(','))
    if (Object.hasOwn(texts.roles, one)) said.push(words.role(texts.roles[one as keyof typeof texts.roles].one))
  const about = themes.find(({ id }) => id === details['theme'])?.name
  if (about && about !== theme) said.push(words.theme(about))
  if (typeof sections === 'number' && sections > 1) said.push(words.sections(sections))
  if (typeof seq === 'number' && typeof hash === 'string')
    said.push(isOfBook(type) ? words.entry(seq) : words.fact(seq))
  if (type === 'record:export' && typeof form === 'string') said.push(words.form(form.toUpperCase()))
  const yes = allowed ?? writes
  if (typeof yes === 'boolean') said.push(yes ? words.yes : words.no)
  return said
}

const isOfBook = (type: string): boolean => (recordedFacts as readonly string[]).includes(type)

/** The poll that an event is about, and the page to check it on; `null` when it is about none. */
export function pollIn({ subject, details }: Pick<RecordLine, 'subject' | 'details'>) {
  const { poll } = details
  if (typeof poll !== 'string') return null
  return { id: poll, href: `/bijeenkomst/${encodeURIComponent(subject)}/peilingen#peiling-${encodeURIComponent(poll)}` }
}

/** What is wrong with the chain, in words. */
export function faultWords(fault: RecordFault, locale: Locale): string {
  const { faults } = textsIn(locale).record.state
  const seq = wholeNumber(fault.seq, locale)
  if (fault.what === 'event') return faults[fault.why](seq)
  if (fault.what === 'meeting-fact') return faults[ofMeeting[fault.why]](seq, fault.meeting)
  const why = fault.why === 'changed' ? 'factChanged' : fault.why
  return faults[why](seq, fault.book)
}

const ofMeeting = { unrecorded: 'meetingUnrecorded', changed: 'meetingChanged', gone: 'meetingGone' } as const
