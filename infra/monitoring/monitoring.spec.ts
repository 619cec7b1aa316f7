import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { aPortToKeep, aWitboek } from '@witboek/testkit/servers'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'

interface Rule {
  readonly alert: string
  readonly expr: string
  readonly labels: { readonly severity: string }
  readonly annotations: { readonly summary: string; readonly description: string; readonly runbook: string }
}
interface Panel {
  readonly title: string
  readonly targets: readonly { readonly expr: string }[]
}

const folder = fileURLToPath(new URL('.', import.meta.url))
const house = fileURLToPath(new URL('../..', import.meta.url))
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')

const { groups } = parse(read('alerts.yaml')) as { groups: readonly { readonly rules: readonly Rule[] }[] }
const rules = groups.flatMap((group) => group.rules)
const { panels } = JSON.parse(read('dashboard.json')) as { panels: readonly Panel[] }

/** Prometheus' own program: it has the last word on rules, settings and questions. */
const promtool = (...args: readonly string[]): string =>
  execFileSync('promtool', [...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe' })

describe('the alerts', () => {
  it('are rules that Prometheus takes, and go off when they should and no sooner', () => {
    promtool('check', 'config', 'prometheus.yaml')
    promtool('test', 'rules', 'alerts.test.yaml')
  })

  it('say what people notice, how urgent it is, and where it is written what to do', () => {
    for (const { alert, labels, annotations } of rules) {
      expect(labels.severity, alert).toMatch(/^(page|morning)$/)
      expect(annotations.summary, alert).toMatch(/^[A-Z]/)
      expect(existsSync(join(house, annotations.runbook)), `${alert}: ${annotations.runbook}`).toBe(true)
    }
  })
})

describe('the dashboard', () => {
  it('asks questions that Prometheus understands', () => {
    const place = mkdtempSync(join(tmpdir(), 'witboek-panels-'))
    const asked = panels.flatMap(({ targets }) => targets.map(({ expr }, i) => ({ record: `panel:${i}`, expr })))
    writeFileSync(join(place, 'panels.yaml'), stringify({ groups: [{ name: 'panels', rules: asked }] }))
    try {
      promtool('check', 'rules', '--lint=none', join(place, 'panels.yaml'))
    } finally {
      rmSync(place, { recursive: true })
    }
    for (const { title } of panels) expect(title).toMatch(/\?$/)
  })
})

describe('alerts, dashboard and page', () => {
  it('name what the server really tells, and leave nothing out', async () => {
    const port = await aPortToKeep()
    const server = await aWitboek({ environment: { METRICS_PORT: String(port) } })
    const text = await fetch(`http://127.0.0.1:${port}/metrics`).then((response) => response.text())
    await server.stop()
    const told = new Map([...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name = '', type = '']) => [name, type]))
    const names = (questions: readonly string[]): ReadonlySet<string> =>
      new Set(
        questions.flatMap((question) =>
          [...question.matchAll(/\b(?:witboek|nodejs|process)_\w+/g)].map(([name]) => name.replace(/_bucket$/, '')),
        ),
      )
    const shown = names(panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)))
    const alarming = names(rules.map(({ expr }) => expr))
    expect([...shown, ...alarming].filter((name) => !told.has(name))).toEqual([])
    const own = [...told.keys()].filter((name) => name.startsWith('witboek_'))
    expect(own.filter((name) => !shown.has(name))).toEqual([])
    const page = readFileSync(join(house, 'docs/operations/metrics.md'), 'utf8')
    expect(own.filter((name) => !page.includes(name.replace('witboek_', '')))).toEqual([])
  })
})
