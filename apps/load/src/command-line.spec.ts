import { describe, expect, it } from 'vitest'
import { NotUnderstood, readCommandLine } from './command-line.ts'

describe('the command line', () => {
  it('plays scenarios at full size against our own server unless told otherwise', () => {
    expect(readCommandLine(['typing-evening', 'durable'])).toEqual({
      scenarios: ['typing-evening', 'durable'],
      scale: 1,
      seed: 1,
      generators: null,
      servers: [],
      systems: null,
      compare: false,
      profile: false,
    })
  })

  it('takes several servers, systems and a size', () => {
    const line = readCommandLine('x --servers http://a:1/,http://b:2 --system witboek,relay --scale 0.1'.split(' '))
    expect(line).toMatchObject({ servers: ['http://a:1', 'http://b:2'], systems: ['witboek', 'relay'], scale: 0.1 })
  })

  it.each([['--scale', 'big'], ['--system', 'etherpad'], ['--turbo']])(
    'says what it does not understand: %s %s',
    (...args) => {
      expect(() => readCommandLine(args)).toThrow(NotUnderstood)
    },
  )
})
