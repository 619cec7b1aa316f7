/** Values as municipalities choose them: what the chart is rendered with in its test. */
export const towns = {
  'one town, on a disk of its own': {},
  'many towns, on PostgreSQL and Redis': {
    publicOrigin: 'https://dialoog.regio.example.nl',
    store: 'postgres',
    replicas: 3,
    ingress: { host: 'dialoog.regio.example.nl' },
    security: { contact: 'mailto:veilig@regio.example.nl', policy: 'https://regio.example.nl/veilig-melden' },
    video: { link: 'https://video.regio.example.nl/{meeting}', frames: 'https://video.regio.example.nl' },
  },
  'many towns, growing by themselves': {
    store: 'postgres',
    traces: { endpoint: 'http://collector.monitoring:4318' },
    mail: { secret: 'witboek-mail', from: 'Gemeente Voorbeeld <dialoog@voorbeeld.example>' },
    oidc: {
      issuer: 'https://inloggen.voorbeeld.example/realms/gemeente',
      clientId: 'witboek',
      secret: 'witboek-oidc',
      name: 'Gemeente Voorbeeld',
    },
    autoscaling: { enabled: true, minReplicas: 3, maxReplicas: 12, connectionsPerServer: 800 },
  },
  'behind an ingress of its own making, without a network policy': {
    ingress: { enabled: false },
    networkPolicy: { enabled: false },
    embedded: { size: '50Gi', storageClass: 'fast' },
  },
} as const

export type Town = keyof typeof towns
