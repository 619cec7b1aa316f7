import type { minutes as nl } from '../nl/minutes.ts'

export const minutes: typeof nl = {
  title: 'Minutes',
  titleOf: (title) => `Minutes: ${title}`,
  way: 'Meetings',
  meeting: 'The meeting',
  intro:
    'These minutes make themselves during the evening: who was there, what was discussed, and what the polls said.',
  introWrites: 'You add what was said and agreed. You cannot change the numbers: they come from what happened.',

  states: {
    draft: 'Not complete yet',
    complete: 'Ready to read',
    confirmed: 'Confirmed',
  },
  waiting: {
    title: 'The minutes are not complete yet',
    text: 'Whoever leads the meeting is still adding to them. After that you can read them here.',
    back: 'Back to the meeting',
  },
  draftText: 'Only whoever leads the meeting, the project lead and the auditor read this now.',
  runningText: 'The meeting is still going on. These are the minutes so far.',
  notHeld: 'This meeting has not begun yet. The minutes come by themselves.',
  completeText: (when) =>
    `Complete since ${when}. The group confirms them at a later meeting. Until then they can still change.`,
  confirmedText: (when) => `The group confirmed these minutes on ${when}. They do not change any more.`,
  confirmedAt: (when, meeting) =>
    `The group confirmed these minutes on ${when}, at '${meeting}'. They do not change any more.`,

  saved: {
    all: (time) => `Everything was saved at ${time}.`,
    nothing: 'What you type here is saved by itself.',
    saving: 'Saving…',
    lost: 'Not saved yet. There is no connection. Your text stays in this tab and is saved by itself.',
    refused: 'Something was not saved. See at the field what is wrong.',
    elsewhere: 'Somebody else changed the same as you. Choose at the field which text stays.',
    old: 'No connection. What you see here may be out of date. We keep trying.',
  },
  field: {
    elsewhere: 'Somebody else wrote this here in the meantime:',
    takeOther: 'Take that text',
    keepOwn: 'Keep my text',
  },

  steps: {
    title: 'Finishing',
    complete: 'The minutes are complete',
    completeText: 'Everybody who may see the meeting can read them from then on. You can still add to them.',
    completeAsk: 'Are the minutes complete?',
    completeUnpublished: (count) =>
      count === 1
        ? 'The result of this poll has not been published, so it is not in the minutes:'
        : 'The results of these polls have not been published, so they are not in the minutes:',
    completeYes: 'Yes, they are complete',
    completeDone: 'The minutes are complete. The group can read them now.',
    confirm: 'The group has confirmed them',
    confirmText: 'Do this at a later meeting, once the group has said yes. After that nothing changes any more.',
    confirmNot: 'This can be done at a later meeting of the same group, while it is open.',
    confirmWhere: 'At which meeting?',
    confirmAsk: 'Did the group say yes?',
    confirmFinal: 'You cannot undo this.',
    confirmYes: 'Yes, the group confirms them',
    confirmDone: 'The minutes are confirmed.',
    notYet: 'Close the meeting first. Then you can finish the minutes.',
    saveFirst: 'Wait until everything is saved.',
    keep: 'Not yet',
    close: 'Close',
    busy: 'One moment…',
  },

  green: {
    title: 'Next: the green phase',
    text: 'The kick-off is over. You can move the dialogue on to the green phase now. Later is fine too: the button is on the home page as well.',
  },

  files: {
    title: 'Take them with you',
    pdf: 'As PDF, to read and print',
    odt: 'As ODT, to work on',
    draft: 'The file says that the minutes have not been confirmed yet.',
    failed: 'The file could not be made.',
    name: 'minutes',
  },

  short: {
    title: 'In short',
    theme: 'Theme',
    plenary: 'All theme groups together',
    day: 'Day',
    place: 'Place',
    opened: 'Began',
    closed: 'Ended',
    running: 'still going on',
    break: 'Break',
    ledBy: 'Led by',
    present: 'Present',
    presentCount: (room, remote) =>
      [`${room} ${room === 1 ? 'person' : 'people'} in the hall`, ...(remote > 0 ? [`${remote} at home`] : [])].join(
        ', ',
      ),
    state: 'State of these minutes',
    fromTo: (from, to) => `${from} to ${to}`,
    since: (from) => `since ${from}`,
  },

  attendance: {
    title: 'Who was there',
    none: 'Nobody has checked in yet.',
    caption: 'Who was there, when and where',
    name: 'Name',
    role: 'Role',
    where: 'Where',
    from: 'From',
    to: 'Until',
    here: 'Present',
    modes: { room: 'in the hall', remote: 'at home' },
    gone: 'unknown',
    still: 'still here',
  },

  agenda: {
    title: 'What was discussed',
    none: 'This meeting had no agenda.',
    goal: (goal) => `Goal: ${goal}.`,
    goals: { inform: 'inform', discuss: 'discuss', write: 'write', decide: 'decide' },
    time: (spent, planned) => `Took ${spent}. Planned: ${planned}.`,
    overrun: (over) => `${over} longer than planned.`,
    notDone: (planned) => `Was not discussed. Planned: ${planned}.`,
    current: (spent, planned) => `Going on now: ${spent} of ${planned}.`,
    deferred: 'Put off until later.',
    cameFrom: (meeting) => `Put off at '${meeting}'.`,
    deferredTo: (meeting) => `Put off until '${meeting}'.`,
    speakers: (people, turns) =>
      people === turns
        ? people === 1
          ? '1 person had the word.'
          : `${people} people had the word.`
        : `${people === 1 ? '1 person' : `${people} people`} had the word ${turns} times.`,
    whole: 'About the whole evening',
  },

  notes: {
    label: 'What was said',
    of: (item) => `What was said: ${item}`,
    hint: 'Write down briefly what readers need to know. Write ‘the group’ or ‘an expert’, and no names.',
    none: 'Nothing was written down about this.',
  },
  decisions: {
    title: 'Agreed',
    one: (nth) => `Agreement ${nth}`,
    text: 'What does the group agree?',
    add: 'Add an agreement',
    remove: 'Remove this agreement',
    removed: 'The agreement was removed.',
    empty: 'An agreement needs words. Should it go? Then remove it.',
  },
  actions: {
    title: 'Who does what',
    one: (nth) => `Action ${nth}`,
    text: 'What is going to happen?',
    who: 'Who does it?',
    whoHint: 'A name, a group or a department. May stay empty.',
    due: 'When is it done?',
    add: 'Add an action',
    remove: 'Remove this action',
    removed: 'The action was removed.',
    empty: 'An action needs words. Should it go? Then remove it.',
    caption: 'Who does what',
    nobody: 'nobody yet',
    noDay: 'no day',
    columns: { text: 'Action', who: 'Who', due: 'Done by' },
  },
  putBack: 'Put back',

  polls: {
    title: 'Polls',
    check: 'Check the polls',
    unpublished: 'The result was not made known.',
    toPublish: 'Publish the result where the meeting is led',
    void: (reason) => `This poll does not count. Reason: ${reason}`,
    advice: 'A poll is advice of the group. The council decides.',
    secret: 'voted in secret',
    turnout: (cast, entitled) => `${cast} of ${entitled} people voted.`,
    columns: { option: 'Option', count: 'Votes' },
  },

  questions: {
    title: 'Questions for later',
    none: 'All questions have been answered.',
    by: (name) => `Question from ${name}`,
    unsigned: 'Question without a name',
    postponed: 'kept for later',
  },
  unclear: {
    title: 'Words that were not clear',
    none: 'Nobody asked about a word.',
    times: (word, count) => (count === 1 ? `${word} (once)` : `${word} (${count} times)`),
    struck: (count) => (count === 1 ? 'The Chef struck out 1 word.' : `The Chef struck out ${count} words.`),
    strike: 'Strike out',
    strikeOf: (word) => `Strike out: “${word}”`,
    strikeTitle: (word) => `Strike out “${word}”?`,
    strikeText: 'Do this when it is no word to explain, but abuse for instance, or something about somebody.',
    strikeReason: 'Why?',
    strikeMissing: 'Write down why.',
  },
  books: {
    title: 'How far the books were',
    none: 'Nothing was noted of the books.',
    kinds: { green: 'Green book', white: 'White book' },
    caption: 'How often each book had been changed until then',
    book: 'Book',
    when: 'When',
    seq: 'Number of changes until then',
  },

  edition: {
    draft: 'Not complete yet',
    complete: 'Complete, not confirmed yet',
    confirmed: 'Confirmed',
  },
  hash: 'Fingerprint of the content',
  hashFoot:
    'At the foot of every page is a fingerprint of the content (SHA-256). When it is the same, two sets of minutes say the same.',
  hashText: 'When this fingerprint is the same, two sets of minutes say the same.',

  parity: {
    title: 'The hall and home compared',
    intro:
      'Did people at home take part as much as people in the hall? This shows whether the evening was shared fairly.',
    who: 'Counted are the experts and the guests. Whoever leads or advises is not counted here.',
    soFar: 'The meeting is still going on. This is how it is so far.',
    nobody: 'Nobody has taken part yet.',
    onlyRoom: 'Everybody took part in the hall.',
    onlyRemote: 'Everybody took part from home.',
    room: 'In the hall',
    remote: 'At home',
    few: 'fewer than 5',
    fewText: {
      room: 'Fewer than 5 people took part in the hall. Of such a small group we show nothing: it would tell something about one person.',
      remote:
        'Fewer than 5 people took part at home. Of such a small group we show nothing: it would tell something about one person.',
    },
    people: (room, remote) =>
      `${room === 1 ? '1 person' : `${room} people`} took part in the hall, and ${remote} at home.`,
    sentences: {
      present: (room, remote) => `Somebody in the hall was there for ${room} on average, somebody at home ${remote}.`,
      speaking: (room, remote) =>
        `Somebody in the hall had the word for ${room} on average, somebody at home ${remote}.`,
      edits: (room, remote) =>
        `Somebody in the hall changed the book ${room} times on average, somebody at home ${remote} times.`,
      ballots: (room, remote) =>
        `Somebody in the hall voted in ${room} polls on average, somebody at home in ${remote}.`,
    },
    measures: {
      present: 'Time present',
      speaking: 'Time with the word',
      turns: 'Times with the word',
      edits: 'Changes in the book',
      ballots: 'Votes cast',
      questions: 'Signed questions',
    },
    each: 'For each person',
    eachOf: (measure) => `${measure}, for each person`,
    table: 'Show as a table',
    caption: 'The hall and home compared',
    what: 'What',
    total: (where) => `${where}, in all`,
    eachIn: (where) => `${where}, each`,
    peopleRow: 'People',
    elsewhere: (edits) => `Changes by people who had not checked in: ${edits}.`,
    elsewhereBallots: (ballots) => `Votes of people who had not checked in: ${ballots}.`,
    unsigned: (count) =>
      count === 1 ? 'There was 1 question without a name.' : `There were ${count} questions without a name.`,
    both: 'Whoever was in both places counts in both.',
  },
}
