import { clock, dayAndTime } from './format.ts'
import type { Locale } from './locale.ts'
import type { Texts } from './nl.ts'

/** When and where people come. */
interface Moment {
  readonly startsAt: number
  readonly endsAt: number
  /** May be empty. */
  readonly place: string
}

/** What a letter about a meeting is made of. */
interface MeetingLetterFacts {
  /** Of whoever gets it; may be empty. */
  readonly name: string
  readonly kind: 'announced' | 'moved' | 'cancelled'
  readonly title: string
  /** `null`: all of them together. */
  readonly theme: string | null
  readonly is: Moment
  /** Before it was moved; `null`: nobody knows. */
  readonly was: Moment | null
  /** Where people at home come in; `null`: they do not. */
  readonly fromHome: string | null
  /** Why it is not held. */
  readonly reason: string
  /** The address of the page where one says that no more shall come. */
  readonly ownPage: string
}

/** The words of a letter about a meeting. */
export function meetingLetter(facts: MeetingLetterFacts, { meetingMail: texts }: Texts, locale: Locale) {
  const { name, kind, title, theme, is, reason, ownPage } = facts
  return {
    subject: texts[kind].subject(title, dayAndTime(is.startsAt, locale)),
    greeting: texts.greeting(name),
    paragraphs: [
      texts[kind].text(title, theme),
      ...(kind === 'cancelled' ? [texts.cancelled.was(inWords(is)), texts.cancelled.because(reason)] : held()),
      texts[kind].calendar,
      texts.stop(ownPage),
    ],
    button: texts.button,
    why: texts.why(theme),
  }

  function held(): readonly string[] {
    const { was, fromHome } = facts
    const home = fromHome === null ? [] : [texts.fromHome(fromHome)]
    if (kind === 'announced' || was === null) return [texts.announced.is(inWords(is)), ...home]
    const [before, after] = [inWords(was), inWords(is)]
    // Only how one joins from home is another.
    if (before === after) return [texts.announced.is(after), texts.moved.fromHome, ...home]
    return [texts.moved.was(before), texts.moved.is(after), ...home]
  }

  function inWords({ startsAt, endsAt, place }: Moment): string {
    const when = texts.when(dayAndTime(startsAt, locale), clock(endsAt, locale))
    return texts.moment(when, place || texts.placeUnknown)
  }
}
