/** What everybody at an evening sees of it, on a phone, on the big screen and at the Chef's desk: the clock, the agenda, who speaks. */
export const hall = {
  timer: {
    targets: { item: 'Tijd voor dit punt', speech: 'Spreektijd', poll: 'Tijd om te stemmen', break: 'Pauze' },
    left: 'te gaan',
    overTime: 'over de tijd',
    held: 'staat stil',
    hours: (count: number) => `${count} uur`,
    minutes: (count: number) => (count === 1 ? '1 minuut' : `${count} minuten`),
    seconds: (count: number) => (count === 1 ? '1 seconde' : `${count} seconden`),
    /** Said aloud, at set moments only. */
    moment: (target: string, left: string) => `${target}: nog ${left}.`,
    over: (target: string) => `${target}: de tijd is om.`,
  },
  goals: { inform: 'informeren', discuss: 'bespreken', write: 'schrijven', decide: 'besluiten' },
  itemStates: { waiting: 'komt nog', current: 'nu', done: 'klaar', deferred: 'komt later' },
  cameFrom: (meeting: string) => (meeting === '' ? 'uitgesteld op een eerdere avond' : `uitgesteld op '${meeting}'`),
  planned: (minutes: number) => `${minutes} min`,
  spent: (spent: number, planned: number) => `${spent} van ${planned} minuten`,
  longer: (minutes: number) => (minutes === 1 ? '1 minuut langer' : `${minutes} minuten langer`),
  speaker: {
    has: 'Heeft het woord',
    held: 'Even onderbroken',
    next: 'Hierna',
    kinds: { order: 'punt van orde', reply: 'reactie', normal: 'inbreng' },
    modes: { room: 'in de zaal', remote: 'thuis' },
    first: 'voor het eerst',
    moved: (reason: string) => `verplaatst: ${reason}`,
    you: 'u',
    place: (nth: number) => `plaats ${nth}`,
  },
}
