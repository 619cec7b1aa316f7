import { openEmbeddedStore, restoreFolder } from '@witboek/store'
import { command } from './command.ts'
import { verifyBooks } from './verify-books.ts'

await command('npm run restore -- <file>', async (file, { dataFolder }) => {
  const { books, entries } = await restoreFolder(file, dataFolder, async (folder) => {
    const store = await openEmbeddedStore(folder)
    await verifyBooks(store).finally(() => store.close())
  })
  return `Restored ${books} books with ${entries} entries into ${dataFolder}; every book reads back as it was written.`
})
