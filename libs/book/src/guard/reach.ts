import { reachOf, type Store } from './known.ts'
import { none, type Scan } from './scan.ts'

/** Whether the update goes on where the server is, and deletes nothing that is not there. What it stands beside is looked at when it is placed. */
export function leavesGap(scan: Scan, store: Store): boolean {
  if (scan.skips) return true
  for (let block = 0; block < scan.blocks; block++) {
    if ((scan.blockClock[block] as number) > reachOf(store, scan.blockClient[block] as number)) return true
  }
  for (let i = 0; i < scan.deletes; i++) {
    const client = scan.deleteClient[i] as number
    const end = scan.deleteEnd[i] as number
    if (end > reachOf(store, client) && end > reachInside(scan, client)) return true
  }
  return false
}

function reachInside(scan: Scan, client: number): number {
  const block = scan.blockOf(client)
  return block === none ? 0 : (scan.blockEnd[block] as number)
}
