import {
  fixedOptions,
  pollDotsMax,
  pollMinutesMax,
  usualPlan,
  type Cents,
  type PollKind,
  type PollPlan,
} from '@witboek/domain'
import { amountTyped, centsIn } from '@witboek/i18n'

/** A poll as one fills it in: what stands in its fields, numbers and amounts in euros too. */
export interface PollFields {
  question: string
  explanation: string
  kind: PollKind
  visibility: PollPlan['visibility']
  reveal: PollPlan['reveal']
  requiresPresence: boolean
  options: { readonly id: string; label: string; amount: string }[]
  quorum: string | number
  threshold: string | number
  dots: string | number
  target: string
  closesAfter: string | number
}

/** Options of its own, that somebody has to write down. */
export const hasOwnOptions = (kind: PollKind): boolean => !Object.hasOwn(fixedOptions, kind)

/** Stands in the keys of a tally: letters and digits only. */
export const newOption = (): PollFields['options'][number] => ({
  id: crypto.randomUUID().slice(0, 8),
  label: '',
  amount: '',
})

/** What stands in the fields of a poll that there is, or of a new one of its kind. */
export function fieldsOf(plan: PollPlan): PollFields {
  const { question, explanation, kind, visibility, reveal, requiresPresence } = plan
  const shown = (value: number | null) => value ?? ''
  const options = plan.options.map(({ id, label, amount }) => ({
    id,
    label,
    amount: amount === null ? '' : amountTyped(amount),
  }))
  return {
    ...{ question, explanation, kind, visibility, reveal, requiresPresence },
    options: hasOwnOptions(kind) && options.length === 0 ? [newOption(), newOption(), newOption()] : options,
    quorum: shown(plan.quorum),
    threshold: shown(plan.threshold),
    dots: shown(plan.dots),
    target: plan.target === null ? '' : amountTyped(plan.target),
    closesAfter: shown(plan.closesAfter),
  }
}

export const newFields = (kind: PollKind, question: string): PollFields => fieldsOf({ ...usualPlan(kind), question })

/** Which field is missing or holds no number. */
export type FieldFault = 'question' | 'options' | 'amounts' | 'target' | 'quorum' | 'threshold' | 'dots' | 'closesAfter'

/** The plan that these fields make, or what has to be mended first. Lines that were left empty are none. */
export function planIn(fields: PollFields): PollPlan | FieldFault {
  const { question, explanation, kind, visibility, reveal, requiresPresence } = fields
  if (question.trim() === '') return 'question'
  const filled = hasOwnOptions(kind) ? fields.options.filter(({ label }) => label.trim() !== '') : []
  if (hasOwnOptions(kind) && filled.length < 2) return 'options'
  const isMix = kind === 'target_mix'
  const options = filled.map(({ id, label, amount }) => ({ id, label, amount: isMix ? cents(amount) : null }))
  if (isMix && options.some(({ amount }) => amount === null)) return 'amounts'
  const target = isMix ? cents(fields.target) : null
  if (isMix && target === null) return 'target'
  const most = mostIn(fields)
  const numbers = {
    quorum: whole(fields.quorum, most.quorum),
    threshold: whole(fields.threshold, most.threshold),
    dots: kind === 'dots' || kind === 'multiple' ? whole(fields.dots, most.dots) : null,
    closesAfter: whole(fields.closesAfter, most.closesAfter),
  }
  for (const name of ['quorum', 'threshold', 'dots', 'closesAfter'] as const)
    if (numbers[name] === 'unfit' || (name === 'dots' && kind === 'dots' && numbers.dots === null)) return name
  return {
    ...{ question, explanation, kind, options, visibility, reveal, requiresPresence, target },
    ...(numbers as { [Name in keyof typeof numbers]: number | null }),
  }
}

/** The highest number that may stand in a field; the lowest is 1. */
export const mostIn = ({ kind, options }: Pick<PollFields, 'kind' | 'options'>) => ({
  quorum: 100,
  threshold: 100,
  dots: kind === 'dots' ? pollDotsMax : options.filter(({ label }) => label.trim() !== '').length,
  closesAfter: pollMinutesMax,
})

/** `null`: left empty. */
function whole(typed: string | number, most: number): number | null | 'unfit' {
  if (typed === '' || typed === null) return null
  const value = Number(typed)
  return Number.isSafeInteger(value) && value >= 1 && value <= most ? value : 'unfit'
}

/** Of an amount that somebody typed; `null`: it is none, or nothing to save. */
export function cents(typed: string): Cents | null {
  const amount = centsIn(typed)
  return amount === null || amount === 0 ? null : (amount as Cents)
}
