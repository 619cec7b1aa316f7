import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const { resolve } = createRequire(import.meta.url)

/** The faces that the template names: upright and slanted, plain and bold. Nothing else shows a letter. */
export const readFonts = (): readonly Buffer[] =>
  ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'].map((face) =>
    readFileSync(resolve(`@expo-google-fonts/noto-sans/${face}/NotoSans_${face}.ttf`)),
  )
