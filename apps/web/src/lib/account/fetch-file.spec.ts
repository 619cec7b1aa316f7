import { describe, expect, it } from 'vitest'
import { nameIn } from './fetch-file.ts'

describe('the name of a file to keep', () => {
  it.each([
    ['attachment; filename=witboek-mijn-gegevens.odt', 'witboek-mijn-gegevens.odt'],
    ['attachment; filename="witboek-my-data.json"', 'witboek-my-data.json'],
    ['attachment', 'witboek'],
    [null, 'witboek'],
  ])('%s: %s', (said, name) => {
    expect(nameIn(said)).toBe(name)
  })
})
