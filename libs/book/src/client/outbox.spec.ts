import { describe, expect, it } from 'vitest'
import { Outbox } from './outbox.ts'

describe('[I2] saved is what the server has acknowledged', () => {
  it('keeps an edit until the message that carried it is acknowledged', () => {
    const outbox = new Outbox()
    outbox.wrote()
    outbox.sentLast()
    outbox.wrote()
    outbox.sentLast()
    expect(outbox.size).toBe(2)
    expect(outbox.acknowledged(1)).toBe(true)
    expect(outbox.size).toBe(1)
    expect(outbox.acknowledged(1)).toBe(false)
    outbox.acknowledged(2)
    expect(outbox.size).toBe(0)
  })

  it('keeps what was written without a line until everything missing has been sent', () => {
    const outbox = new Outbox()
    outbox.wrote()
    outbox.wrote()
    outbox.wrote()
    outbox.sentLast()
    outbox.acknowledged(1)
    expect(outbox.size, 'the two from before the line are not in message 1').toBe(2)
    outbox.sentAll()
    outbox.acknowledged(2)
    expect(outbox.size).toBe(0)
  })

  it('takes back every promise when the line is lost, and counts the new line from the start', () => {
    const outbox = new Outbox()
    outbox.wrote()
    outbox.sentLast()
    outbox.lineLost()
    expect(outbox.acknowledged(1)).toBe(false)
    expect(outbox.size).toBe(1)
    outbox.sentAll()
    outbox.acknowledged(1)
    expect(outbox.size).toBe(0)
  })
})
