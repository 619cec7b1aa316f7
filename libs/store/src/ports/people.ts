import type { Consent, Contact, Instant, Person, PersonId } from '@witboek/domain'

export interface People {
  /** Adds somebody, or replaces name, background and seats. */
  save(person: Person): Promise<void>
  find(id: PersonId): Promise<Person | null>
  all(): Promise<readonly Person[]>
  /** Nothing is left of somebody but a pseudonym, for what they wrote; they hold no seat. */
  erase(id: PersonId, pseudonym: string, now: Instant): Promise<void>
  /** Those of whom only a pseudonym is left. */
  erased(): Promise<readonly PersonId[]>
}

/** Who somebody is outside the dialogue. */
export interface Contacts {
  /** Adds or replaces. Answers `false`, and changes nothing, when the address is somebody else's. */
  save(contact: Contact): Promise<boolean>
  of(person: PersonId): Promise<Contact | null>
  /** By an address as `mailAddress` writes it. */
  byEmail(email: string): Promise<Contact | null>
  all(): Promise<readonly Contact[]>
  forget(person: PersonId): Promise<void>
}

export interface Consents {
  /** Once more the same changes nothing. */
  give(consent: Consent): Promise<void>
  of(person: PersonId): Promise<readonly Consent[]>
  forget(person: PersonId): Promise<void>
}
