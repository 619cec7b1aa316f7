import { statSync } from 'node:fs'
import { backUpDatabase, backUpFolder } from '@witboek/store'
import { command } from './command.ts'

await command('npm run backup -- <file>', async (file, { dataFolder, databaseUrl }) => {
  const { books, entries } =
    databaseUrl === null ? backUpFolder(dataFolder, file) : await backUpDatabase(databaseUrl, file)
  const size = (statSync(file).size / 1e6).toFixed(1)
  return `Backed up ${books} books with ${entries} entries to ${file} (${size} MB). It holds names: keep it as safe as the server.`
})
