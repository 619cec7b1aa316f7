import { parseArgs } from 'node:util'
import { EmailOnWire } from '@witboek/contract'
import { mailAddress, publicName, realName, type Instant } from '@witboek/domain'
import { DatabaseRefused, FolderRefused, openEmbeddedStore, openPostgresStore, type Store } from '@witboek/store'
import { readSettings, SettingsRefused, type Settings } from '../settings.ts'
import { databaseSentence, folderSentence } from '../store-sentences.ts'
import { makeAdministrator, type AdministratorMade, type AdministratorWish } from './make-administrator.ts'

const usage = 'npm run administrator -- --name "Real Name" --email name@town.example [--language nl|en] [--another]'

let settings: Settings | null = null
try {
  const wish = readWish()
  // Whether there is an example is nothing to the administrator of a town.
  settings = readSettings({ ...process.env, EXAMPLE: 'off' }, process.cwd())
  const { databaseUrl, dataFolder } = settings
  const store = await (databaseUrl === null ? openEmbeddedStore(dataFolder) : openPostgresStore(databaseUrl))
  await make(store, wish, settings).finally(() => store.close())
} catch (cause) {
  fail(whyNot(cause, settings) ?? `It did not work: ${cause instanceof Error ? cause.stack : String(cause)}`)
}

async function make(store: Store, wish: AdministratorWish, of: Settings): Promise<void> {
  const made = await makeAdministrator(store, wish, Date.now() as Instant)
  if (made.ok) return tell(made.value, of)
  const dialogue = await store.dialogues.currentDialogue()
  fail(
    dialogue?.synthetic
      ? `In ${placeOf(of)} is the example, and its administrator is made up: for a town, name an empty place with DATA_DIR or ` +
          'DATABASE_URL, for this command and for the server, which is then started with EXAMPLE=off.'
      : `Somebody is an administrator in ${placeOf(of)} already, and gives seats on ${siteOf(of)}/mensen. To make another one ` +
          'from this machine, add --another.',
  )
}

function tell({ was, name, token }: AdministratorMade, of: Settings): void {
  const sentences = {
    new: `${name} is an administrator now, in ${placeOf(of)}.`,
    known: `${name} was known here by this address, and is an administrator now too, in ${placeOf(of)}.`,
    already: `${name} was an administrator already, in ${placeOf(of)}.`,
  }
  const first = of.databaseUrl === null ? 'Start the server, and sign in' : 'Sign in'
  say(sentences[was])
  say(`${first} within 15 minutes with this link, which works once:`)
  say(`${siteOf(of)}/aanmelden/${token}`)
}

function placeOf({ databaseUrl, dataFolder }: Settings): string {
  return databaseUrl === null ? `the data folder ${dataFolder}` : 'the database'
}

/** Where people find this site; without `PUBLIC_ORIGIN` as the server on this machine has it. */
function siteOf({ publicOrigin, port }: Settings): string {
  return publicOrigin ?? `http://localhost:${port}`
}

/** What was asked for. Throws `SettingsRefused` with what does not fit. */
function readWish(): AdministratorWish {
  const { name = '', email = '', language = 'nl', another = false } = parsed()
  if (!name || !email) throw new SettingsRefused(`Say who it is: ${usage}`)
  const [real, shown, address] = [realName(name), publicName(name), EmailOnWire.safeParse(email.trim())]
  if (!real.ok || !shown.ok) throw new SettingsRefused(`The name has to be one line of 1 to 60 characters: ${usage}`)
  if (!address.success) throw new SettingsRefused(`"${email}" is no e-mail address: ${usage}`)
  if (language !== 'nl' && language !== 'en') throw new SettingsRefused(`The language is nl or en: ${usage}`)
  return { realName: real.value, name: shown.value, email: mailAddress(address.data), language, another }
}

function parsed() {
  try {
    return parseArgs({
      options: {
        name: { type: 'string' },
        email: { type: 'string' },
        language: { type: 'string' },
        another: { type: 'boolean' },
      },
    }).values
  } catch {
    throw new SettingsRefused(`That is not understood: ${usage}`)
  }
}

function whyNot(cause: unknown, of: Settings | null): string | null {
  if (cause instanceof SettingsRefused) return cause.message
  if (cause instanceof DatabaseRefused) return databaseSentence(cause)
  if (!(cause instanceof FolderRefused)) return null
  return cause.why === 'in-use'
    ? `A server is running on the data folder ${of?.dataFolder}: stop it, give this command again, and start it.`
    : folderSentence(cause, of?.dataFolder)
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`)
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
  process.exitCode = 1
}
