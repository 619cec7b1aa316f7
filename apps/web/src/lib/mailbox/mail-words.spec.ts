import { describe, expect, it } from 'vitest'
import { mailPieces } from './mail-words.ts'

const site = 'http://localhost:3000'
const links = (text: string) => mailPieces(text, site).filter(({ path }) => path !== null)

describe('the text of a mail', () => {
  it('can be followed where it names an address of this site', () => {
    expect(mailPieces(`Open uw uitnodiging:\n${site}/uitnodiging?code=a-b&taal=nl#begin.\n\nTot dan`, site)).toEqual([
      { words: 'Open uw uitnodiging:\n', path: null },
      { words: `${site}/uitnodiging?code=a-b&taal=nl#begin`, path: '/uitnodiging?code=a-b&taal=nl#begin' },
      { words: '.\n\nTot dan', path: null },
    ])
  })

  it.each([
    'https://elders.example/uitnodiging',
    'http://localhost:3000.elders.example/',
    'http://localhost:3000@elders.example/',
    'https://localhost:3000/',
    'http://localhost:3001/',
    'javascript:alert(1)',
    '//elders.example/',
    'http://[',
  ])('is only words where it names anything else: %s', (address) => {
    expect(links(`Kijk op ${address} of niet`)).toEqual([])
    expect(
      mailPieces(`Kijk op ${address} of niet`, site)
        .map(({ words }) => words)
        .join(''),
    ).toBe(`Kijk op ${address} of niet`)
  })

  it.each([`${site}//elders.example/`, `${site}/\\elders.example`])(
    'never leads away from this site by a crooked address: %s',
    (address) => {
      for (const { path } of links(address)) expect(new URL(path ?? '', site).origin).toBe(site)
    },
  )
})
