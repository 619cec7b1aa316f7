import { Reader } from './reader.ts'

const reader = new Reader()

/** Tells of each caret in a message: whose (client id), and which of its moves. What it says is passed over. */
export function caretClocks(
  bytes: Uint8Array,
  start: number,
  end: number,
  tell: (client: number, clock: number) => void,
): void {
  reader.over(bytes, start, end)
  const count = reader.varUint()
  for (let i = 0; i < count; i++) {
    const client = reader.varUint()
    tell(client, reader.varUint())
    reader.sized()
  }
}
