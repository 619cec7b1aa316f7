import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { licenseOf, mayHelp, mayShip, readByHand } from '../sbom/licences.ts'
import { installed, Packages, type Package } from '../sbom/packages.ts'

const house = fileURLToPath(new URL('../..', import.meta.url))
const packages = new Packages(house)
const all = packages.all()
const told = (those: readonly Package[]) => those.map((one) => `${one.name}@${one.version}: ${licenseOf(one)}`)

describe('what others made', () => {
  it('[SAFE-8] is under a licence that lets us work with it', () => {
    expect(all.length).toBeGreaterThan(500)
    expect(told(all.filter((one) => !mayHelp(one)))).toEqual([])
  })

  it('[SAFE-8] and ships is under a licence that lets us give it on', () => {
    const shipped = packages.shipped()
    expect(shipped.filter(({ room }) => room).map(({ place }) => place)).toEqual(
      expect.arrayContaining(['apps/server', 'apps/web', 'libs/domain', 'libs/store', 'libs/ui']),
    )
    const names = new Set(shipped.map(({ name }) => name))
    for (const name of ['express', 'ws', 'pg', '@opentelemetry/api', 'svelte', '@tiptap/core', 'socket.io', 'bits-ui'])
      expect(names).toContain(name)
    for (const name of ['vitest', 'eslint', 'vite', 'nx', '@playwright/test', 'libs/testkit'])
      expect(names).not.toContain(name)
    expect(told(shipped.filter((one) => !mayShip(one)))).toEqual([])
  })

  it('[SAFE-8] says the same where it is installed as in the lock file', () => {
    const differing = all.flatMap((one) => {
      const found = installed(house, one)
      const said = typeof found?.license === 'string' ? found.license : null
      return found === null || said === one.license ? [] : [`${one.place}: ${said}, not ${one.license}`]
    })
    expect(differing).toEqual([])
    expect(all.filter((one) => installed(house, one)).length).toBeGreaterThan(500)
  })

  it('[SAFE-8] is in the lock file, whatever lies in the folder of packages', () => {
    const folder = join(house, 'node_modules')
    const places = readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .flatMap((name) =>
        name.startsWith('@') ? readdirSync(join(folder, name)).map((part) => `${name}/${part}`) : [name],
      )
      .filter((name) => !name.startsWith('@witboek/') && existsSync(join(folder, name, 'package.json')))
    const known = new Set(all.map(({ place }) => place))
    expect(places.filter((name) => !known.has(`node_modules/${name}`))).toEqual([])
  })

  it.each(Object.entries(readByHand))(
    '[SAFE-8] %s has the licence that was read by hand',
    (name, { license, file }) => {
      const those = all.filter((one) => one.name === name)
      expect(those.map((one) => one.license)).toEqual(those.map(() => null))
      expect(those.length).toBeGreaterThan(0)
      for (const { place } of those) expect(readFileSync(join(house, place, file), 'utf8')).toMatch(license)
    },
  )

  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-only)', true],
    ['GPL-3.0-only', false],
    ['MIT AND CC-BY-4.0', false],
    ['(MIT AND BSD-3-Clause)', true],
    ['((MIT))', false],
    ['SEE LICENSE IN LICENSE', false],
    ['UNLICENSED', false],
    [null, false],
  ])('[SAFE-8] under %s may be given on: %s', (license, may) => {
    expect(mayShip({ place: 'node_modules/x', name: 'x', version: '1.0.0', license, room: false })).toBe(may)
  })
})
