import { describe, expect, it } from 'vitest'
import { textGroupsOf } from './text-groups.ts'

describe('the texts of a page', () => {
  it.each([
    ['/', []],
    [null, []],
    ['/thema/[theme]', []],
    ['/thema/[theme]/groenboek', ['writing']],
    ['/thema/[theme]/bijeenkomsten', ['evening']],
    ['/thema/[theme]/uitnodigingen', ['desk']],
    ['/meedoen/[code]', ['evening']],
    ['/scherm/[meeting]', ['evening']],
    ['/bijeenkomst/[meeting]', ['evening']],
    ['/mijn', ['desk']],
  ] as const)('%s: %j', (route, groups) => {
    expect(textGroupsOf(route)).toEqual(groups)
  })
})
