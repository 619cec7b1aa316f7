import { request as ask } from 'node:http'
import { syncFrame } from '@witboek/book'
import type { MailboxAnswer, SeatsAnswer } from '@witboek/contract'
import type { PersonId, SectionId } from '@witboek/domain'
import { openEmbeddedStore } from '@witboek/store'
import { takeSeat, until } from '@witboek/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aFolder, aServerProcess, type ServerProcess } from './testing/a-server.ts'
import { aTownsperson, townspeople } from './testing/a-townsperson.ts'
import { asks, bookLine, meetingLine, types } from './testing/clients.ts'
import { aParagraph, RawLine } from './testing/raw-line.ts'
import { inSeat, sport, sportBook } from './testing/the-example.ts'

/*
 * An evening on a real server that says all it has to say, pages included: people with names sign in and do what they do,
 * others send what nobody asked for. Whatever they brought along is looked for in all that the server said.
 */

const book = sportBook.book.id
const [first, second, third] = sportBook.sections.map(({ section }) => section) as [SectionId, SectionId, SectionId]

const folder = aFolder()
const named = aTownsperson('Quirina van Zwanenburg', { realName: 'Q. J. van Zwanenburg-Nooitgedacht' })
/** With an id as a town gives them, in which there is no name. */
const id = 'person-01m8ab2q' as PersonId
const resident = { ...named, id, contact: { ...named.contact, person: id } }

/** What nobody may read back, by what it is. The ids of the example are made of names, in small letters. */
const secrets: Record<'names' | 'resident' | 'tokens' | 'words', string[]> = {
  names: [],
  resident: ['Quirina', 'quirina', 'Zwanenburg', 'zwanenburg', 'Nooitgedacht', '203.0.113.77'],
  tokens: [],
  words: ['zwembad-geheim', 'reden-geheim', 'opmerking-geheim', 'kop-geheim', 'opzij-geheim', 'los-geheim'],
}
const email = resident.contact.email

let server: ServerProcess
beforeAll(async () => {
  const store = await openEmbeddedStore(folder.path)
  await townspeople(resident)(store)
  await store.close()
  server = await aServerProcess({
    WEB: 'built',
    PORT: '0',
    LOG_LEVEL: 'debug',
    DATA_DIR: folder.path,
    TRUST_PROXY: 'on',
  })
  const response = await fetch(`${server.address}/api/example/seats`)
  const { seats } = (await response.json()) as SeatsAnswer
  secrets.names.push(...seats.flatMap(({ name }) => [name, ...name.split(' ').filter((part) => part.length > 4)]))
})
afterAll(async () => {
  const ended = new Promise((resolve) => server.child.once('exit', resolve))
  server.child.kill()
  await ended
  folder.remove()
})

async function signsIn(person: string): Promise<string> {
  const cookie = await takeSeat(server.address, person)
  secrets.tokens.push(cookie.split('=')[1] ?? '')
  return cookie
}

/** Sent as it is, without a browser's own idea of what a request is. */
function sends(method: string, path: string, headers: Record<string, string> = {}, body = ''): Promise<unknown> {
  const { port } = new URL(server.address)
  const usual = {
    'user-agent': 'Telefoon van Quirina',
    'x-forwarded-for': '203.0.113.77',
    referer: `${server.address}/?van=${email}`,
    'accept-language': email,
  }
  return new Promise((resolve, reject) => {
    ask({ port, method, path, headers: { ...usual, ...headers } }, (response) => response.resume().on('end', resolve))
      .on('error', reject)
      .end(body)
  })
}

/** By a link in the mail, and then whatever somebody does with an account of their own. */
async function signingInByMail(): Promise<void> {
  const json = { 'content-type': 'application/json', origin: server.address }
  await sends('POST', '/api/sign-in/link', json, JSON.stringify({ email, keep: true, next: `/?van=${email}` }))
  await until('the mail is there', async () => (await mails()).length > 0)
  const [, token = ''] = /\/aanmelden\/([\w-]{20,})/.exec((await mails())[0]?.text ?? '') ?? []
  secrets.tokens.push(token)
  await sends('GET', `/aanmelden/${token}`)
  const arrived = await fetch(`${server.address}/login/link`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: server.address, 'user-agent': 'Telefoon van Quirina' },
    body: new URLSearchParams({ token }),
  })
  const [cookie = ''] = arrived.headers.getSetCookie()[0]?.split(';') ?? []
  secrets.tokens.push(cookie.split('=')[1] ?? '')
  for (const [path, body] of [
    ['/api/account/name', { name: 'Quirina Z.' }],
    ['/api/account/name', { name: email, [email]: email }],
    ['/api/account/passkeys/begin', { name: email }],
    ['/api/account/passkeys', { name: email, response: email }],
    ['/login/passkey', { response: email }],
    ['/api/account/devices/end', { login: email }],
    ['/api/account/devices/end-all', { alsoHere: true }],
  ] as const)
    await sends('POST', path, { ...json, cookie }, JSON.stringify(body))
}

async function mails(): Promise<MailboxAnswer['mails']> {
  const response = await fetch(`${server.address}/api/example/mailbox`)
  return ((await response.json()) as MailboxAnswer).mails
}

async function anEveningOfWriting(): Promise<void> {
  const writersCookie = await signsIn(inSeat('expert'))
  const ws = server.address.replace('http', 'ws')
  const page = bookLine(ws, book, writersCookie)
  const writer = meetingLine(server.address, writersCookie)
  const chef = meetingLine(server.address, await signsIn(inSeat('chef')))
  const lead = meetingLine(server.address, await signsIn(inSeat('lead')))
  await page.section(first).synced
  types(page, first, 'zwembad-geheim')
  await until('it is saved', () => page.state.unsaved === 0 && page.state.savedAt !== null)
  const pieces = [{ at: '', inline: false, blocks: [{ kind: 'paragraph', text: [{ text: 'opzij-geheim' }] }] }]
  for (const [socket, name, message] of [
    [writer, 'presence:enter', { book }],
    [lead, 'remarks:allow', { allowed: true }],
    [chef, 'section:lock', { book, section: second, reason: 'reden-geheim', until: null }],
    [chef, 'section:rename', { book, section: third, heading: 'kop-geheim' }],
    [chef, 'section:rename', { book, section: third, heading: `kop-geheim${'!'.repeat(500)}` }],
    [chef, 'section:add', { book, after: null, heading: 'kop-geheim' }],
    [chef, 'remark:place', { book, section: first, text: 'opmerking-geheim' }],
    [writer, 'edit:park', { book, section: second, id: 'words-1', code: 'section-locked', pieces }],
    [writer, 'edit:hand-over', { book, id: 'words-1' }],
    [writer, 'section:lock', { book, section: second, reason: 'reden-geheim', until: null }],
    [writer, 'section:lock', { [email]: 'reden-geheim', reason: 7 }],
    [lead, 'seat:end', { person: inSeat('expert', { nth: 1 }), theme: sport.id }],
  ] as const)
    await asks(socket, name, message)
  const line = await RawLine.open(`${ws}/collab/${book}`, { cookie: writersCookie, 'user-agent': email })
  await line.edits(second, aParagraph('zwembad-geheim'))
  line.say(first, syncFrame('update', new TextEncoder().encode('los-geheim')))
  line.send('los-geheim')
  await line.ended()
  for (const path of ['/', '/thema/sport', '/thema/sport/groenboek'])
    await sends('GET', path, { cookie: writersCookie })
  await sends('POST', '/logout', { cookie: writersCookie })
  for (const socket of [writer, chef, lead]) socket.disconnect()
  page.close()
}

async function whatNobodyAskedFor(): Promise<void> {
  const at = encodeURIComponent(email)
  const origin = { origin: server.address }
  const form = { 'content-type': 'application/x-www-form-urlencoded', ...origin }
  const json = { 'content-type': 'application/json', ...origin }
  for (const [method, path, headers, body] of [
    ['GET', `/${email}`],
    ['GET', `/thema/${at}`],
    ['GET', `/thema/${at}/groenboek?naam=${encodeURIComponent(resident.name)}`],
    ['GET', `/api/themes/${email}`],
    ['GET', `/api/themes/%E0%A4%A${email}`],
    ['GET', `/%E0%A4%A${email}`],
    ['GET', `/api/books/${at}/parked?mail=${email}`],
    ['GET', `/api/onzin?mail=${email}`],
    ['GET', `/login/${at}`],
    ['GET', `/_app/immutable/${email}.js`],
    ['GET', `/thema/${at}/__data.json`],
    ['GET', '/', { host: email }],
    ['GET', '/', { host: 'a b', 'x-forwarded-host': email }],
    ['GET', '/api/visit', { cookie: `witboek-login=${email}; __Host-witboek-login=${email}` }],
    ['PROPFIND', `/${email}`],
    ['PUT', `/api/home?mail=${email}`, json, `{"mail":"${email}"}`],
    ['POST', '/login/example', form, `person=${at}&next=${at}`],
    ['POST', '/login/example', form, `person=${at.repeat(500)}`],
    ['POST', '/login/example', json, `{"mail":"${email}"`],
    ['POST', '/api/sign-in/link', json, `{"email":"${email}","keep":false,"naam":"${resident.name}"}`],
    ['POST', '/login/link/ask', form, `email=${at}`],
    ['POST', '/login/link/ask', form, `email=${at.repeat(20)}`],
    ['POST', '/login/link', form, `token=${at}`],
    ['GET', `/login/oidc/return?code=${at}&state=${at}`],
    ['GET', `/aanmelden/${at}`],
    ['GET', `/aanmelden?naar=/${at}&probleem=${at}`],
    ['POST', '/login/seat', form, `seat=${at}`],
    ['POST', '/voorkeur', form, `language=${at}&next=/${at}`],
    ['POST', '/voorkeur', json, `{"mail":"${email}"}`],
    ['POST', '/voorkeur', { 'content-type': `multipart/form-data; boundary=${email}`, ...origin }, `--${email}`],
    ['POST', `/voorkeur?mail=${email}`, { ...form, origin: `https://${email}` }, ''],
    ['POST', '/logout', { origin: email }],
    ['GET', `/socket.io/?EIO=4&transport=${at}`],
    ['GET', '/socket.io/?EIO=4&transport=polling', { origin: email }],
    ['POST', `/socket.io/?EIO=4&transport=polling&sid=${at}`, origin, email],
    ['GET', `/collab/${at}`, { connection: 'Upgrade', upgrade: 'websocket', origin: `https://${email}` }],
  ] as [string, string, Record<string, string>?, string?][])
    await sends(method, path, headers, body)
}

describe('the log of an evening', () => {
  it('[SAFE-7] has ids, and no name, address, token, cookie or text', async () => {
    await signingInByMail()
    await anEveningOfWriting()
    await whatNobodyAskedFor()
    await until('the last is told', () => server.said().includes('foreign origin refused'))
    const said = server.said()
    expect(said).toContain('"how":"link"')
    for (const told of [
      'signed in',
      'seat left',
      'committed',
      'locks changed',
      'remarks changed',
      'words set aside',
      'seat ended',
    ])
      expect(said).toContain(told)
    expect(secrets.tokens).toHaveLength(5)
    for (const [what, those] of Object.entries(secrets))
      expect({ [what]: those.filter((secret) => said.includes(secret)) }, said).toEqual({ [what]: [] })
    expect(said).not.toMatch(/witboek-login|[^\s/"]+@[^\s"]+\.[a-z]/)
  })
})
