import { describe, expect, it } from 'vitest'
import { releases, type OwnMove } from './follow-release.ts'

const move = (type: OwnMove['type'], more: Partial<OwnMove> = {}): OwnMove => ({
  type,
  onPage: false,
  inText: false,
  inField: false,
  ...more,
})

describe('[FOLLOW-2] following ends', () => {
  it.each([
    ['by the wheel', move('wheel')],
    ['by a finger that moves the page', move('touchmove')],
    ['by the scroll bar', move('pointerdown', { onPage: true })],
    ['by a key that scrolls', move('keydown', { key: 'PageDown' })],
    ['by going into a text', move('focusin', { inText: true })],
  ])('%s', (_, own) => {
    expect(releases(own)).toBe(true)
  })
})

describe('[FOLLOW-2] following goes on', () => {
  it.each([
    ['when something is pressed', move('pointerdown')],
    ['when one goes to a button', move('focusin')],
    ['when a key does something else', move('keydown', { key: 'Tab' })],
    ['when keys choose in a menu', move('keydown', { key: 'ArrowDown', inField: true })],
  ])('%s', (_, own) => {
    expect(releases(own)).toBe(false)
  })
})
