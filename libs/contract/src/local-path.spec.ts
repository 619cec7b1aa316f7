import { describe, expect, it } from 'vitest'
import { localPath } from './local-path.ts'

describe('where to go next', () => {
  it.each([
    ['/thema/sport/groenboek?naar=1#slot', '/thema/sport/groenboek?naar=1#slot'],
    ['/', '/'],
    ['/%2F/elders.example', '/%2F/elders.example'],
    ['/%5Celders.example', '/%5Celders.example'],
    ['/?next=https://elders.example', '/?next=https://elders.example'],
  ])('is %s on this site', (wish, path) => {
    expect(localPath(wish)).toBe(path)
    expect(new URL(path, 'https://hier.example').origin).toBe('https://hier.example')
  })

  it.each([
    undefined,
    '',
    'thema/sport',
    '//elders.example',
    '///elders.example',
    '/\\elders.example',
    '\\\\elders.example',
    '/\t/elders.example',
    '/\n/elders.example',
    '\t//elders.example',
    '/.//elders.example',
    '/%2e//elders.example',
    '/hier/..//elders.example',
    '/.\t//elders.example',
    '/\t/[',
    '/\n/elders.example:poort',
    'https://elders.example',
    'https:elders.example',
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,hallo',
  ])('is the home page instead of %j', (wish) => {
    expect(localPath(wish)).toBe('/')
  })
})
