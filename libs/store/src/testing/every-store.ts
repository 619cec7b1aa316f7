import { aDatabase } from '@witboek/testkit/servers'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, inject, onTestFinished } from 'vitest'
import { openEmbeddedStore } from '../embedded/store.ts'
import type { StoreNotes } from '../notes.ts'
import type { Store } from '../ports/index.ts'
import { openPostgresStore } from '../postgres/store.ts'
import { emptied, makeNewerDatabase, makeNewerFolder } from './tables.ts'

/** Opens what one place keeps, each time the same; it is closed after the test when the test did not. */
export type Open = (notes?: StoreNotes) => Promise<Store>

/** A folder that is there for one test. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'witboek-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A database of the PostgreSQL of this run, with nothing in it. */
export const aPostgresDatabase = (): Promise<string> => aDatabase(inject('postgres'))

export const embedded = (folder: string): Open => {
  return (notes) => closing(openEmbeddedStore(folder, notes))
}

export const postgres = (url: string): Open => {
  return (notes) => closing(openPostgresStore(url, notes))
}

/** Every adapter, each on a place that is empty; also on tables that a newer version has added to. */
export const everyStore: readonly (readonly [string, () => Promise<Open>])[] = [
  ['embedded', () => Promise.resolve(embedded(aFolder()))],
  ['PostgreSQL', async () => postgres(await emptied(await database()))],
  ['embedded with newer tables', async () => embedded(copyOf(await newerFolder()))],
  ['PostgreSQL with newer tables', async () => postgres(await emptied(await newerDatabase()))],
]

/** Made once for all tests of a spec file. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | null = null
  return () => (made ??= make())
}

const database = once(async () => {
  const url = await aPostgresDatabase()
  await (await openPostgresStore(url)).close()
  return url
})

const newerDatabase = once(async () => {
  const url = await aPostgresDatabase()
  await (await openPostgresStore(url)).close()
  await makeNewerDatabase(url)
  return url
})

const newerFolder = once(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'witboek-'))
  await (await openEmbeddedStore(folder)).close()
  makeNewerFolder(folder)
  return folder
})

afterAll(async () => rmSync(await newerFolder(), { recursive: true, force: true }))

function copyOf(folder: string): string {
  const copy = aFolder()
  cpSync(folder, copy, { recursive: true })
  return copy
}

async function closing(opening: Promise<Store>): Promise<Store> {
  const store = await opening
  let closed: Promise<void> | null = null
  const close = () => (closed ??= store.close())
  onTestFinished(close)
  return { ...store, close }
}
