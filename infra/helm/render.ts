import { readdirSync, readFileSync } from 'node:fs'
import { parse as goTemplate } from '@evertdespiegeleer/go-template'
import { parse as parseYaml } from 'yaml'

/** An object of Kubernetes, as a chart makes it. */
export interface KubernetesObject {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: { readonly name: string; readonly [field: string]: unknown }
  readonly [field: string]: unknown
}

export type Values = { readonly [name: string]: unknown }

const chart = new URL('witboek/', import.meta.url)
const read = (name: string): string => readFileSync(new URL(name, chart), 'utf8')

export const defaults = parseYaml(read('values.yaml')) as Values
export const schema = JSON.parse(read('values.schema.json')) as object

/** Chosen values over the defaults, as Helm lays them: maps are laid over each other, all else is replaced. */
export function valuesWith(chosen: Values, base: Values = defaults): Values {
  const isMap = (value: unknown): value is Values =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
  const laid = Object.entries(chosen).map(([name, value]) => {
    const under = base[name]
    return [name, isMap(value) && isMap(under) ? valuesWith(value, under) : value]
  })
  return { ...base, ...Object.fromEntries(laid) }
}

/**
 * Renders the chart with Go's own template language, which is what Helm renders with. Helm's additions (`include`, `toYaml`
 * and the like) are not there: a template that needs one fails.
 */
export async function render(values: Values, release = 'dialoog'): Promise<readonly KubernetesObject[]> {
  const names = readdirSync(new URL('templates/', chart)).sort()
  const partials = names.filter((name) => name.endsWith('.tpl')).map((name) => read(`templates/${name}`))
  const { name, version, appVersion } = parseYaml(read('Chart.yaml')) as Record<string, string>
  const data = {
    Values: values,
    Release: { Name: release, Namespace: 'dialoog', Service: 'Helm' },
    Chart: { Name: name, Version: version, AppVersion: appVersion },
  }
  const objects: KubernetesObject[] = []
  for (const file of names.filter((name) => name.endsWith('.yaml'))) {
    const text = await goTemplate([...partials, read(`templates/${file}`)].join(''), data)
    if (text.includes('<no value>')) throw new Error(`${file} asks for a value that there is not`)
    const object = parseYaml(text) as KubernetesObject | null
    if (object) objects.push(object)
  }
  return objects
}
