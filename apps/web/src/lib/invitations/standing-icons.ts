import CircleCheck from '@lucide/svelte/icons/circle-check'
import CircleMinus from '@lucide/svelte/icons/circle-minus'
import Clock from '@lucide/svelte/icons/clock'
import Hourglass from '@lucide/svelte/icons/hourglass'
import MailX from '@lucide/svelte/icons/mail-x'
import Send from '@lucide/svelte/icons/send'
import Undo from '@lucide/svelte/icons/undo-2'
import type { InvitationStanding } from '@witboek/domain'

/** How an invitation stands, beside the words that say so. */
export const standingIcons = {
  queued: Clock,
  sent: Send,
  bounced: MailX,
  accepted: CircleCheck,
  declined: CircleMinus,
  withdrawn: Undo,
  expired: Hourglass,
} as const satisfies { readonly [Standing in InvitationStanding]: unknown }
