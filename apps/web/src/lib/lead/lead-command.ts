import type { AccessCommands } from '@witboek/contract'
import { attempt, type CommandFailure } from '#lib/books/command-failure.ts'
import type { MeetingLine } from '#lib/books/meeting-line.ts'

/** One command of the lead, over a line that is there just for it. Answers why it did not go through. */
export async function leadCommand<Name extends keyof AccessCommands>(
  name: Name,
  message: AccessCommands[Name],
): Promise<CommandFailure | null> {
  try {
    const { openMeetingLine } = await import('#lib/books/meeting-line.ts')
    const line = openMeetingLine()
    try {
      await connected(line)
      return await attempt(line, name, message as never)
    } finally {
      line.disconnect()
    }
  } catch {
    return 'no-line'
  }
}

const connected = (line: MeetingLine): Promise<void> =>
  new Promise((resolve, reject) => {
    line.on('connect', resolve)
    line.on('connect_error', reject)
  })
