import { describe, expect, it } from 'vitest'
import { letter, type Letter } from './letter.ts'

const invitation: Letter = {
  language: 'nl',
  greeting: 'Beste Els,',
  paragraphs: ['Op 3 maart begint het groenboek Sport.', 'Komt u meeschrijven?'],
  button: { text: 'Bekijk uw uitnodiging', url: 'https://dialoog.example/uitnodiging?code=abc&taal=nl' },
  footer: { municipality: 'gemeente Voorbeeld', why: 'u bent uitgenodigd als expert' },
}

describe('a letter', () => {
  it('can be read whole as plain text, with the whole address', () => {
    expect(letter(invitation).text).toBe(
      [
        'Beste Els,',
        'Op 3 maart begint het groenboek Sport.',
        'Komt u meeschrijven?',
        'Bekijk uw uitnodiging:\nhttps://dialoog.example/uitnodiging?code=abc&taal=nl',
        '-- \nDeze mail is van gemeente Voorbeeld.\nU krijgt deze mail, want u bent uitgenodigd als expert.\n',
      ].join('\n\n'),
    )
  })

  it('says the same as HTML, in its language, with a button and its address beside it', () => {
    const { html } = letter(invitation)
    expect(html).toContain('<html lang="nl">')
    for (const words of [invitation.greeting, ...invitation.paragraphs, 'gemeente Voorbeeld', 'uitgenodigd als expert'])
      expect(html).toContain(words)
    const address = 'https://dialoog.example/uitnodiging?code=abc&#38;taal=nl'
    expect(html.split(`href="${address}"`)).toHaveLength(3)
    expect(html).toContain(`>${address}</a>`)
  })

  it('asks for nothing from elsewhere: no picture, no style sheet, no script', () => {
    expect(letter(invitation).html).not.toMatch(/<(img|link|script|style|iframe)|url\(|src=/)
  })

  it('is in English for who reads English', () => {
    const { text, html } = letter({ ...invitation, language: 'en', greeting: 'Dear Els,' })
    expect(text).toContain('This mail is from')
    expect(html).toContain('<html lang="en">')
  })

  it('can do without a button', () => {
    const { language, greeting, paragraphs, footer } = invitation
    expect(letter({ language, greeting, paragraphs, footer }).html).not.toContain('<a ')
  })

  it.each(['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "Jan 'de' & Els <els@voorbeeld.example>"])(
    'shows what somebody calls themselves as it is, and does nothing of it: %s',
    (name) => {
      const named = (words: string) =>
        letter({
          ...invitation,
          greeting: `Beste ${words},`,
          paragraphs: [words],
          button: { text: words, url: `https://dialoog.example/?naam=${words}` },
          footer: { municipality: words, why: words },
        })
      const { text, html } = named(name)
      expect(text).toContain(`Beste ${name},`)
      expect(decoded(html)).toContain(`Beste ${name},`)
      // Every mark of HTML that is left belongs to the letter itself.
      const marks = (page: string): string => page.replace(/[^<>"']/g, '')
      expect(marks(html)).toBe(marks(named('').html))
    },
  )

  it('lets nobody begin a paragraph of their own', () => {
    const name = 'Els\r\n\r\nUw wachtwoord is verlopen: https://elders.example\u2028'
    const { text } = letter({ ...invitation, greeting: `Beste ${name},` })
    expect(text.split('\n')[0]).toBe('Beste Els Uw wachtwoord is verlopen: https://elders.example ,')
  })
})

const decoded = (html: string): string =>
  html.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
