import type { Contact } from '@witboek/domain'
import { textsIn } from '@witboek/i18n'
import { letter } from '../../mail/letter.ts'
import type { Mail } from '../../mail/mail.ts'

/** To the old address of who has a new one: whoever reads it may not be the one who changed it. The new address is not in it. */
export function oldAddressLetter(
  { realName, language, email }: Pick<Contact, 'realName' | 'language'> & { readonly email: string },
  from: string,
): Mail {
  const { mail } = textsIn(language).ownContact
  return {
    to: email,
    language,
    subject: mail.oldSubject,
    ...letter({
      language,
      greeting: mail.greeting(realName),
      paragraphs: [mail.oldText, mail.oldNothing],
      footer: { municipality: from, why: mail.oldWhy },
    }),
  }
}
