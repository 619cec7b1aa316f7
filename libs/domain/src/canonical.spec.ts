import { expect, it } from 'vitest'
import { canonical } from './canonical.ts'

it('[RECORD-2] the same value has the same text, in whichever order its names came', () => {
  const text = '{"a":[1,null,"é\\n"],"b":{"c":true,"d":-2.5}}'
  expect(canonical({ a: [1, null, 'é\n'], b: { c: true, d: -2.5 } })).toBe(text)
  expect(canonical({ b: { d: -2.5, c: true, e: undefined }, a: [1, null, 'é\n'] })).toBe(text)
})
