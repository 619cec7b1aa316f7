import type { Instant } from '../ids.ts'
import { oneLine } from '../public-name.ts'
import { ok, refuse, type Result } from '../result.ts'
import { reasonMax, sound } from './question.ts'

/** Of a word that people do not understand (onduidelijk woord): how often somebody said so, and that it was struck. */
interface UnclearWord {
  readonly count: number
  /** The Chef took it out of sight (WORD-2); `null`: it is there. */
  readonly struck: { readonly reason: string; readonly at: Instant } | null
}

/** By the word as it is counted. */
export type UnclearWords = ReadonlyMap<string, UnclearWord>

export type WordFact =
  /** Somebody does not understand this word; who, is not known (WORD-1). */
  | { readonly type: 'word:asked'; readonly word: string }
  | { readonly type: 'word:struck'; readonly word: string; readonly reason: string }
  | { readonly type: 'word:restored'; readonly word: string }

export type WordCommand =
  | { readonly type: 'word:ask'; readonly word: string }
  | { readonly type: 'word:strike'; readonly word: string; readonly reason: string }
  | { readonly type: 'word:restore'; readonly word: string }

export const wordMax = 40
/** Different words of one meeting. */
const wordsMax = 300

/** Words as they are counted: `BBV`, ` bbv ` and `Bbv` are one. */
export const asWord = (typed: string): string => oneLine(typed).toLowerCase()

/** Everybody asks; whoever leads strikes what is no word to explain, until the minutes are confirmed (WORD-2). */
export function decideWord(words: UnclearWords, command: WordCommand): Result<readonly WordFact[]> {
  const word = asWord(command.word)
  const known = words.get(word)
  if (command.type === 'word:ask') {
    if (word === '') return refuse({ code: 'text-empty' })
    if (word.length > wordMax) return refuse({ code: 'text-too-long', max: wordMax })
    if (!known && words.size >= wordsMax) return refuse({ code: 'too-many', max: wordsMax })
    return ok([{ type: 'word:asked', word }])
  }
  if (!known) return refuse({ code: 'word-not-found' })
  if (command.type === 'word:restore') return ok(known.struck ? [{ type: 'word:restored', word }] : [])
  if (known.struck) return ok([])
  const reason = sound(command.reason, reasonMax, 'reason-needed')
  return reason.ok ? ok([{ type: 'word:struck', word, reason: reason.value }]) : reason
}

export function applyWord(words: UnclearWords, fact: WordFact, at: Instant): UnclearWords {
  const { count, struck } = words.get(fact.word) ?? { count: 0, struck: null }
  const changed = (): UnclearWord => {
    switch (fact.type) {
      case 'word:asked':
        return { count: count + 1, struck }
      case 'word:struck':
        return { count, struck: { reason: fact.reason, at } }
      case 'word:restored':
        return { count, struck: null }
      default:
        return { count, struck }
    }
  }
  return new Map(words).set(fact.word, changed())
}

/** Those that are to be read, the most asked first. */
export const wordsShown = (words: UnclearWords): readonly { readonly word: string; readonly count: number }[] =>
  [...words]
    .flatMap(([word, { count, struck }]) => (struck ? [] : [{ word, count }]))
    .sort((one, other) => other.count - one.count || (one.word < other.word ? -1 : 1))

/** Those that were struck, with the reason. */
export const wordsStruck = (words: UnclearWords): readonly { readonly word: string; readonly reason: string }[] =>
  [...words].flatMap(([word, { struck }]) => (struck ? [{ word, reason: struck.reason }] : []))
