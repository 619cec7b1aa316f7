import type { CommandFailure } from '#lib/books/command-failure.ts'
import type { Cockpit } from './cockpit.svelte.ts'

type Done = Promise<CommandFailure | null>

/** Holds the clock, or lets it run on. */
export async function holdTimer(cockpit: Cockpit): Done {
  const { timer } = cockpit.hall
  if (!timer) return null
  const { texts } = cockpit
  const [hold, run] = [cockpit.order('timer:pause', {}), cockpit.order('timer:resume', {})]
  return timer.pausedAt === null
    ? cockpit.act(hold, { said: texts.timer.saidPaused, undo: [run] })
    : cockpit.act(run, { said: texts.timer.saidResumed, undo: [hold] })
}

/** What is taken off comes back as it was (TIMER-2). */
export async function lessTime(cockpit: Cockpit, minutes: number): Done {
  if (!cockpit.hall.timer) return null
  return cockpit.act(cockpit.order('timer:extend', { seconds: -minutes * 60 }), {
    said: cockpit.texts.timer.saidLess(minutes),
    undo: [cockpit.order('timer:extend', { seconds: minutes * 60 })],
  })
}

export async function moreTime(cockpit: Cockpit, minutes: number): Done {
  if (!cockpit.hall.timer) return null
  return cockpit.act(cockpit.order('timer:extend', { seconds: minutes * 60 }), {
    said: cockpit.texts.timer.saidMore(minutes),
    undo: [cockpit.order('timer:extend', { seconds: -minutes * 60 })],
  })
}
