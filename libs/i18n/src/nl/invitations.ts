/** Inviting people: the page of who invites, the letter, and the page of who is invited. */
export const invitations = {
  /** The role in the middle of a sentence. */
  as: {
    expert: 'expert',
    chef: 'Chef de Dossier',
    civilServant: 'ambtenaar',
    financialAdviser: 'financieel adviseur',
    lead: 'projectleider',
    clerk: 'griffier',
    college: 'lid van het College',
    councillor: 'raadslid',
    administrator: 'beheerder',
    auditor: 'controleur',
    guest: 'gast',
  },
  /** What is asked of somebody in that role. */
  asks: {
    expert:
      'Als expert schrijft u mee aan het boek van uw thema. Wat speelt er, wie merkt er iets van, en waar kan het met minder geld? U weet iets wat anderen niet weten: als bewoner, als gebruiker of door uw werk. De groep komt een paar avonden bij elkaar, en u kunt ook thuis schrijven.',
    chef: 'Als Chef de Dossier leidt u de avonden van de themagroep en bewaakt u de vorm van het boek. U schrijft zelf niet mee.',
    civilServant:
      'Als ambtenaar beantwoordt u vragen van de themagroepen en legt u moeilijke woorden uit. U schrijft niet mee.',
    financialAdviser: 'Als financieel adviseur rekent u na wat voorstellen opleveren en kosten. U schrijft niet mee.',
    lead: 'Als projectleider leidt u de dialoog als geheel en zet u elke volgende fase open.',
    clerk: 'Als griffier volgt u de dialoog en legt u vast wat de raad besluit.',
    college: 'Als lid van het College leest en toetst u de boeken, vanaf de toetsing van de groenboeken.',
    councillor: 'Als raadslid geeft u kaders mee, leest u de boeken vanaf de toetsing en besluit u aan het einde.',
    administrator: 'Als beheerder regelt u wie er meedoet en in welke rol.',
    auditor: 'Als controleur leest u alles mee en controleert u wat is vastgelegd.',
    guest: 'Als gast bent u er één bijeenkomst bij.',
  },
  inviter: (name: string, role: string | null) => (role ? `${name} (${role})` : name),
  inTheme: (role: string, theme: string | null) => (theme ? `${role} in het thema ${theme}` : role),

  mail: {
    subject: (dialogue: string, theme: string | null) =>
      theme ? `Uitnodiging voor ${dialogue}: ${theme}` : `Uitnodiging voor ${dialogue}`,
    greeting: (name: string) => (name ? `Beste ${name},` : 'Goedendag,'),
    invites: (inviter: string, dialogue: string, municipality: string, seat: string) =>
      `${inviter} nodigt u uit om mee te doen aan ${dialogue} van ${municipality}, als ${seat}.`,
    meeting: (title: string, when: string, place: string) =>
      place
        ? `De eerstvolgende bijeenkomst: ${title}, ${when}, ${place}. Die zit als afspraak voor uw agenda bij deze mail.`
        : `De eerstvolgende bijeenkomst: ${title}, ${when}. Die zit als afspraak voor uw agenda bij deze mail.`,
    answer: (until: string) =>
      `Bekijk de uitnodiging en laat weten of u meedoet. Dat kan tot ${until}. Meedoen is vrijwillig.`,
    decline: 'Doet u liever niet mee? Zeg dat op dezelfde pagina. Dan krijgt u geen herinnering.',
    privacy: (inviter: string, address: string) =>
      `Uw adres kregen we van ${inviter}, alleen voor deze uitnodiging. Dertig dagen na uw antwoord, of nadat de uitnodiging is verlopen, halen we uw naam en adres uit de uitnodiging weg. Meer daarover leest u op ${address}.`,
    personal: 'De link is alleen voor u. Stuur deze mail niet door.',
    button: 'Bekijk de uitnodiging',
    why: (seat: string) => `u bent uitgenodigd als ${seat}`,
  },

  /** For who invites. */
  title: (theme: string | null) => (theme ? `Uitnodigingen voor ${theme}` : 'Uitnodigingen voor de dialoog'),
  introSends: 'U nodigt mensen uit in drie stappen. Er gaat pas iets weg als u in stap 3 op versturen drukt.',
  introReads: 'Hier ziet u wie er is uitgenodigd. Uitnodigen kan niet vanaf uw plaats.',
  themesToo: 'Experts en Chefs nodigt u uit bij hun thema:',
  noMail:
    'Er kan hier geen mail weg. Vraag de beheerder om een mailserver in te stellen; tot dan kunt u niet uitnodigen.',
  mailbox: 'Dit is een voorbeeld. Mail gaat niet echt weg: die ziet u in het postvak.',
  mailboxLink: 'Bekijk het postvak',

  who: {
    title: '1. Wie nodigt u uit?',
    role: 'Als wat?',
    text: 'Plak hier namen en adressen',
    hint: 'Eén per regel, of met komma’s ertussen. Bijvoorbeeld: Els van Dijk; els@voorbeeld.nl; nl. Als taal kunt u nl of en opgeven; zonder taal wordt het Nederlands.',
    file: 'Of kies een bestand (CSV)',
    fileHint: 'Zoals een spreadsheet het opslaat, met kolommen als naam, e-mail en taal.',
    fileRead: (name: string) => `${name} staat nu in het vak hierboven.`,
    fileTooLarge: 'Dit bestand is te groot. Neem een lijst met hooguit 500 mensen.',
    fileNot: 'Dit bestand kan niet worden gelezen. Sla het op als CSV en probeer het opnieuw.',
    empty: 'Plak eerst een lijst of kies een bestand.',
    check: 'Controleer de lijst',
    checking: 'De lijst wordt gecontroleerd…',
  },
  preview: {
    title: '2. Klopt de lijst?',
    ready: (count: number) =>
      count === 1 ? '1 persoon kan een uitnodiging krijgen.' : `${count} mensen kunnen een uitnodiging krijgen.`,
    wrong: (count: number) => (count === 1 ? '1 regel klopt nog niet.' : `${count} regels kloppen nog niet.`),
    wrongHint: 'Verbeter ze hier of in de lijst hierboven. Wat niet klopt, wordt overgeslagen.',
    nobody: 'In deze lijst staat niemand. Plak namen en adressen in stap 1.',
    nobodyReady: 'Er is nog niemand die een uitnodiging kan krijgen. Verbeter de regels hieronder.',
    caption: 'De mensen op uw lijst',
    line: 'Regel',
    name: 'Naam',
    email: 'E-mailadres',
    language: 'Taal',
    state: 'Klopt het?',
    languages: { nl: 'Nederlands', en: 'Engels' },
    ok: 'Klaar om te versturen',
    onlyWrong: 'Laat alleen zien wat niet klopt',
    fix: (line: number) => `Verbeter het adres op regel ${line}`,
    fixed: 'Neem over',
    problems: {
      'no-address': 'Dit is geen e-mailadres. Verbeter het.',
      'name-too-long': 'De naam is te lang. Maak hem korter dan 100 tekens.',
      twice: 'Dit adres staat al eerder in de lijst. U hoeft niets te doen.',
      'invited-already': 'Is al uitgenodigd. Kijk in de lijst onderaan: daar kunt u opnieuw sturen.',
      'seat-already-held': 'Doet al mee in deze rol. U hoeft niets te doen.',
      'roles-do-not-go-together': 'Heeft al een rol die hier niet mee samengaat. Nodig iemand anders uit.',
      'one-theme-group': 'Zit al in een andere themagroep. Nodig iemand anders uit.',
    },
    beyond: (count: number, line: number) =>
      `Een lijst heeft hooguit 500 mensen. Vanaf regel ${line} ${count === 1 ? 'staat er nog 1' : `staan er nog ${count}`}: neem die in een tweede lijst.`,
  },
  letter: {
    title: '3. Wat schrijft u erbij?',
    intro:
      'Uw eigen woorden staan bovenaan de brief. Wie u bent, waarvoor het is en hoe men antwoordt, komt er vanzelf onder.',
    own: { nl: 'Uw woorden in het Nederlands', en: 'Uw woorden in het Engels' },
    hint: (max: number) => `Mag leeg blijven. Hooguit ${max} tekens.`,
    missing: (count: number, language: string) =>
      `${count === 1 ? '1 persoon krijgt' : `${count} mensen krijgen`} de brief in het ${language}, en daar staat nog niets van u bij.`,
    shows: 'Zo ziet de brief eruit',
    showIn: 'Laat de brief zien in het',
    exampleName: 'Els van Dijk',
    meeting: (title: string) => `Bij de mail zit een afspraak voor de agenda: ${title}.`,
    noMeeting: 'Er is nog geen bijeenkomst gepland. Plant u er eerst een, dan gaat die als afspraak mee.',
    send: (count: number) => (count === 1 ? 'Verstuur 1 uitnodiging' : `Verstuur ${count} uitnodigingen`),
    sending: 'De uitnodigingen worden klaargezet…',
    sent: (count: number) =>
      count === 1
        ? '1 uitnodiging gaat nu weg. Hieronder ziet u hoe ver het is.'
        : `${count} uitnodigingen gaan nu weg. Hieronder ziet u hoe ver het is.`,
    notSent: (count: number) =>
      count === 1
        ? '1 persoon van de lijst kon niet meer worden uitgenodigd.'
        : `${count} mensen van de lijst konden niet meer worden uitgenodigd.`,
  },
  list: {
    title: 'Wie is uitgenodigd',
    empty: 'Er is nog niemand uitgenodigd.',
    none: 'Er is niemand met deze stand.',
    caption: 'Uitnodigingen',
    all: 'Alles',
    filter: 'Laat zien',
    to: 'Aan',
    role: 'Rol',
    state: 'Stand',
    when: 'Wanneer',
    hidden: 'Alleen voor wie uitnodigt',
    forgotten: 'Naam en adres zijn weggehaald',
    acts: 'Wat u kunt doen',
    standings: {
      queued: 'Wacht op de mail',
      sent: 'Verstuurd',
      bounced: 'Niet aangekomen',
      accepted: 'Doet mee',
      declined: 'Doet niet mee',
      withdrawn: 'Ingetrokken',
      expired: 'Verlopen',
    },
    made: (when: string) => `gemaakt op ${when}`,
    sent: (when: string, times: number) =>
      times > 1 ? `verstuurd op ${when}, ${times} keer in totaal` : `verstuurd op ${when}`,
    until: (when: string) => `geldig tot ${when}`,
    answered: (when: string) => `op ${when}`,
    progress: (sent: number, all: number) => `${sent} van de ${all} verstuurd`,
    waiting: (count: number) =>
      count === 1
        ? '1 uitnodiging wacht op de mail. Dat gaat vanzelf; u mag deze pagina sluiten.'
        : `${count} uitnodigingen wachten op de mail. Dat gaat vanzelf; u mag deze pagina sluiten.`,
    done: 'Alle brieven zijn de deur uit.',
    stale: 'Deze lijst kan nu niet worden ververst. We proberen het vanzelf opnieuw.',
    resend: 'Stuur opnieuw',
    resent: (who: string) => `De uitnodiging aan ${who} gaat opnieuw weg. De oude brief werkt dan niet meer.`,
    withdraw: 'Trek in',
    withdrawTitle: (who: string) => `De uitnodiging aan ${who} intrekken?`,
    withdrawText:
      'De link in de brief werkt dan niet meer. Er gaat geen bericht over weg. U kunt later opnieuw uitnodigen.',
    withdrawConfirm: 'Trek in',
    withdrawn: (who: string) => `De uitnodiging aan ${who} is ingetrokken.`,
    bounce: 'Kwam niet aan',
    bounceTitle: (who: string) => `Kwam de mail aan ${who} niet aan?`,
    bounceText:
      'Doe dit als er in het postvak van de gemeente bericht kwam dat de mail niet kon worden bezorgd. Daarna kunt u het adres verbeteren.',
    bounceConfirm: 'Ja, die kwam niet aan',
    bounced: (who: string) => `Genoteerd: de mail aan ${who} kwam niet aan.`,
    correct: 'Verbeter het adres',
    correctTitle: (who: string) => `Een ander adres voor ${who}`,
    correctText: 'De uitnodiging gaat daarna opnieuw weg, naar dit adres.',
    correctLabel: 'E-mailadres',
    correctConfirm: 'Bewaar en stuur opnieuw',
    corrected: (who: string) => `Het adres is verbeterd. De uitnodiging gaat opnieuw weg, naar ${who}.`,
    keep: 'Laat het zo',
    busy: 'Even geduld…',
  },

  /** For who is invited. */
  answer: {
    title: (theme: string | null) => (theme ? `Uitnodiging: ${theme}` : 'Uitnodiging'),
    invites: (inviter: string, municipality: string) => `${inviter} van ${municipality} nodigt u uit.`,
    seat: (seat: string, dialogue: string) => `Doet u mee aan ${dialogue}, als ${seat}?`,
    asksTitle: 'Wat wordt er van u gevraagd?',
    ownTitle: (name: string) => `${name} schrijft u`,
    meetingTitle: 'De eerstvolgende bijeenkomst',
    until: (when: string) => `U kunt antwoorden tot ${when}.`,
    other: (name: string) =>
      `U bent in deze browser aangemeld als ${name}. Neemt u de uitnodiging aan, dan wordt ${name} hier afgemeld.`,
    known: (name: string) => `U doet al mee als ${name}. Deze rol komt erbij, onder dezelfde naam.`,
    formTitle: 'Ik doe mee',
    realName: 'Uw naam',
    realNameHint: (max: number) =>
      `Die zien alleen u en de mensen die de uitnodigingen regelen. Hooguit ${max} tekens.`,
    publicName: 'De naam waarmee u meedoet',
    publicNameHint: (max: number) =>
      `Die ziet iedereen die meedoet, ook bij wat u schrijft. Het hoeft niet uw echte naam te zijn. Hooguit ${max} tekens.`,
    consentMore: 'Meer over uw gegevens',
    keep: 'Blijf 30 dagen aangemeld op dit apparaat',
    keepHint: 'Kies dit alleen op uw eigen apparaat.',
    accept: 'Ja, ik doe mee',
    busy: 'Even geduld…',
    declineTitle: 'Liever niet?',
    declineText: 'Dat is goed. U hoeft niet te zeggen waarom.',
    decline: 'Nee, ik doe niet mee',
    problemTitle: 'Dat lukte niet',
    stillOpen: 'Uw uitnodiging blijft open.',
    /** What one cannot accept, said to the one who is invited. */
    clashes: {
      'roles-do-not-go-together':
        'U hebt in deze dialoog al een rol die hier niet mee samengaat. Wie u uitnodigde, kan vertellen wat er mogelijk is.',
      'one-theme-group': 'U zit al in een andere themagroep. Wilt u overstappen? Vraag het de gemeente.',
      'seat-already-held': 'U doet al mee in deze rol.',
    },
    states: {
      accepted: {
        title: 'U hebt al geaccepteerd',
        text: 'Deze uitnodiging is aangenomen. De link werkt één keer. Meld u aan met het adres waarop u bent uitgenodigd.',
      },
      declined: {
        title: 'Bedankt voor uw antwoord',
        text: 'U doet niet mee. U krijgt hierover geen mail meer. Bedenkt u zich? Vraag wie u uitnodigde om een nieuwe uitnodiging.',
      },
      withdrawn: {
        title: 'Deze uitnodiging geldt niet meer',
        text: 'Misschien kreeg u intussen een nieuwe: gebruik dan de laatste mail. Hebt u vragen? Vraag het wie u uitnodigde.',
      },
      expired: {
        title: 'Deze uitnodiging is verlopen',
        text: 'Wilt u toch meedoen? Vraag wie u uitnodigde om een nieuwe uitnodiging. Dat is zo gedaan.',
      },
      closed: {
        title: 'Deze dialoog is afgerond',
        text: 'Meedoen kan niet meer.',
      },
      unknown: {
        title: 'Deze link werkt niet',
        text: 'Kijk of u het hele adres hebt overgenomen. Kreeg u meer dan één mail? Alleen de link in de laatste werkt. Lukt het niet, vraag dan wie u uitnodigde om een nieuwe.',
      },
    },
    signIn: 'Meld u aan',
    home: 'Naar de dialoog',
  },
}
