import type { SetAside } from '@witboek/book/client'
import type { ParkedAnswer } from '@witboek/contract'
import type { Block, ParkedPiece } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import { cardsOf, plainWords } from './parked-cards.ts'

const paragraph = (text: string): Block => ({ kind: 'paragraph', text: [{ text }] })
const piece = (...blocks: Block[]): ParkedPiece => ({ at: '', inline: false, blocks })
const setAside = (id: string, at: number, pieces = [piece(paragraph(id))]) =>
  ({ id, section: 's', code: 'section-locked', at, pieces }) as unknown as SetAside
const parked = (id: string, at: number, state: string, own = true) =>
  ({ ...setAside(id, at), state, own, writer: {} }) as unknown as ParkedAnswer['parked'][number]

describe('words that were set aside', () => {
  it('are one list, oldest first, wherever they are kept, each once', () => {
    const cards = cardsOf([parked('b', 2, 'kept'), parked('a', 1, 'handed')], [setAside('b', 2), setAside('c', 3)])
    expect(cards.map(({ id, place }) => [id, place])).toEqual([
      ['a', 'handed'],
      ['b', 'kept'],
      ['c', 'device'],
    ])
  })

  it('are one’s own only, and none where something was only taken out', () => {
    expect(cardsOf([parked('x', 1, 'handed', false)], [setAside('y', 2, [])])).toEqual([])
  })

  it('can be copied as plain text', () => {
    const list: Block = { kind: 'list', ordered: false, items: [[paragraph('één')], [paragraph('twee')]] }
    const table: Block = {
      kind: 'table',
      rows: [['a', 'b'].map((text) => ({ header: false, blocks: [paragraph(text)] }))],
    }
    expect(plainWords([piece(paragraph('Eerst'), list), piece(table)])).toBe('Eerst\n\n- één\n- twee\n\na\tb')
  })
})
