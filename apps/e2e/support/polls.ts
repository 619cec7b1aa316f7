import { randomUUID } from 'node:crypto'
import type { Evening } from './evening.ts'

/** Four proposals to choose from; with what each of them brings (cents a year). */
const proposals = [
  ['maandag', 'Het zwembad op maandag sluiten', 120_000_00],
  ['korter', 'Kortere openingstijden', 80_000_00],
  ['hal', 'Sporthal verhuren in het weekend', 45_000_00],
  ['velden', 'Velden door de clubs laten onderhouden', 200_000_00],
] as const

/** What a poll is when nothing else is said of it. */
const plain = {
  explanation: '',
  options: [] as unknown[],
  visibility: 'open',
  reveal: 'on_close',
  requiresPresence: true,
  quorum: null,
  threshold: null,
  dots: null,
  target: null,
  closesAfter: null,
}

const withOptions = ['single', 'multiple', 'dots', 'score', 'rank', 'target_mix']

/** The Chef opens a poll of this kind; answers its id. */
export async function opensPoll(evening: Evening, kind: string, question: string, more: object = {}): Promise<string> {
  const poll = randomUUID()
  const options = withOptions.includes(kind)
    ? proposals.map(([id, label, amount]) => ({ id, label, amount: kind === 'target_mix' ? amount : null }))
    : []
  await evening.does(evening.chef, 'poll/draft', {
    poll,
    item: null,
    plan: { ...plain, kind, question, options, ...more },
  })
  await evening.does(evening.chef, 'poll/open', { poll })
  return poll
}

export async function closesPoll(evening: Evening, poll: string): Promise<void> {
  await evening.does(evening.chef, 'poll/close', { poll })
  await evening.does(evening.chef, 'poll/publish', { poll })
}
