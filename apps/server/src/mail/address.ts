export interface Address {
  readonly name: string
  readonly address: string
}

/** Reads `Gemeente Voorbeeld <dialoog@voorbeeld.example>`, or the address alone; `null`: it is neither. */
export function readAddress(given: string): Address | null {
  const [, name = '', inner] = /^([^<>\p{Cc}]*)<([^<>]+)>$/u.exec(given.trim()) ?? []
  const address = inner ?? given.trim()
  return isAddress(address) ? { name: name.trim().replace(/^"(.*)"$/, '$1'), address } : null
}

/** What a mail server can be asked to deliver to: one address, without anything that could end a line or begin another. */
export const isAddress = (text: string): boolean =>
  text.length <= 254 && /^[^\s\p{Cc}@<>()[\]\\,;:"]+@[^\s\p{Cc}@<>()[\]\\,;:"]+$/u.test(text)
