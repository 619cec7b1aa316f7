import { describe, expect, it } from 'vitest'
import { seatsPath, signInPath } from './sign-in-path.ts'

describe('the way to the page for signing in', () => {
  it('leads back to where somebody was', () => {
    expect(signInPath('/thema/sport?x=1&y=2')).toBe('/aanmelden?naar=%2Fthema%2Fsport%3Fx%3D1%26y%3D2')
    expect(seatsPath('/thema/sport')).toBe('/plaats?naar=%2Fthema%2Fsport')
    expect(signInPath('/')).toBe('/aanmelden')
  })

  it('does not take a link from a mail along', () => {
    expect(signInPath('/aanmelden/geheim')).toBe('/aanmelden')
    expect(seatsPath('/aanmelden/geheim')).toBe('/plaats')
    expect(seatsPath('/plaats?naar=%2Fthema%2Fsport')).toBe('/plaats?naar=%2Fthema%2Fsport')
  })
})
