import type { QrCode } from '@witboek/contract'
import { encode } from 'uqr'

/** An address as a QR code, with an edge of four modules (ISO/IEC 18004) and so much more than it needs that a beamer may blur it. */
export function qrCode(address: string): QrCode {
  const { data, size } = encode(address, { ecc: 'M', border: 4 })
  const runs = data.flatMap((row, y) => blackRuns(row).map(({ x, length }) => `M${x} ${y}h${length}v1h-${length}z`))
  return { size, path: runs.join('') }
}

function blackRuns(row: readonly boolean[]): readonly { readonly x: number; readonly length: number }[] {
  const starts = row.flatMap((black, x) => (black && !row[x - 1] ? [x] : []))
  return starts.map((x) => {
    const end = row.indexOf(false, x)
    return { x, length: (end < 0 ? row.length : end) - x }
  })
}
