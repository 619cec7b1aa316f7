import { statSync } from 'node:fs'
import { backUpFolder } from '@witboek/store'
import { command } from './command.ts'

await command('npm run backup -- <file>', (file, { dataFolder }) => {
  const { books, entries } = backUpFolder(dataFolder, file)
  const size = (statSync(file).size / 1e6).toFixed(1)
  return `Backed up ${books} books with ${entries} entries to ${file} (${size} MB). It holds names: keep it as safe as the server.`
})
