import type { TestProject } from 'vitest/node'
import { aPostgres } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The url of the PostgreSQL of this run; every spec file makes databases of its own in it (`aDatabase`). */
    postgres: string
  }
}

/** A `globalSetup` of vitest: one PostgreSQL for all spec files of a room. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await aPostgres()
  project.provide('postgres', server.url)
  return () => server.stop()
}
