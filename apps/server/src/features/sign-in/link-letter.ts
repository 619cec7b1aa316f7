import { textsIn } from '@witboek/i18n'
import type { Contact } from '@witboek/domain'
import { letter } from '../../mail/letter.ts'
import type { Mail } from '../../mail/mail.ts'

/** The mail with a link to sign in, in the language of whoever gets it. */
export function linkLetter(
  { realName, language }: Pick<Contact, 'realName' | 'language'>,
  { email, url, from }: { readonly email: string; readonly url: string; readonly from: string },
): Mail {
  const { mail } = textsIn(language).signIn
  return {
    to: email,
    language,
    subject: mail.subject,
    ...letter({
      language,
      greeting: mail.greeting(realName),
      paragraphs: [mail.text, mail.valid, mail.nothing],
      button: { text: mail.button, url },
      footer: { municipality: from, why: mail.why },
    }),
  }
}
