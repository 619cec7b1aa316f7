import type { Framework, FrameworkId, ThemeId } from '@witboek/domain'
import { themeId } from './ids.ts'

type Kind = Framework['kind']

const everywhere: readonly [code: string, kind: Kind, plain: string][] = [
  ['A-1', 'hard', 'Wat de gemeente volgens de wet moet doen, blijft zij doen.'],
  ['A-2', 'hard', 'Een besparing komt elk jaar terug. Eenmalig geld telt niet mee.'],
  ['A-3', 'hard', 'De onroerendezaakbelasting (OZB) stijgt niet meer dan de prijzen.'],
  ['A-4', 'hard', 'Contracten die al getekend zijn, worden nagekomen tot ze aflopen.'],
  ['A-5', 'soft', 'Wie het minst heeft, wordt ontzien.'],
  ['A-6', 'soft', 'Een besparing bij het ene thema wordt geen rekening voor het andere.'],
]

const perTheme: readonly [theme: string, code: string, kind: Kind, plain: string][] = [
  ['zorg-en-welzijn', 'ZW-1', 'hard', 'Wie recht heeft op hulp uit de Wmo, krijgt die hulp.'],
  ['zorg-en-welzijn', 'ZW-2', 'soft', 'In elke wijk blijft een plek waar mensen elkaar kunnen ontmoeten.'],
  ['burger-en-buitenruimte', 'BU-1', 'hard', 'Straten en speelplekken blijven veilig om te gebruiken.'],
  [
    'burger-en-buitenruimte',
    'BU-2',
    'soft',
    'De grote lanen en de bomen die de gemeente haar karakter geven, blijven.',
  ],
  ['sport', 'SP-1', 'hard', 'Elke school houdt een gymzaal voor de lessen die de wet vraagt.'],
  ['sport', 'SP-2', 'soft', 'Elk kind kan leren zwemmen en bij een club sporten, ook met weinig geld thuis.'],
  ['cultuur-en-sociale-economie', 'CS-1', 'hard', 'Aan de hoogte van de bijstand verandert de gemeente niets.'],
  ['cultuur-en-sociale-economie', 'CS-2', 'soft', 'Er blijft een openbare bibliotheek die iedereen kan bereiken.'],
  [
    'ruimtelijke-ontwikkeling',
    'RO-1',
    'hard',
    'Een bouwvergunning kost de aanvrager niet meer dan het werk dat de gemeente eraan heeft.',
  ],
  ['ruimtelijke-ontwikkeling', 'RO-2', 'soft', 'Wat de gemeente toezegde over groen rond de kern, blijft gelden.'],
  ['veiligheid', 'VE-1', 'hard', 'De brandweer blijft binnen de tijd die de wet noemt.'],
  ['veiligheid', 'VE-2', 'soft', 'In elke wijk is iemand bekend bij wie bewoners terechtkunnen.'],
  ['burger-en-bestuur', 'BB-1', 'hard', 'Wie niet met een computer omgaat, kan nog steeds aan een loket terecht.'],
  ['onderwijs', 'ON-1', 'hard', 'Elk kind heeft een plaats in een schoolgebouw dat veilig en gezond is.'],
  ['onderwijs', 'ON-2', 'soft', 'Hulp voor jonge kinderen met een taalachterstand gaat vóór andere extra’s.'],
]

const framework = (code: string, kind: Kind, plain: string, theme: ThemeId | null): Framework => ({
  id: `example-framework-${code.toLowerCase()}` as FrameworkId,
  code,
  plain,
  kind,
  theme,
})

/** What the example's Council settled beforehand: for all themes, and per theme. */
export const frameworks: readonly Framework[] = [
  ...everywhere.map(([code, kind, plain]) => framework(code, kind, plain, null)),
  ...perTheme.map(([theme, code, kind, plain]) => framework(code, kind, plain, themeId(theme))),
]
