import type { SpeakerShown } from '@witboek/contract'
import type { PersonId, SpeakerId, SpeakerKind } from '@witboek/domain'
import type { CommandFailure } from '#lib/books/command-failure.ts'
import type { Cockpit, Order } from './cockpit.svelte.ts'

type Done = Promise<CommandFailure | null>

const newSpeaker = (): SpeakerId => crypto.randomUUID() as SpeakerId

/** Whoever is next has the word, and whoever had it has spoken. */
export async function callNext(cockpit: Cockpit): Done {
  const [next] = cockpit.hall.queue.waiting
  if (!next) {
    cockpit.say(cockpit.texts.speakers.waitingNone)
    return null
  }
  return cockpit.act(cockpit.order('speaker:call', { speaker: next.id }), {
    said: cockpit.texts.speakers.saidCalled(next.name),
    undo: uncall(cockpit, next, cockpit.hall.queue.speaking),
  })
}

/** Whoever is not next gets the word all the same; everybody reads why (QUEUE-4). */
export function callOutOfTurn(cockpit: Cockpit, speaker: SpeakerShown, reason: string): Done {
  return cockpit.act(
    [
      cockpit.order('speaker:move', { speaker: speaker.id, before: null, reason }),
      cockpit.order('speaker:call', { speaker: speaker.id }),
    ],
    {
      said: cockpit.texts.speakers.saidCalled(speaker.name),
      undo: uncall(cockpit, speaker, cockpit.hall.queue.speaking),
    },
    { quietly: true },
  )
}

/** Holds who speaks, or lets them go on. */
export async function holdSpeaker(cockpit: Cockpit): Done {
  const { speaking } = cockpit.hall.queue
  if (!speaking) return null
  const texts = cockpit.texts.speakers
  const [hold, goOn] = [cockpit.order('speaker:pause', {}), cockpit.order('speaker:resume', {})]
  return speaking.state === 'paused'
    ? cockpit.act(goOn, { said: texts.saidResumed(speaking.name), undo: [hold] })
    : cockpit.act(hold, { said: texts.saidPaused(speaking.name), undo: [goOn] })
}

export async function endSpeaker(cockpit: Cockpit): Done {
  const { speaking } = cockpit.hall.queue
  if (!speaking) return null
  const id = newSpeaker()
  return cockpit.act(cockpit.order('speaker:end', {}), {
    said: cockpit.texts.speakers.saidEnded(speaking.name),
    undo: [...again(cockpit, speaking, id), cockpit.order('speaker:call', { speaker: id })],
  })
}

/** Off the list. The way back: on it again, before whoever stood behind them. */
export function takeOff(cockpit: Cockpit, speaker: SpeakerShown): Done {
  const { waiting } = cockpit.hall.queue
  const behind = waiting[waiting.findIndex(({ id }) => id === speaker.id) + 1]
  const id = newSpeaker()
  const raise = raiseAgain(cockpit, speaker, id)
  const reason = cockpit.texts.speakers.putBack
  return cockpit.act(cockpit.order('speaker:lower', { speaker: speaker.id }), {
    said: cockpit.texts.speakers.saidOff(speaker.name),
    undo: behind ? [raise, cockpit.order('speaker:move', { speaker: id, before: behind.id, reason })] : [raise],
  })
}

export function moveSpeaker(cockpit: Cockpit, speaker: SpeakerShown, before: SpeakerId | null, reason: string): Done {
  const { waiting } = cockpit.hall.queue
  const behind = waiting[waiting.findIndex(({ id }) => id === speaker.id) + 1]
  const back = cockpit.texts.speakers.putBack
  return cockpit.act(
    cockpit.order('speaker:move', { speaker: speaker.id, before, reason }),
    {
      said: cockpit.texts.speakers.saidMoved(speaker.name),
      // Whoever stood last comes back by a hand of their own.
      undo: behind ? [cockpit.order('speaker:move', { speaker: speaker.id, before: behind.id, reason: back })] : [],
    },
    { quietly: true },
  )
}

export function raiseFor(
  cockpit: Cockpit,
  who: { readonly person: PersonId; readonly name: string },
  kind: SpeakerKind,
  note: string,
): Done {
  const speaker = newSpeaker()
  return cockpit.act(
    cockpit.order('speaker:raise', { speaker, kind, note, person: who.person }),
    {
      said: cockpit.texts.speakers.saidRaised(who.name),
      undo: [cockpit.order('speaker:lower', { speaker })],
    },
    { quietly: true },
  )
}

/**
 * What was said cannot be unsaid, so a call is undone by what comes after it: whoever was called stands first again, and whoever
 * had the word has it back.
 */
function uncall(cockpit: Cockpit, called: SpeakerShown, before: SpeakerShown | null): readonly Order[] {
  const [first, second] = [newSpeaker(), newSpeaker()]
  if (!before) return [cockpit.order('speaker:end', {}), ...again(cockpit, called, first)]
  return [
    ...again(cockpit, called, first),
    ...again(cockpit, before, second),
    cockpit.order('speaker:call', { speaker: second }),
  ]
}

/** A hand for them, and the first place. */
const again = (cockpit: Cockpit, speaker: SpeakerShown, id: SpeakerId): readonly Order[] => [
  raiseAgain(cockpit, speaker, id),
  cockpit.order('speaker:move', { speaker: id, before: null, reason: cockpit.texts.speakers.putBack }),
]

const raiseAgain = (cockpit: Cockpit, { kind, note, person }: SpeakerShown, speaker: SpeakerId): Order =>
  cockpit.order('speaker:raise', { speaker, kind, note, person })
