import { join } from 'node:path'
import { onTestFinished, describe, expect, it } from 'vitest'
import { aFolder } from '../testing/every-store.ts'
import { openFile } from './sqlite.ts'

describe('[POLL-17] the file of an installation', () => {
  // Killing a process does not show it: what it wrote lies with the system, which writes it later. A power cut does.
  it('is written through to the disk before anything is acknowledged, and what is deleted is written over', () => {
    const file = openFile(join(aFolder(), 'witboek.sqlite'))
    onTestFinished(() => file.close())
    const setting = (name: string) => Object.values(file.prepare(`pragma ${name}`).get() ?? {})[0]
    const full = 2
    expect(['journal_mode', 'synchronous', 'secure_delete', 'foreign_keys'].map(setting)).toEqual(['wal', full, 1, 1])
  })
})
