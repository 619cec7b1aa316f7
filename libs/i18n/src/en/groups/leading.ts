import { agendaTemplates } from '../agenda-templates.ts'
import { cockpit } from '../cockpit.ts'
import { pollDesk } from '../poll-desk.ts'

/** For whoever leads an evening. */
export const texts = { agendaTemplates, cockpit, pollDesk }
