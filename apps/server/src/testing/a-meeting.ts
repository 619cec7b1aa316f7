import type { BookLine } from '@witboek/book/client'
import { aServer, type ServerPlan, type TestServer } from './a-server.ts'
import { bookLine, meetingLine, type MeetingLine } from './clients.ts'
import { RawLine } from './raw-line.ts'
import { sportBook } from './the-example.ts'

export interface Meeting {
  readonly server: TestServer
  /** Somebody's line for commands. */
  comes(person: string): Promise<MeetingLine>
  /** Somebody's page with the book about sport, or another one. */
  opens(person: string, book?: string): Promise<BookLine>
  /** A bare line to that book, for whoever speaks for themselves. */
  speaks(person: string, book?: string): Promise<RawLine>
  /** What a page asks for, in somebody's name or (`null`) without a login. */
  gets<Value>(path: string, person: string | null): Promise<{ readonly status: number; readonly body: Value }>
  /** All lines end; the server stays. */
  everyoneLeaves(): void
  /** All lines end, and the server with them. */
  close(): Promise<void>
}

/** A real server with the example, and whoever comes to it. */
export async function aMeeting(environment: Record<string, string> = {}, plan: ServerPlan = {}): Promise<Meeting> {
  const server = await aServer(environment, plan)
  const ends: (() => void)[] = []
  const everyoneLeaves = () => {
    for (const end of ends.splice(0)) end()
  }
  return {
    server,
    async comes(person) {
      const socket = meetingLine(server.address, await server.seat(person))
      ends.push(() => socket.close())
      return socket
    },
    async opens(person, book = sportBook.book.id) {
      const line = bookLine(server.ws, book, await server.seat(person))
      ends.push(() => line.close())
      return line
    },
    async speaks(person, book = sportBook.book.id) {
      const line = await RawLine.open(`${server.ws}/collab/${book}`, { cookie: await server.seat(person) })
      ends.push(() => line.close())
      return line
    },
    async gets<Value>(path: string, person: string | null) {
      const headers: Record<string, string> = person ? { cookie: await server.seat(person) } : {}
      const response = await fetch(server.address + path, { headers })
      return { status: response.status, body: (await response.json()) as Value }
    },
    everyoneLeaves,
    async close() {
      everyoneLeaves()
      await server.close()
    },
  }
}
