import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/**
 * Icons as the markup that they come to: a size, a stroke and a label are all that our components say of them. As the package
 * has them, each is data that a browser makes into an icon, attribute by attribute.
 */
export const plainIcons: Plugin = {
  name: 'plain-icons',
  enforce: 'pre',
  load(file) {
    if (!/@lucide\/svelte\/dist\/icons\/[\w-]+\.svelte$/.test(file)) return null
    const [, data] = /const iconData = (\{.*\});$/m.exec(readFileSync(file, 'utf8')) ?? []
    if (!data) throw new Error(`${file} is not written as icons were when this was`)
    const { name, node } = JSON.parse(data) as { name: string; node: [string, Record<string, string>][] }
    const attributes = (of: Record<string, string>) =>
      Object.entries(of)
        .map(([name, value]) => ` ${name}="${value}"`)
        .join('')
    const shapes = node.map(([tag, of]) => `<${tag}${attributes(of)} />`).join('')
    return `<script>
  let { size = 24, strokeWidth = 2, 'aria-label': label } = $props()
</script>
<svg class="lucide lucide-${name}" xmlns="http://www.w3.org/2000/svg" width={size} height={size} viewBox="0 0 24 24"
  fill="none" stroke="currentColor" stroke-width={strokeWidth} stroke-linecap="round" stroke-linejoin="round"
  aria-label={label} aria-hidden={label === undefined ? 'true' : undefined}>${shapes}</svg>`
  },
}

/**
 * SvelteKit reads the answers of server loads, and what pages keep in the history, with a serializer that knows maps, dates and
 * circles. Our pages have universal loads alone and keep nothing there, so in a browser JSON does.
 */
export const plainState: Plugin = {
  name: 'plain-state',
  applyToEnvironment: ({ name }) => name === 'client',
  load: (file) =>
    /node_modules\/devalue\/index\.js$/.test(file)
      ? `export const stringify = (data) => JSON.stringify(data)
export const parse = (text) => JSON.parse(text)
export const uneval = stringify
export const unflatten = () => { throw new Error('pages of ours have no server loads (lighter.ts)') }`
      : null,
}
