import type { Package } from './packages.ts'

/** Under which we give on what others made, beside our own EUPL-1.2. */
const toGiveOn = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'EUPL-1.2',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'Unlicense',
]

/** Fine for what stays with whoever works on the house, too. */
const toWorkWith = [...toGiveOn, 'CC-BY-4.0', 'MPL-2.0', 'Python-2.0']

/** Packages that do not say in their `license` what their licence is: what it is, and where that was read. */
export const readByHand: Readonly<
  Record<string, { readonly license: string; readonly file: string; readonly why: string }>
> = {
  'svelte-toolbelt': { license: 'MIT', file: 'LICENSE', why: 'no field at all; the licence lies beside it' },
  'xmlhttprequest-ssl': { license: 'MIT', file: 'LICENSE', why: 'in the field of old, `licenses`' },
}

export const licenseOf = ({ name, license }: Package): string | null => license ?? readByHand[name]?.license ?? null

/** May it be given on with the product? */
export const mayShip = (one: Package): boolean => allows(toGiveOn, licenseOf(one))

/** May it be used to work on the product? */
export const mayHelp = (one: Package): boolean => allows(toWorkWith, licenseOf(one))

/** An expression of SPDX, as far as packages use it: one of several may be chosen, and all of several must fit. */
function allows(list: readonly string[], expression: string | null): boolean {
  if (expression === null) return false
  const inner = /^\((.*)\)$/.exec(expression)?.[1] ?? expression
  if (/[()]/.test(inner)) return false
  return inner.split(' OR ').some((choice) => choice.split(' AND ').every((license) => list.includes(license.trim())))
}
