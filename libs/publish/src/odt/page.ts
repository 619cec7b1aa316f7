import type { Document } from '../document.ts'
import { regions } from '../region.ts'
import { isBlank } from '../runs.ts'
import { paragraphText } from './paragraph-text.ts'

/** In centimetres: an A4 page, and what its margins leave for text. */
const page = { width: 21, height: 29.7, margin: 2.5 }
export const textWidth = page.width - 2 * page.margin

export const pageLayout =
  '<style:page-layout style:name="A4">' +
  `<style:page-layout-properties fo:page-width="${page.width}cm" fo:page-height="${page.height}cm"` +
  ` style:print-orientation="portrait" fo:margin-top="1.5cm" fo:margin-bottom="1.5cm"` +
  ` fo:margin-left="${page.margin}cm" fo:margin-right="${page.margin}cm"/>` +
  '<style:header-style><style:header-footer-properties fo:min-height="1cm" fo:margin-bottom="0.5cm"/></style:header-style>' +
  '<style:footer-style><style:header-footer-properties fo:min-height="1cm" fo:margin-top="0.5cm"/></style:footer-style>' +
  '</style:page-layout>'

/** The first page has the title already. Readers that know a first page look for both its header and its footer. */
export function masterPage(document: Document): string {
  const header = line('Header', `${wordsOf(document.title)}<text:tab/>${wordsOf(document.author)}`)
  const footer = footerOf(document)
  return (
    '<style:master-page style:name="Standard" style:page-layout-name="A4">' +
    `<style:header>${header}</style:header><style:header-first>${line('Header', '')}</style:header-first>` +
    `<style:footer>${footer}</style:footer><style:footer-first>${footer}</style:footer-first></style:master-page>`
  )
}

function footerOf({ edition, language }: Document): string {
  const pages =
    '<text:page-number text:select-page="current">1</text:page-number>' +
    ` ${regions[language].of} <text:page-count>1</text:page-count>`
  const sha256 = edition?.sha256 ?? ''
  return (
    line('Footer', `${wordsOf(edition?.version)}<text:tab/>${pages}`) +
    (isBlank(sha256) ? '' : line('Footer', wordsOf(`SHA-256 ${sha256}`)))
  )
}

const wordsOf = (text = ''): string => (isBlank(text) ? '' : paragraphText([{ text }]))

const line = (style: string, inside: string): string => `<text:p text:style-name="${style}">${inside}</text:p>`
