import { accessibility } from './en/accessibility.ts'
import { book } from './en/book.ts'
import { home } from './en/home.ts'
import { errorPage, problems } from './en/problems.ts'
import { roles } from './en/roles.ts'
import { seats } from './en/seats.ts'
import { shell } from './en/shell.ts'
import { theme } from './en/theme.ts'
import type { Texts } from './nl.ts'

export const en: Texts = { accessibility, book, errorPage, home, problems, roles, seats, shell, theme }
