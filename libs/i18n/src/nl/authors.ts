/** Who wrote which words, by the server's record. */
export const authors = {
  toggle: 'Wie schreef dit?',
  explained: 'Elke schrijver heeft een kleur, een lijn en letters. Zo ziet u ook zonder kleur wie wat schreef.',
  writtenBy: 'Geschreven door',
  nobody: 'Hier schreef nog niemand.',
  failed: 'Wie wat schreef, is nu niet op te halen.',
}
