import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Database } from '@hocuspocus/extension-database'
import { Server } from '@hocuspocus/server'

/**
 * Hocuspocus as its makers ship it, keeping documents in SQLite. Its own SQLite extension needs a native package that is
 * fetched ready-made from elsewhere at install; this is its database extension with the same table, on Node's own SQLite.
 */
const file = new DatabaseSync(join(process.env['DATA_DIR'] ?? '.', 'hocuspocus.sqlite'))
file.exec(`create table if not exists documents (name varchar(255) not null, data blob not null, unique(name))`)
const find = file.prepare('select data from documents where name = ? order by rowid desc')
const keep = file.prepare(
  'insert into documents (name, data) values (?, ?) on conflict(name) do update set data = excluded.data',
)

const server = new Server({
  address: '127.0.0.1',
  quiet: true,
  stopOnSignals: false,
  extensions: [
    new Database({
      fetch: ({ documentName }) =>
        Promise.resolve((find.get(documentName)?.['data'] as Uint8Array | undefined) ?? null),
      store({ documentName, state }) {
        keep.run(documentName, state)
        return Promise.resolve()
      },
    }),
  ],
})

server.configuration.port = 0
await server.listen()
process.stdout.write(`ready: http://127.0.0.1:${server.address.port}\n`)
