import type { VisitAnswer } from '@witboek/contract'
import { installationChain } from '@witboek/domain'
import { openEmbeddedStore, openPostgresStore, type Store } from '@witboek/store'
import { aDatabase } from '@witboek/testkit/servers'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { runsToEnd } from '../testing/a-command.ts'
import { aFolder, aServerProcess, type ServerProcess } from '../testing/a-server.ts'
import { aTownsperson, townspeople } from '../testing/a-townsperson.ts'

let folder: ReturnType<typeof aFolder>
const servers: ServerProcess[] = []
beforeEach(() => {
  folder = aFolder()
})
afterEach(() => {
  for (const { child } of servers.splice(0)) child.kill('SIGKILL')
  folder.remove()
})

type Place = Record<'DATA_DIR' | 'DATABASE_URL' | 'PUBLIC_ORIGIN', string>
const stores = {
  'in a folder': () => Promise.resolve({ DATA_DIR: `${folder.path}/data`, DATABASE_URL: '', PUBLIC_ORIGIN: '' }),
  'in PostgreSQL': async (): Promise<Place> => ({
    DATA_DIR: '',
    DATABASE_URL: await aDatabase(inject('postgres')),
    PUBLIC_ORIGIN: '',
  }),
} as const

const makes = (place: Place, ...args: string[]) => runsToEnd('administrator/command.ts', args, place)
const tineke = ['--name', 'Tineke de Vries', '--email', 'Tineke@Voorbeeld.example'] as const

async function starts(place: Place, more: Record<string, string> = {}): Promise<ServerProcess> {
  const server = await aServerProcess({ PORT: '0', EXAMPLE: 'off', ...place, ...more })
  servers.push(server)
  return server
}

async function stops({ child }: ServerProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('close', resolve))
  child.kill('SIGTERM')
  await ended
}

async function inStore<Value>(place: Place, read: (store: Store) => Promise<Value>): Promise<Value> {
  const store = await (place.DATABASE_URL ? openPostgresStore(place.DATABASE_URL) : openEmbeddedStore(place.DATA_DIR))
  return read(store).finally(() => store.close())
}

/** The link that a command said, and who comes in by it at this server. */
const tokenIn = (said: string): string =>
  /\/aanmelden\/([\w-]{43})$/m.exec(said)?.[1] ?? expect.fail(`no link: ${said}`)
async function comesIn({ address }: ServerProcess, token: string): Promise<VisitAnswer> {
  const response = await fetch(`${address}/login/link`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: address },
    body: new URLSearchParams({ token }),
  })
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  return (await (await fetch(`${address}/api/visit`, { headers: { cookie } })).json()) as VisitAnswer
}

/** What a command that would not said: one sentence that a person can act on. */
function expectNo({ code, said }: { code: number | null; said: string }, why: string): void {
  expect([code, said]).toEqual([1, expect.stringContaining(why)])
  expect(said.trim().split('\n')).toHaveLength(1)
  expect(said).not.toMatch(/ at .*\.ts|Error:|SQLITE/)
}

describe.each(Object.entries(stores))('[PEOPLE-6] the first administrator, %s', (_, aPlace) => {
  it('is made on an empty installation, signs in once with the link, and it stands in the chain', async () => {
    const place = await aPlace()
    const { code, said } = await makes({ ...place, PUBLIC_ORIGIN: 'https://dialoog.voorbeeld.example' }, ...tineke)
    expect([code, said]).toEqual([0, expect.stringContaining('Tineke de Vries is an administrator now')])
    expect(said).toContain('https://dialoog.voorbeeld.example/aanmelden/')
    const server = await starts(place)
    expect(await comesIn(server, tokenIn(said))).toMatchObject({
      actor: { name: 'Tineke de Vries', role: 'administrator', theme: null },
      dialogue: null,
    })
    expect((await comesIn(server, tokenIn(said))).person, 'a second time').toBeNull()
    await stops(server)
    await inStore(place, async ({ events, contacts }) => {
      const { person } = (await contacts.byEmail('tineke@voorbeeld.example')) ?? expect.fail('no address')
      const all = await events.read(installationChain, { after: 0, limit: 10 })
      expect(all).toMatchObject([
        { actor: null, role: null, type: 'administrator:make', subject: person, details: {} },
        { actor: person, type: 'person:arrive' },
      ])
    })
  })

  it('gets a new link from the same command; another person is none, unless that is what is meant', async () => {
    const place = await aPlace()
    const first = await makes(place, ...tineke)
    const again = await makes(place, ...tineke)
    expect([again.code, again.said]).toEqual([0, expect.stringContaining('was an administrator already')])
    const omar = ['--name', 'Omar Bakker', '--email', 'omar@voorbeeld.example', '--language', 'en']
    expectNo(await makes(place, ...omar), 'add --another')
    const second = await makes(place, ...omar, '--another')
    expect([second.code, second.said]).toEqual([0, expect.stringContaining('Omar Bakker is an administrator now')])
    const server = await starts(place)
    for (const [said, name] of [
      [first.said, 'Tineke de Vries'],
      [again.said, 'Tineke de Vries'],
      [second.said, 'Omar Bakker'],
    ] as const)
      expect(await comesIn(server, tokenIn(said))).toMatchObject({ actor: { name, role: 'administrator' } })
    await stops(server)
    const types = await inStore(place, async ({ events }) =>
      (await events.read(installationChain, { after: 0, limit: 10 }))
        .filter(({ actor }) => actor === null)
        .map(({ type }) => type),
    )
    expect(types).toEqual(['administrator:make', 'administrator:link', 'administrator:make'])
  })

  it('is who is known by this address already, with the seats they hold', async () => {
    const place = await aPlace()
    const nora = aTownsperson('Nora', { seats: [{ role: 'clerk', theme: null }] })
    await inStore(place, townspeople(nora))
    const { said } = await makes(place, '--name', 'Somebody', '--email', nora.contact.email)
    expect(said).toContain('Nora was known here by this address')
    await inStore(place, async ({ people }) => {
      expect(await people.all()).toMatchObject([
        { id: nora.id, name: 'Nora', seats: [{ role: 'clerk' }, { role: 'administrator' }] },
      ])
    })
  })

  it('is not made beside the administrator of the example', async () => {
    const place = await aPlace()
    await stops(await starts(place, { EXAMPLE: 'on' }))
    expectNo(await makes(place, ...tineke), 'is the example')
  })
})

describe('[PEOPLE-6] the command for the first administrator', () => {
  it('leaves a folder alone that a server uses, and says what to do', async () => {
    const place = await stores['in a folder']()
    await starts(place)
    expectNo(await makes(place, ...tineke), 'stop it, give this command again, and start it')
  })

  it('works on a database while servers use it', async () => {
    const place = await stores['in PostgreSQL']()
    const server = await starts(place)
    const { said } = await makes(place, ...tineke)
    expect(await comesIn(server, tokenIn(said))).toMatchObject({ actor: { role: 'administrator' } })
  })

  it('makes one of two that are given at the same moment', async () => {
    const place = await stores['in PostgreSQL']()
    await inStore(place, async () => undefined)
    const answers = await Promise.all(
      ['a', 'b', 'c'].map((name) => makes(place, '--name', name, '--email', `${name}@voorbeeld.example`)),
    )
    expect(answers.map(({ code }) => code).toSorted()).toEqual([0, 1, 1])
  })

  it.each([
    ['nobody', [], 'Say who it is'],
    ['somebody without an address', ['--name', 'Tineke'], 'Say who it is'],
    ['an address that is none', ['--name', 'Tineke', '--email', 'tineke'], 'is no e-mail address'],
    ['a name that cannot be seen', ['--name', '\u200B', '--email', 'a@b.example'], 'one line of 1 to 60'],
    ['a language we have not', ['--name', 'T', '--email', 'a@b.example', '--language', 'fr'], 'nl or en'],
    ['a word too many', [...tineke, 'administrator'], 'not understood'],
    ['a wish we do not know', [...tineke, '--role', 'lead'], 'not understood'],
  ])('says what is wrong with %s, and touches nothing', async (_, args, why) => {
    const place = await stores['in a folder']()
    expectNo(await makes(place, ...args), why)
    await inStore(place, async ({ people }) => expect(await people.all()).toEqual([]))
  })

  it('says what is wrong with the database, and never its password', async () => {
    const place = { DATA_DIR: '', DATABASE_URL: 'postgres://witboek:a-secret@127.0.0.1:9/witboek', PUBLIC_ORIGIN: '' }
    const answer = await makes(place, ...tineke)
    expectNo(answer, 'does not answer')
    expect(answer.said).not.toContain('a-secret')
  })
})
