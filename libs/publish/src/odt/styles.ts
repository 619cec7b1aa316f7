import type { Document } from '../document.ts'
import { regions } from '../region.ts'
import { masterPage, pageLayout, textWidth } from './page.ts'
import { xmlFile } from './xml.ts'

/**
 * `styles.xml`: a sober look, and the language that a screen reader speaks. Styles have the names that LibreOffice gives its
 * own, so that a municipality's template takes their place.
 */
export function styles(document: Document): string {
  return xmlFile(
    'office:document-styles',
    ['office', 'style', 'text', 'fo', 'svg', 'xlink'],
    '<office:font-face-decls><style:font-face style:name="Arial" svg:font-family="Arial"' +
      ' style:font-family-generic="swiss" style:font-pitch="variable"/></office:font-face-decls>' +
      `<office:styles>${defaults(document.language)}${paragraphs}${texts}${lists}</office:styles>` +
      `<office:automatic-styles>${pageLayout}</office:automatic-styles>` +
      `<office:master-styles>${masterPage(document)}</office:master-styles>`,
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

const small = '<style:text-properties fo:font-size="8pt"/>'

/** What stands on the other side of a tab: at the right edge of the text. */
const toTheRight =
  '<style:paragraph-properties><style:tab-stops>' +
  `<style:tab-stop style:position="${textWidth}cm" style:type="right"/></style:tab-stops></style:paragraph-properties>`

const aside =
  ' fo:padding="0.25cm" fo:border-left="3pt solid #973417" fo:border-right="none" fo:border-top="none"' +
  ' fo:border-bottom="none" fo:background-color="#f6f0e4" style:join-border="true"'

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
  paragraphStyle('Subtitle', 'Standard', spacing(0, 0.6) + '<style:text-properties fo:font-size="13pt"/>'),
  paragraphStyle('Details', 'Standard', spacing(0, 0.1, ' fo:margin-left="3.6cm" fo:text-indent="-3.6cm"')),
  paragraphStyle('Heading', 'Standard', spacing(0.4, 0.2, keep), ' style:next-style-name="Text_20_body"'),
  headingStyle(1, 16, 0.8),
  headingStyle(2, 13, 0.6),
  headingStyle(3, 11, 0.4),
  paragraphStyle('List', 'Text_20_body', spacing(0, 0.1)),
  paragraphStyle('Note', 'Text_20_body', spacing(0, 0.4, aside)),
  paragraphStyle(
    'Note_20_Title',
    'Note',
    spacing(0.2, 0, aside + keep) + '<style:text-properties fo:font-weight="bold"/>',
  ),
  paragraphStyle('Caption', 'Standard', spacing(0.2, 0.15) + letters(10)),
  paragraphStyle('Table', 'Caption', spacing(0.2, 0.15, keep)),
  paragraphStyle('Table_20_Contents', 'Standard', '<style:text-properties fo:font-size="10pt"/>'),
  paragraphStyle('Table_20_Heading', 'Table_20_Contents', '<style:text-properties fo:font-weight="bold"/>'),
  ...['Contents', 'Heading'].map((cell) =>
    paragraphStyle(
      `Table_20_${cell}_20_Number`,
      `Table_20_${cell}`,
      '<style:paragraph-properties fo:text-align="end"/>',
    ),
  ),
  paragraphStyle('Header', 'Standard', toTheRight + small),
  paragraphStyle('Footer', 'Standard', toTheRight + small),
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
