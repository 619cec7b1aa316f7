/** The button that takes the proof of a poll along, wherever it stands. */
export const pollProof = {
  take: 'Neem het bewijs mee (JSON)',
  takeOf: (question: string) => `Neem het bewijs mee (JSON): ${question}`,
  failed: 'Het bewijs ophalen lukte niet.',
}
