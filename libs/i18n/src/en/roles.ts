import type { roles as nl } from '../nl/roles.ts'

export const roles: typeof nl = {
  expert: { one: 'Expert', many: 'Experts', does: 'Writes in the book of their own theme.' },
  chef: {
    one: 'Chef de Dossier',
    many: 'Chefs de Dossier',
    does: 'Leads the evenings and the shape of the book; does not write in it.',
  },
  civilServant: { one: 'Civil servant', many: 'Civil servants', does: 'Answers questions and reads along.' },
  financialAdviser: {
    one: 'Financial adviser',
    many: 'Financial advisers',
    does: 'Checks the figures and reads along.',
  },
  lead: { one: 'Lead', many: 'Lead', does: 'Leads the dialogue as a whole.' },
  clerk: { one: 'Clerk', many: 'Clerk’s office', does: 'Records what the Council decides.' },
  college: { one: 'Member of the College', many: 'College (executive)', does: 'Reviews the books.' },
  councillor: { one: 'Councillor', many: 'Council', does: 'Sets frameworks and decides.' },
  administrator: { one: 'Administrator', many: 'Administrators', does: 'Arranges who takes part, and in which role.' },
  auditor: { one: 'Auditor', many: 'Auditors', does: 'Reads everything and checks the record.' },
  guest: { one: 'Guest', many: 'Guests', does: 'Is there for one meeting.' },
}
