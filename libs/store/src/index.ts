export { BackupRefused, backUpFolder, restoreFolder, type BackupContents } from './embedded/backup.ts'
export { FolderRefused } from './embedded/folder.ts'
export { openEmbeddedStore } from './embedded/store.ts'
export type * from './ports.ts'
