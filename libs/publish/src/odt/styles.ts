import type { Document } from '../document.ts'
import { xmlFile } from './xml.ts'

/** In centimetres: an A4 page, and what its margins leave for text. */
const page = { width: 21, height: 29.7, margin: 2.5 }
export const textWidth = page.width - 2 * page.margin

const regions = { nl: { language: 'nl', country: 'NL' }, en: { language: 'en', country: 'GB' } } as const

/** "nl-NL" */
export const languageTag = (language: Document['language']): string =>
  `${regions[language].language}-${regions[language].country}`

/**
 * `styles.xml`: a sober look, and the language that a screen reader speaks. Styles have the names that LibreOffice gives its
 * own, so that a municipality's template takes their place.
 */
export function styles({ language }: Document): string {
  return xmlFile(
    'office:document-styles',
    ['office', 'style', 'text', 'fo', 'svg'],
    '<office:font-face-decls><style:font-face style:name="Arial" svg:font-family="Arial"' +
      ' style:font-family-generic="swiss" style:font-pitch="variable"/></office:font-face-decls>' +
      `<office:styles>${defaults(language)}${paragraphs}${texts}${lists}</office:styles>` +
      `<office:automatic-styles>${pageLayout}</office:automatic-styles>` +
      `<office:master-styles>${masterPage}</office:master-styles>`,
  )
}

const defaults = (language: Document['language']): string =>
  '<style:default-style style:family="paragraph">' +
  '<style:paragraph-properties fo:widows="2" fo:orphans="2" style:tab-stop-distance="1.25cm"/>' +
  `<style:text-properties style:font-name="Arial" fo:font-size="11pt" fo:language="${regions[language].language}"` +
  ` fo:country="${regions[language].country}"/></style:default-style>`

const paragraphStyle = (name: string, parent: string | null, properties: string, more = ''): string =>
  `<style:style style:name="${name}" style:display-name="${name.replaceAll('_20_', ' ')}" style:family="paragraph"` +
  `${parent ? ` style:parent-style-name="${parent}"` : ''}${more}>${properties}</style:style>`

const spacing = (top: number, bottom: number, more = ''): string =>
  `<style:paragraph-properties fo:margin-top="${top}cm" fo:margin-bottom="${bottom}cm"${more}/>`

const letters = (size: number): string => `<style:text-properties fo:font-size="${size}pt" fo:font-weight="bold"/>`

const keep = ' fo:keep-with-next="always"'

const headingStyle = (level: number, size: number, top: number): string =>
  paragraphStyle(
    `Heading_20_${level}`,
    'Heading',
    spacing(top, 0.2, keep) + letters(size),
    ` style:next-style-name="Text_20_body" style:default-outline-level="${level}"`,
  )

const paragraphs = [
  paragraphStyle('Standard', null, ''),
  paragraphStyle('Text_20_body', 'Standard', spacing(0, 0.25, ' fo:line-height="130%"')),
  paragraphStyle('Title', 'Standard', spacing(0, 0.6, keep) + letters(22), ' style:next-style-name="Text_20_body"'),
  paragraphStyle('Heading', 'Standard', spacing(0.4, 0.2, keep), ' style:next-style-name="Text_20_body"'),
  headingStyle(1, 16, 0.8),
  headingStyle(2, 13, 0.6),
  headingStyle(3, 11, 0.4),
  paragraphStyle('List', 'Text_20_body', spacing(0, 0.1)),
  paragraphStyle('Caption', 'Standard', spacing(0.2, 0.15) + letters(10)),
  paragraphStyle('Table', 'Caption', spacing(0.2, 0.15, keep)),
  paragraphStyle('Table_20_Contents', 'Standard', '<style:text-properties fo:font-size="10pt"/>'),
  paragraphStyle('Table_20_Heading', 'Table_20_Contents', '<style:text-properties fo:font-weight="bold"/>'),
  paragraphStyle('Footer', 'Standard', '<style:paragraph-properties fo:text-align="end"/>'),
].join('')

const textStyle = (name: string, properties: string): string =>
  `<style:style style:name="${name}" style:display-name="${name.replaceAll('_20_', ' ')}" style:family="text">` +
  `<style:text-properties ${properties}/></style:style>`

const texts = [
  textStyle('Strong_20_Emphasis', 'fo:font-weight="bold"'),
  textStyle('Emphasis', 'fo:font-style="italic"'),
  textStyle(
    'Internet_20_link',
    'fo:color="#0b4ea2" style:text-underline-style="solid" style:text-underline-width="auto" style:text-underline-color="font-color"',
  ),
].join('')

const listLevel =
  '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">' +
  '<style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="0.8cm"' +
  ' fo:text-indent="-0.6cm" fo:margin-left="0.8cm"/></style:list-level-properties>'

const lists =
  '<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="•">' +
  `${listLevel}</text:list-level-style-bullet></text:list-style>` +
  '<text:list-style style:name="Numbers"><text:list-level-style-number text:level="1" style:num-suffix="."' +
  ` style:num-format="1">${listLevel}</text:list-level-style-number></text:list-style>`

const pageLayout =
  '<style:page-layout style:name="A4">' +
  `<style:page-layout-properties fo:page-width="${page.width}cm" fo:page-height="${page.height}cm"` +
  ` style:print-orientation="portrait" fo:margin-top="${page.margin}cm" fo:margin-bottom="1.5cm"` +
  ` fo:margin-left="${page.margin}cm" fo:margin-right="${page.margin}cm"/>` +
  '<style:footer-style><style:header-footer-properties fo:min-height="1cm" fo:margin-top="0.5cm"/></style:footer-style>' +
  '</style:page-layout>'

const masterPage =
  '<style:master-page style:name="Standard" style:page-layout-name="A4"><style:footer>' +
  '<text:p text:style-name="Footer"><text:page-number text:select-page="current">1</text:page-number></text:p>' +
  '</style:footer></style:master-page>'
