import { textsIn } from '@witboek/i18n'
import type { Mail } from './mail.ts'

export interface Letter {
  readonly language: Mail['language']
  /** "Beste Els van Dijk," */
  readonly greeting: string
  readonly paragraphs: readonly string[]
  /** The one thing to do. Its address is whole, with `https://`. */
  readonly button?: { readonly text: string; readonly url: string }
  readonly footer: {
    /** "gemeente Voorbeeld" */
    readonly municipality: string
    /** The rest of a sentence: "u bent uitgenodigd als expert". */
    readonly why: string
  }
}

/** The same words twice: to read anywhere, and laid out. Whatever is in them, it is only words. */
export function letter({ language, greeting, paragraphs, button, footer }: Letter): Pick<Mail, 'text' | 'html'> {
  const texts = textsIn(language).mail
  const closing = [texts.from(footer.municipality), texts.why(footer.why)]
  const lines = [greeting, ...paragraphs].map(plain)
  return {
    text: [
      ...lines,
      ...(button ? [`${plain(button.text)}:\n${button.url}`] : []),
      `-- \n${closing.map(plain).join('\n')}`,
    ]
      .join('\n\n')
      .concat('\n'),
    html: page(language, [
      ...lines.map((line) => paragraph(body, escaped(line))),
      ...(button ? buttonOf(button, texts.buttonFails) : []),
      ...closing.map((line) => paragraph(small, escaped(plain(line)))),
    ]),
  }
}

function buttonOf({ text, url }: { text: string; url: string }, fails: string): readonly string[] {
  const address = escaped(url)
  return [
    paragraph(body, `<a href="${address}" style="${buttonStyle}">${escaped(plain(text))}</a>`),
    paragraph(small, `${escaped(fails)}<br><a href="${address}" style="word-break: break-all">${address}</a>`),
  ]
}

// Programs for mail leave out style sheets, not styles; colours are those of the reader's own program but for the button.
const body = 'margin: 0 0 16px'
const small = 'margin: 0 0 8px; font-size: 14px; opacity: 0.85'
const buttonStyle =
  'display: inline-block; padding: 12px 20px; border-radius: 4px; background: #973417; color: #fffdf8; font-weight: bold'

const page = (language: string, parts: readonly string[]): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
</head>
<body style="margin: 0; padding: 24px 16px; font: 16px/1.5 sans-serif">
<div lang="${language}" style="max-width: 36em; margin: 0 auto">
${parts.join('\n')}
</div>
</body>
</html>
`

const paragraph = (style: string, html: string): string => `<p style="${style}">${html}</p>`

/** One line of it each: what somebody wrote as their name cannot begin a paragraph of its own. */
const plain = (words: string): string => words.replace(/[\s\p{Cc}]+/gu, ' ').trim()

const escaped = (words: string): string =>
  words.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0) ?? 0};`)
