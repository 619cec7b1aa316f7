import type { Texts } from '../nl.ts'

export const pollProof: Texts['pollProof'] = {
  take: 'Take the proof (JSON)',
  takeOf: (question) => `Take the proof (JSON): ${question}`,
  failed: 'The proof could not be fetched.',
}
