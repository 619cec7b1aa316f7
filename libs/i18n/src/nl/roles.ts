/** Each role in the dialogue: its name, and in one sentence what it does. */
export const roles = {
  expert: { one: 'Expert', many: 'Experts', does: 'Schrijft mee aan het boek van het eigen thema.' },
  chef: {
    one: 'Chef de Dossier',
    many: 'Chefs de Dossier',
    does: 'Leidt de avonden en de vorm van het boek, schrijft niet mee.',
  },
  civilServant: { one: 'Ambtenaar', many: 'Ambtenaren', does: 'Beantwoordt vragen en leest mee.' },
  financialAdviser: { one: 'Financieel adviseur', many: 'Financieel adviseurs', does: 'Rekent na en leest mee.' },
  lead: { one: 'Projectleider', many: 'Projectleiding', does: 'Leidt de dialoog als geheel.' },
  clerk: { one: 'Griffier', many: 'Griffie', does: 'Legt vast wat de raad besluit.' },
  college: { one: 'Lid van het College', many: 'College van B&W', does: 'Toetst de boeken.' },
  councillor: { one: 'Raadslid', many: 'Gemeenteraad', does: 'Geeft kaders en beslist.' },
  administrator: { one: 'Beheerder', many: 'Beheerders', does: 'Regelt wie er meedoet en in welke rol.' },
  auditor: { one: 'Controleur', many: 'Controleurs', does: 'Leest alles mee en controleert de vastlegging.' },
  guest: { one: 'Gast', many: 'Gasten', does: 'Is er één bijeenkomst bij.' },
}
