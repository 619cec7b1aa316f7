import { spawnSync } from 'node:child_process'
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { aFolder } from '../testing/every-store.ts'
import { openEmbeddedStore } from './store.ts'

let folder: string
beforeEach(() => {
  folder = aFolder()
})

describe('the embedded store', () => {
  it('is for one process at a time, and free again when that one is gone', async () => {
    const store = await openEmbeddedStore(folder)
    await expect(openEmbeddedStore(folder)).rejects.toMatchObject({ why: 'in-use' })
    const script = `const { openEmbeddedStore } = await import(${JSON.stringify(new URL('./store.ts', import.meta.url).href)});
      try { await openEmbeddedStore(${JSON.stringify(folder)}); console.log('opened') } catch (cause) { console.log(cause.why) }; process.exit(0)`
    const fromElsewhere = () =>
      spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }).stdout.trim()
    expect(fromElsewhere()).toBe('in-use')
    await store.close()
    expect(fromElsewhere()).toBe('opened')
  })

  it('says that it cannot write where it cannot', async () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    await expect(openEmbeddedStore(file)).rejects.toMatchObject({ why: 'unwritable' })
    if (process.getuid?.() === 0) return // the superuser may write anywhere
    chmodSync(folder, 0o500)
    await expect(openEmbeddedStore(folder)).rejects.toMatchObject({ why: 'unwritable' })
  })
})
