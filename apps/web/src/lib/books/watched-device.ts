import type { Device } from '@witboek/book/client'

/** The device as it is, and the first time it cannot keep something, a word to the page: it then warns before one leaves. */
export function watched(device: Device, oncannot: () => void): Device {
  const watch = async <Value>(done: Promise<Value>): Promise<Value> => {
    try {
      return await done
    } catch (cause) {
      oncannot()
      throw cause
    }
  }
  return {
    keepEdit: (edit) => watch(device.keepEdit(edit)),
    forgetEdits: (ids) => device.forgetEdits(ids),
    adoptEdits: () => device.adoptEdits(),
    keepWords: (words, insteadOf) => watch(device.keepWords(words, insteadOf)),
    forgetWords: (id) => device.forgetWords(id),
    words: () => device.words(),
  }
}
