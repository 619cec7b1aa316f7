import type { KubernetesObject } from './render.ts'

interface Model {
  validate(this: object): void
}

/** What a cluster would not take of an object: wrong or missing fields by its schemas, and fields that it does not know. */
export async function objections(object: KubernetesObject): Promise<readonly string[]> {
  const { apiVersion, kind } = object
  const place = (await import(`kubernetes-models/${apiVersion}/${kind}`)) as Record<string, { prototype: Model }>
  const Kind = place[kind]
  if (!Kind) return [`there is no ${kind} in ${apiVersion}`]
  const looked = new Looked()
  try {
    Kind.prototype.validate.call(looked.through(object))
  } catch (cause) {
    return [String(cause)]
  }
  return looked.overlooked(object).map((path) => `no such field: ${path}`)
}

/** Remembers which fields a schema looked at: it looks at all that it knows, so one that it overlooked is none of its own. */
class Looked {
  private readonly seen = new Map<object, Set<string>>()

  through<Thing>(thing: Thing): Thing {
    if (typeof thing !== 'object' || thing === null) return thing
    const seen = this.seen.get(thing) ?? new Set<string>()
    this.seen.set(thing, seen)
    return new Proxy(thing, {
      get: (target, name) => {
        if (typeof name === 'string') seen.add(name)
        return this.through(Reflect.get(target, name) as unknown)
      },
    })
  }

  overlooked(thing: unknown, path = ''): string[] {
    if (typeof thing !== 'object' || thing === null) return []
    return Object.entries(thing).flatMap(([name, value]) => {
      const at = `${path}/${name}`
      return this.seen.get(thing)?.has(name) ? this.overlooked(value, at) : [at]
    })
  }
}
