import { Ajv } from 'ajv'
import { beforeAll, describe, expect, it } from 'vitest'
import { readContainerfile } from '../container/containerfile.ts'
import { objections } from './kubernetes.ts'
import { defaults, render, schema, valuesWith, type KubernetesObject, type Values } from './render.ts'
import { towns, type Town } from './towns.ts'

const container = readContainerfile(new URL('../container/Containerfile', import.meta.url))
const allows = new Ajv({ allErrors: true }).compile(schema)

/** As much of a Deployment as is looked at here. */
interface Server {
  readonly spec: {
    readonly replicas?: number
    readonly strategy: { readonly type: string }
    readonly selector: { readonly matchLabels: object }
    readonly template: {
      readonly metadata: { readonly labels: object }
      readonly spec: {
        readonly terminationGracePeriodSeconds: number
        readonly securityContext: object
        readonly containers: readonly [Container]
        readonly volumes: readonly [{ readonly persistentVolumeClaim?: object; readonly emptyDir?: object }]
      }
    }
  }
}
interface Container {
  readonly securityContext: object
  readonly env: readonly { readonly name: string; readonly value?: string; readonly valueFrom?: object }[]
  readonly ports: readonly { readonly name: string; readonly containerPort: number }[]
  readonly volumeMounts: readonly { readonly mountPath: string }[]
  readonly startupProbe: { readonly httpGet: object }
  readonly readinessProbe: { readonly httpGet: object }
  readonly livenessProbe: { readonly httpGet: object }
}

const rendered = new Map<Town, readonly KubernetesObject[]>()
beforeAll(async () => {
  for (const [town, chosen] of Object.entries(towns)) rendered.set(town as Town, await render(valuesWith(chosen)))
})
const objectsOf = (town: Town): readonly KubernetesObject[] => rendered.get(town) ?? []
const kindsOf = (town: Town): readonly string[] =>
  objectsOf(town)
    .map(({ kind }) => kind)
    .sort()
const one = <Kind>(town: Town, kind: string): Kind => objectsOf(town).find((object) => object.kind === kind) as Kind

describe.each(Object.keys(towns) as Town[])('the chart for %s', (town) => {
  it('has values that its schema allows, and objects that a cluster takes', async () => {
    allows(valuesWith(towns[town]))
    expect(allows.errors).toBeNull()
    for (const object of objectsOf(town)) expect(await objections(object), object.kind).toEqual([])
  })

  it('runs the container as the Containerfile says, as nobody in particular, with a root that cannot be written', () => {
    const { spec } = one<Server>(town, 'Deployment').spec.template
    const [{ securityContext, ports, volumeMounts, env }] = spec.containers
    expect(spec.securityContext).toMatchObject({
      runAsNonRoot: true,
      runAsUser: container.user,
      fsGroup: container.user,
    })
    expect(securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    })
    expect(ports.map(({ containerPort }) => containerPort)).toEqual(container.ports)
    expect(volumeMounts.map(({ mountPath }) => mountPath)).toEqual([container.environment['DATA_DIR']])
    // What the file sets already need not be set again, but for the drain, which the chart decides.
    expect(env.map(({ name }) => name).filter((name) => name in container.environment)).toEqual(['DRAIN_MS'])
  })

  it('asks the two questions, and gives a server that is told to stop the time it needs', () => {
    const { terminationGracePeriodSeconds, containers } = one<Server>(town, 'Deployment').spec.template.spec
    const [{ startupProbe, readinessProbe, livenessProbe, env }] = containers
    const ready = { path: '/health/ready', port: 'http' }
    expect([startupProbe.httpGet, readinessProbe.httpGet]).toEqual([ready, ready])
    expect(livenessProbe.httpGet).toEqual({ path: '/health/live', port: 'http' })
    const drainMs = Number(env.find(({ name }) => name === 'DRAIN_MS')?.value)
    expect(drainMs).toBeGreaterThanOrEqual(1000)
    expect(terminationGracePeriodSeconds).toBeGreaterThanOrEqual(drainMs / 1000 + 15)
  })

  it('finds its own servers by their labels, and nobody else', () => {
    const server = one<Server>(town, 'Deployment').spec
    const { labels } = server.template.metadata
    expect(server.selector.matchLabels).toEqual(labels)
    expect(one<{ spec: { selector: object } }>(town, 'Service').spec.selector).toEqual(labels)
    for (const kind of ['PodDisruptionBudget', 'NetworkPolicy']) {
      const object = one<
        { spec: { selector?: { matchLabels: object }; podSelector?: { matchLabels: object } } } | undefined
      >(town, kind)
      if (object) expect((object.spec.selector ?? object.spec.podSelector)?.matchLabels, kind).toEqual(labels)
    }
  })
})

describe('the chart', () => {
  it('gives one server its own disk, and never runs two of them on it', () => {
    const town = 'one town, on a disk of its own'
    expect(kindsOf(town)).toEqual([
      'Deployment',
      'Ingress',
      'Ingress',
      'NetworkPolicy',
      'PersistentVolumeClaim',
      'Service',
    ])
    const { spec } = one<Server>(town, 'Deployment')
    expect(spec).toMatchObject({ replicas: 1, strategy: { type: 'Recreate' } })
    expect(spec.template.spec.volumes[0].persistentVolumeClaim).toEqual({ claimName: 'dialoog-witboek' })
  })

  it('lets several servers be replaced and moved one by one, with what they share from secrets', () => {
    const town = 'many towns, on PostgreSQL and Redis'
    expect(kindsOf(town)).toEqual([
      'Deployment',
      'Ingress',
      'Ingress',
      'NetworkPolicy',
      'PodDisruptionBudget',
      'Service',
    ])
    const { spec } = one<Server>(town, 'Deployment')
    expect(spec).toMatchObject({
      replicas: 3,
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0 } },
    })
    const secrets = spec.template.spec.containers[0].env.filter(({ valueFrom }) => valueFrom).map(({ name }) => name)
    expect(secrets).toEqual(['DATABASE_URL', 'REDIS_URL'])
    expect(JSON.stringify(objectsOf(town))).not.toMatch(/postgresql:\/\/|redis:\/\//)
  })

  it('grows with the open connections, and leaves the number of servers to that', () => {
    const town = 'many towns, growing by themselves'
    expect(one<Server>(town, 'Deployment').spec.replicas).toBeUndefined()
    expect(one(town, 'HorizontalPodAutoscaler')).toMatchObject({
      spec: {
        minReplicas: 3,
        maxReplicas: 12,
        metrics: [{ type: 'Pods', pods: { metric: { name: 'witboek_connections' } } }],
      },
    })
  })

  it('sends the lines of a book to one server by the address of the book, and a browser by a cookie', () => {
    const [books, people] = objectsOf('one town, on a disk of its own').filter(({ kind }) => kind === 'Ingress')
    expect(JSON.stringify(books)).toContain('"nginx.ingress.kubernetes.io/upstream-hash-by":"$uri"')
    expect(JSON.stringify(books)).toContain('"path":"/collab"')
    expect(JSON.stringify(people)).toContain('"nginx.ingress.kubernetes.io/affinity":"cookie"')
    expect(JSON.stringify([books, people])).not.toMatch(/remote_addr|limit-(rps|rpm|connections)/)
  })

  it('tells a collector of traces when there is one, and may reach it', () => {
    const [told, silent] = (['many towns, growing by themselves', 'many towns, on PostgreSQL and Redis'] as const).map(
      (town) => JSON.stringify(objectsOf(town)),
    )
    expect(told).toContain('"value":"http://collector.monitoring:4318"')
    expect(told).toContain('"ports":[{"port":4318}]')
    expect(silent).not.toMatch(/OTEL|4318/)
  })

  it('hands mail to a mail server when there is one, by an address from a secret, and may reach it', () => {
    const [sends, silent] = (['many towns, growing by themselves', 'many towns, on PostgreSQL and Redis'] as const).map(
      (town) => JSON.stringify(objectsOf(town)),
    )
    expect(sends).toContain('{"name":"SMTP_URL","valueFrom":{"secretKeyRef":{"name":"witboek-mail","key":"url"}}}')
    expect(sends).toContain('"value":"Gemeente Voorbeeld <dialoog@voorbeeld.example>"')
    expect(sends).toContain('"ports":[{"port":587}]')
    expect(silent).not.toMatch(/SMTP|MAIL|587/)
  })

  it('[SAFE-6] says whom to tell of a weakness, when somebody was named', () => {
    const settingsOf = (town: Town) =>
      one<Server>(town, 'Deployment').spec.template.spec.containers[0].env.filter(({ name }) => /^SECURITY/.test(name))
    expect(settingsOf('many towns, on PostgreSQL and Redis')).toEqual([
      { name: 'SECURITY_CONTACT', value: 'mailto:veilig@regio.example.nl' },
      { name: 'SECURITY_POLICY', value: 'https://regio.example.nl/veilig-melden' },
    ])
    expect(settingsOf('one town, on a disk of its own')).toEqual([])
  })

  it('[MEET-11] names the video service, and what of it a page may show, when the town has one', () => {
    const settingsOf = (town: Town) =>
      one<Server>(town, 'Deployment').spec.template.spec.containers[0].env.filter(({ name }) => /^VIDEO/.test(name))
    expect(settingsOf('many towns, on PostgreSQL and Redis')).toEqual([
      { name: 'VIDEO_LINK', value: 'https://video.regio.example.nl/{meeting}' },
      { name: 'VIDEO_FRAMES', value: 'https://video.regio.example.nl' },
    ])
    expect(settingsOf('one town, on a disk of its own')).toEqual([])
  })

  it('knows an issuer of the town when there is one, by a secret that is no value, and may reach it', () => {
    const [knows, silent] = (['many towns, growing by themselves', 'many towns, on PostgreSQL and Redis'] as const).map(
      (town) => JSON.stringify(objectsOf(town)),
    )
    expect(knows).toContain('{"name":"OIDC_ISSUER","value":"https://inloggen.voorbeeld.example/realms/gemeente"}')
    expect(knows).toContain(
      '{"name":"OIDC_CLIENT_SECRET","valueFrom":{"secretKeyRef":{"name":"witboek-oidc","key":"secret"}}}',
    )
    expect(knows).toContain('"ports":[{"port":443}]')
    expect(silent).not.toMatch(/OIDC|"port":443/)
  })

  it('keeps the metrics from everybody but Prometheus', () => {
    const town = 'many towns, on PostgreSQL and Redis'
    const ports = one<{ spec: { ports: { name: string }[] } }>(town, 'Service').spec.ports.map(({ name }) => name)
    expect(ports).toEqual(['http'])
    const { ingress } = one<{ spec: { ingress: object[] } }>(town, 'NetworkPolicy').spec
    expect(ingress).toHaveLength(2)
    expect(ingress[1]).toMatchObject({ ports: [{ port: 'metrics' }] })
    expect(JSON.stringify(ingress[1])).toContain('monitoring')
  })
})

describe('the schema of the values', () => {
  it.each<[string, Values]>([
    ['two servers on one disk', { replicas: 2 }],
    ['one disk that grows', { autoscaling: { enabled: true } }],
    ['an address without a certificate', { publicOrigin: 'http://dialoog.example.nl' }],
    ['a version that is never the same', { image: { tag: 'latest' } }],
    ['a word that it does not know', { replica: 3 }],
    ['a store that there is not', { store: 'mysql' }],
    ['a secret in the values', { store: 'postgres', postgres: { url: 'postgresql://me:word@host/db' } }],
    ['mail without a name on it', { mail: { secret: 'witboek-mail' } }],
    ['an issuer without a secret', { oidc: { issuer: 'https://inloggen.voorbeeld.example', clientId: 'witboek' } }],
    ['an issuer in the clear', { oidc: { issuer: 'http://inloggen.voorbeeld.example', clientId: 'a', secret: 'b' } }],
    ['no time to stop', { terminationGracePeriodSeconds: 5 }],
  ])('refuses %s', (_, chosen) => {
    expect(allows(valuesWith(chosen))).toBe(false)
  })

  it('allows the values that stand in the file', () => {
    expect(allows(defaults)).toBe(true)
  })
})

describe('the check itself', () => {
  it('sees a field that a cluster does not know, and one of the wrong kind', async () => {
    const server = one<KubernetesObject>('one town, on a disk of its own', 'Deployment')
    const text = JSON.stringify(server)
    expect(
      await objections(JSON.parse(text.replace('"readinessProbe"', '"readinesProbe"')) as KubernetesObject),
    ).toEqual(['no such field: /spec/template/spec/containers/0/readinesProbe'])
    expect(
      await objections(JSON.parse(text.replace('"replicas":1', '"replicas":"one"')) as KubernetesObject),
    ).toHaveLength(1)
  })
})
