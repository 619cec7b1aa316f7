import { expect, request, test } from '@playwright/test'
import type { SeatsAnswer } from '@witboek/contract'
import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { House } from '../support/house.ts'

const routes = fileURLToPath(new URL('../../web/src/routes', import.meta.url))

type Role = SeatsAnswer['seats'][number]['role']

/** Whoever comes by: each role, in the theme group of Sport and in another one; and somebody who has not signed in. */
const visitors = [
  'nobody',
  'expert@sport',
  'expert@onderwijs',
  'chef@sport',
  'chef@onderwijs',
  'civilServant',
  'financialAdviser',
  'lead',
  'clerk',
  'college',
  'councillor',
  'administrator',
  'auditor',
] as const
type Who = (typeof visitors)[number]

/** What a page says to whom: it opens (200), asks to sign in (401), says that it is not for them (403), or knows nothing of it. */
interface Page {
  readonly at: string
  readonly opensFor: 'everybody' | readonly Who[]
}

const readers: readonly Who[] = [
  'expert@sport',
  'expert@onderwijs',
  'chef@sport',
  'chef@onderwijs',
  'civilServant',
  'financialAdviser',
  'lead',
  'clerk',
  'auditor',
]

/** Every page of the site, by its folder (RIGHTS-1), in the green phase. A page that is not here fails. */
const pages: Readonly<Record<string, Page>> = {
  '/': { at: '/', opensFor: 'everybody' },
  '/plaats': { at: '/plaats', opensFor: 'everybody' },
  '/toegankelijkheid': { at: '/toegankelijkheid', opensFor: 'everybody' },
  '/privacy': { at: '/privacy', opensFor: 'everybody' },
  '/postvak': { at: '/postvak', opensFor: 'everybody' },
  '/gestopt': { at: '/gestopt', opensFor: 'everybody' },
  '/aanmelden': { at: '/aanmelden', opensFor: 'everybody' },
  '/aanmelden/[token]': { at: '/aanmelden/nergens', opensFor: 'everybody' },
  '/uitnodiging/[token]': { at: '/uitnodiging/nergens', opensFor: 'everybody' },
  '/meedoen': { at: '/meedoen', opensFor: 'everybody' },
  '/meedoen/[code]': { at: '/meedoen/CDFHJK', opensFor: 'everybody' },
  '/meedoen/adres/[token]': { at: '/meedoen/adres/nergens', opensFor: 'everybody' },
  '/wachtkamer': { at: '/wachtkamer', opensFor: 'everybody' },
  '/mijn': { at: '/mijn', opensFor: 'everybody' },
  '/mijn/adres/[token]': { at: '/mijn/adres/nergens', opensFor: 'everybody' },
  '/thema/[theme]': { at: '/thema/sport', opensFor: 'everybody' },
  '/thema/[theme]/groenboek': { at: '/thema/sport/groenboek', opensFor: readers },
  '/thema/[theme]/bijeenkomsten': {
    at: '/thema/sport/bijeenkomsten',
    opensFor: ['expert@sport', 'chef@sport', 'civilServant', 'financialAdviser', 'lead', 'clerk', 'auditor'],
  },
  '/thema/[theme]/uitnodigingen': {
    at: '/thema/sport/uitnodigingen',
    opensFor: ['chef@sport', 'lead', 'administrator', 'auditor'],
  },
  '/uitnodigingen': { at: '/uitnodigingen', opensFor: ['lead', 'administrator', 'auditor'] },
  '/mensen': { at: '/mensen', opensFor: ['lead', 'administrator', 'auditor'] },
  '/vastlegging': { at: '/vastlegging', opensFor: ['auditor'] },
  '/bijeenkomsten': { at: '/bijeenkomsten', opensFor: readers },
  '/meldingen': { at: '/meldingen', opensFor: ['lead'] },
  '/bijeenkomst/[meeting]': { at: '/bijeenkomst/nergens', opensFor: [] },
  '/bijeenkomst/[meeting]/meldingen': { at: '/bijeenkomst/nergens/meldingen', opensFor: [] },
  '/bijeenkomst/[meeting]/peilingen': { at: '/bijeenkomst/nergens/peilingen', opensFor: [] },
  '/bijeenkomst/[meeting]/regie': { at: '/bijeenkomst/nergens/regie', opensFor: [] },
  '/bijeenkomst/[meeting]/verslag': { at: '/bijeenkomst/nergens/verslag', opensFor: [] },
  '/scherm/[meeting]': { at: '/scherm/nergens', opensFor: [] },
}

test.describe('[RIGHTS-1] every page', () => {
  test('is in the table', () => {
    const there = globSync('**/+page.svelte', { cwd: routes }).map((file) => {
      const folder = file.replace(/\/?\+page\.svelte$/, '').replaceAll(/\([^)]*\)\/?/g, '')
      return `/${folder}`.replace(/(.)\/$/, '$1')
    })
    expect(there.sort()).toEqual(Object.keys(pages).sort())
  })

  test('opens for those in the table, and for nobody else', async () => {
    const house = await new House().open()
    const origin = { Origin: house.address }
    const wrong: string[] = []
    try {
      for (const who of visitors) {
        const browser = await request.newContext({ baseURL: house.address, extraHTTPHeaders: origin })
        const [role, slug] = who.split('@') as [Role, string | undefined]
        const { seats } = (await (await browser.get('/api/example/seats')).json()) as SeatsAnswer
        const seat = seats.find((each) => each.role === role && (!slug || each.theme?.slug === slug))
        if (who !== 'nobody') {
          if (!seat) throw new Error(`nobody in the example is ${who}`)
          await browser.post('/login/example', { form: { person: seat.person }, maxRedirects: 0 })
        }
        for (const [page, { at, opensFor }] of Object.entries(pages)) {
          const status = (await browser.get(at, { maxRedirects: 0 })).status()
          const opens = opensFor === 'everybody' || opensFor.includes(who)
          if (opens !== (status === 200)) wrong.push(`${who}: ${page} ${status}`)
        }
        await browser.dispose()
      }
    } finally {
      await house.remove()
    }
    expect(wrong).toEqual([])
  })
})
