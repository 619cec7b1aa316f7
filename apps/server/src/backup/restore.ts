import { openEmbeddedStore, openPostgresStore, restoreDatabase, restoreFolder, type Store } from '@witboek/store'
import { command } from './command.ts'
import { verifyBooks } from './verify-books.ts'

const verified = async (opening: Promise<Store>): Promise<void> => {
  const store = await opening
  await verifyBooks(store).finally(() => store.close())
}

await command('npm run restore -- <file>', async (file, { dataFolder, databaseUrl }) => {
  const { books, entries } =
    databaseUrl === null
      ? await restoreFolder(file, dataFolder, (folder) => verified(openEmbeddedStore(folder)))
      : await restoreDatabase(file, databaseUrl, () => verified(openPostgresStore(databaseUrl)))
  return `Restored ${books} books with ${entries} entries; every book reads back as it was written.`
})
