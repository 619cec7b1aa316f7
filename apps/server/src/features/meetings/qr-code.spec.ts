import { encode } from 'uqr'
import { describe, expect, it } from 'vitest'
import { qrCode } from './qr-code.ts'

describe('[MEET-5] the QR code', () => {
  it.each(['https://dialoog.voorbeeld.example/meedoen/CDFHJK', 'http://localhost:3000/meedoen/X34679'])(
    'of %s is drawn module by module, with a white edge of four',
    (address) => {
      const { size, path } = qrCode(address)
      const black = new Set(
        [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)].flatMap(([, x, y, length]) =>
          Array.from({ length: Number(length) }, (_, i) => `${Number(x) + i},${y}`),
        ),
      )
      const drawn = Array.from({ length: size }, (_, y) =>
        Array.from({ length: size }, (_, x) => black.has(`${x},${y}`)),
      )
      expect(drawn).toEqual(encode(address, { ecc: 'M', border: 4 }).data)
      const edge = drawn.flatMap((row, y) => row.filter((_, x) => Math.min(x, y, size - 1 - x, size - 1 - y) < 4))
      expect(edge.some(Boolean)).toBe(false)
    },
  )
})
