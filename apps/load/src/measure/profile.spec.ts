import type { Profiler } from 'node:inspector'
import { describe, expect, it } from 'vitest'
import { profileText, sharesIn } from './profile.ts'

const node = (
  id: number,
  functionName: string,
  url: string,
  children: number[] = [],
): Profiler.Profile['nodes'][number] => ({
  id,
  callFrame: { functionName, url, scriptId: '1', lineNumber: 9, columnNumber: 0 },
  children,
})

const profile: Profiler.Profile = {
  startTime: 0,
  endTime: 1000,
  nodes: [
    node(1, '(root)', '', [2, 5, 6]),
    node(2, 'commit', 'file:///somewhere/libs/book/src/room/commit-queue.ts', [3]),
    node(3, 'commit', 'file:///somewhere/libs/book/src/room/commit-queue.ts', [4]),
    node(4, 'applyUpdate', 'file:///somewhere/node_modules/yjs/dist/yjs.cjs'),
    node(5, '(idle)', ''),
    node(6, 'post', 'node:inspector'),
  ],
  samples: [4, 4, 3, 5, 6],
  timeDeltas: [200, 200, 100, 500, 400],
}

describe('a processor profile', () => {
  it('tells what each function used itself and with all that it called, of the time that was not idle', () => {
    expect(sharesIn(profile)).toEqual([
      { name: 'applyUpdate yjs/dist/yjs.cjs:10', own: 80, all: 80 },
      { name: 'commit libs/book/src/room/commit-queue.ts:10', own: 20, all: 100 },
    ])
  })

  it('can be read', () => {
    expect(profileText(sharesIn(profile)).split('\n')).toEqual([
      'in the function itself',
      ' 80.0 %  applyUpdate yjs/dist/yjs.cjs:10',
      ' 20.0 %  commit libs/book/src/room/commit-queue.ts:10',
      'with all that it calls, ours',
      '100.0 %  commit libs/book/src/room/commit-queue.ts:10',
    ])
  })
})
