import { describe, expect, it } from 'vitest'
import { problemCode, problemOf, problems, problemType, type ProblemCode } from './problems.ts'

const codes = Object.keys(problems) as ProblemCode[]

describe('a problem', () => {
  it.each(codes)('of the code %s has a status of HTTP that says no, and a title in one line', (code) => {
    expect(problems[code].status).toBeGreaterThanOrEqual(400)
    expect(problems[code].status).toBeLessThan(600)
    expect(problems[code].title).toMatch(/^[A-Z][^\n.]+$/)
  })

  it.each(codes)('carries the code %s from one side to the other', (code) => {
    expect(problemCode({ type: problemType(code) })).toBe(code)
  })

  it('that is none of ours counts as a surprise', () => {
    expect(problemCode({ type: '/problems/toString' })).toBe('surprise')
    expect(problemCode({ type: 'https://elsewhere.example/not-found' })).toBe('surprise')
  })

  it('keeps its own type, status and instance, whatever the details are called', () => {
    const problem = problemOf('not-found', '/requests/1', { status: 200, type: 'x', instance: 'y', max: 40 })
    expect(problem).toEqual({
      type: '/problems/not-found',
      title: 'There is nothing at this address',
      status: 404,
      instance: '/requests/1',
      max: 40,
    })
  })
})
