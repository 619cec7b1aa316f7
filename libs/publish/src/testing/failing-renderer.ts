import type { Rendered } from '../pdf/renderer.ts'

/*
 * A renderer that does as the title of the document says: it never answers, takes all the memory there is, or ends.
 * Anything else it answers with the names of what stands in its environment.
 */
const held: Buffer[] = []
const clock = new Int32Array(new SharedArrayBuffer(4))

process.on('message', (json: string) => {
  const { title } = JSON.parse(json) as { readonly title: string }
  if (title === 'hangs') for (;;) held.length = 0
  // A megabyte each millisecond: no faster than somebody can see.
  if (title === 'eats') for (; ; Atomics.wait(clock, 0, 0, 1)) held.push(Buffer.alloc(1024 * 1024, 1))
  if (title === 'ends') {
    process.stderr.write('out of paper')
    process.exit(3)
  }
  process.send?.({ pdf: Buffer.from(Object.keys(process.env).join(' ')) } satisfies Rendered)
})
process.on('disconnect', () => process.exit())
