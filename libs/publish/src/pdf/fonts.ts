import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const { resolve } = createRequire(import.meta.url)

/** The families that the template names, in its order, and the faces of each. Nothing else shows a letter. */
const families = [
  { name: 'NotoSans', folder: 'noto-sans', faces: ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'] },
  { name: 'NotoSansMath', folder: 'noto-sans-math', faces: ['400Regular'] },
  { name: 'NotoEmoji', folder: 'noto-emoji', faces: ['400Regular'] },
]

export const readFonts = (): readonly (readonly Buffer[])[] =>
  families.map(({ name, folder, faces }) =>
    faces.map((face) => readFileSync(resolve(`@expo-google-fonts/${folder}/${face}/${name}_${face}.ttf`))),
  )
