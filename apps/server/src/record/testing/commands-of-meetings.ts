import { meetingCommandPath, type MeetingCommandName, type PollCommandName } from '@witboek/contract'
import type { MeetingFact } from '@witboek/domain'

type Command = MeetingCommandName | PollCommandName
type OnRecord = MeetingFact['type'] | 'ballot:cast' | 'tally:differed' | 'roll:read'

/** What leaves nothing in the record, and why not. */
const without = {
  'word:ask': 'whoever does not understand a word is not asked who they are',
  'poll:cast-secret': 'of somebody who votes in secret nothing stands anywhere',
} as const satisfies { readonly [Name in Command]?: string }

/** What each command of a meeting leaves in the record: its facts, by their names. */
const leaves: { readonly [Name in Exclude<Command, keyof typeof without>]: readonly OnRecord[] } = {
  'agenda:add': ['agenda:added'],
  'agenda:change': ['agenda:changed'],
  'agenda:move': ['agenda:moved'],
  'agenda:remove': ['agenda:removed'],
  'agenda:start': ['agenda:started'],
  'agenda:end': ['agenda:ended'],
  'agenda:defer': ['agenda:deferred'],
  'agenda:undo': ['agenda:undone'],
  'word:strike': ['word:struck'],
  'word:restore': ['word:restored'],
  'attendance:check-in': ['attendance:checked-in', 'poll:joined'],
  'attendance:leave': ['attendance:left', 'speaker:lowered', 'speaker:ended'],
  'attendance:correct': ['attendance:checked-in', 'attendance:left', 'poll:joined'],
  'speaker:raise': ['speaker:raised', 'speaker:lowered'],
  'speaker:lower': ['speaker:lowered'],
  'speaker:call': ['speaker:called'],
  'speaker:pause': ['speaker:paused'],
  'speaker:resume': ['speaker:resumed'],
  'speaker:end': ['speaker:ended'],
  'speaker:move': ['speaker:moved'],
  'queue:limit': ['queue:limited'],
  'queue:close': ['queue:closed'],
  'queue:open': ['queue:opened'],
  'timer:start': ['timer:started'],
  'timer:pause': ['timer:paused'],
  'timer:resume': ['timer:resumed'],
  'timer:extend': ['timer:extended'],
  'timer:stop': ['timer:stopped'],
  'screen:show': ['screen:shown'],
  'question:ask': ['question:asked'],
  'question:answer': ['question:answered'],
  'question:postpone': ['question:postponed'],
  'question:reopen': ['question:reopened'],
  'question:hide': ['question:hidden'],
  'question:show': ['question:shown'],
  'question:appeal': ['question:appealed'],
  'question:settle': ['question:settled'],
  'announcement:make': ['announcement:made'],
  'announcement:withdraw': ['announcement:withdrawn'],
  'reactions:mute': ['reactions:muted'],
  'report:file': ['report:filed'],
  'report:decide': ['report:decided'],
  'minutes:note': ['minutes:noted'],
  'decision:keep': ['decision:kept'],
  'decision:remove': ['decision:removed'],
  'action:keep': ['action:kept'],
  'action:remove': ['action:removed'],
  'poll:draft': ['poll:drafted'],
  'poll:change': ['poll:changed'],
  'poll:drop': ['poll:dropped'],
  'poll:open': ['poll:opened'],
  'poll:extend': ['poll:extended'],
  'poll:close': ['poll:closed'],
  'poll:publish': ['poll:published', 'tally:differed'],
  'poll:void': ['poll:voided'],
  'hands:enter': ['hands:entered'],
  'hands:confirm': ['hands:confirmed'],
  'hands:reject': ['hands:rejected'],
  'poll:cast': ['ballot:cast', 'poll:joined'],
  'roll:read': ['roll:read'],
}

const byDoor = <Value>(list: { readonly [Name in Command]?: Value }): Readonly<Record<string, Value>> =>
  Object.fromEntries(
    Object.entries(list).map(([name, value]) => [`POST ${meetingCommandPath(name as Command)}`, value as Value]),
  )

export const meetingCommandsOnRecord = byDoor<readonly OnRecord[]>(leaves)
export const meetingCommandsNotOnRecord = byDoor<string>(without)
