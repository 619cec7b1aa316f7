import type { Profiler } from 'node:inspector'

/** Where time went: percent of all time that was not spent waiting. */
interface Share {
  readonly name: string
  /** In the function itself, and in all that it called. */
  readonly own: number
  readonly all: number
}

const waiting = new Set(['(idle)', '(root)'])
/** Asking for the profile takes time too, and is no work of the server. */
const isOurOwn = ({ functionName, url }: CallFrame): boolean =>
  waiting.has(functionName) || (functionName === 'post' && url === 'node:inspector')

type CallFrame = Profiler.Profile['nodes'][number]['callFrame']

/** Sums up a processor profile by function, the dearest first. */
export function sharesIn({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): readonly Share[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const parent = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)))
  const time = new Map<number, number>()
  for (const [i, id] of samples.entries()) time.set(id, (time.get(id) ?? 0) + (timeDeltas[i] ?? 0))
  const own = new Map<string, number>()
  const all = new Map<string, number>()
  let total = 0
  for (const [id, spent] of time) {
    const node = byId.get(id)
    if (!node || isOurOwn(node.callFrame)) continue
    total += spent
    add(own, nameOf(node.callFrame), spent)
    // A function that calls itself is in its stack more than once, and has used the time once.
    const inStack = new Set<string>()
    for (let at: number | undefined = id; at !== undefined; at = parent.get(at)) {
      const frame = byId.get(at)?.callFrame
      if (frame && !waiting.has(frame.functionName)) inStack.add(nameOf(frame))
    }
    for (const name of inStack) add(all, name, spent)
  }
  const share = (spent = 0) => (total > 0 ? (100 * spent) / total : 0)
  return [...all]
    .map(([name, spent]) => ({ name, own: share(own.get(name)), all: share(spent) }))
    .sort((a, b) => b.own - a.own)
}

function add(to: Map<string, number>, name: string, spent: number): void {
  to.set(name, (to.get(name) ?? 0) + spent)
}

/** `SectionRoom.apply libs/book/src/room/section-room.ts:72` */
function nameOf({ functionName, url, lineNumber }: CallFrame): string {
  const name = functionName === '' ? '(anonymous)' : functionName
  const file = /(?:(?:apps|libs)\/|node_modules\/|node:)(?!.*node_modules\/).*$/.exec(url)?.[0] ?? ''
  return file === '' ? name : `${name} ${file.replace('node_modules/', '')}:${lineNumber + 1}`
}

/** The dearest functions, and what our own ones cost with all that they call. */
export function profileText(shares: readonly Share[], count = 18): string {
  const percent = (value: number) => `${value.toFixed(1).padStart(5)} %`
  const ours = shares.filter(({ name }) => /(apps|libs)\//.test(name)).sort((a, b) => b.all - a.all)
  return [
    'in the function itself',
    ...shares.slice(0, count).map(({ name, own }) => `${percent(own)}  ${name}`),
    'with all that it calls, ours',
    ...ours.slice(0, count).map(({ name, all }) => `${percent(all)}  ${name}`),
  ].join('\n')
}
