/** What stands around every mail. What is in it, the feature says that sends it. */
export const mail = {
  buttonFails: 'Werkt de knop niet? Kopieer dan dit adres naar uw browser:',
  /** `why` follows it: "u bent uitgenodigd als expert". */
  why: (why: string) => `U krijgt deze mail, want ${why}.`,
  from: (municipality: string) => `Deze mail is van ${municipality}.`,
}
