import { expect, test } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import {
  expectAccessible,
  expectAccessibleInBothColours,
  expectRoomForFingers,
  expectToFit,
} from '../support/accessible.ts'
import { CockpitOnScreen } from '../support/cockpit.ts'
import { Evening, personOf, sends } from '../support/evening.ts'
import { House } from '../support/house.ts'

const laptop = { viewport: { width: 1280, height: 800 } }

test.describe('a Chef leads an evening from one page', () => {
  let house: House
  let evening: Evening
  test.beforeEach(async () => {
    house = await new House().open()
  })
  test.afterEach(async () => {
    await evening.leaves()
    await house.remove()
  })

  test('from an empty agenda to the end of the evening', async ({ browser }) => {
    evening = await Evening.isPlanned(browser, house, { options: laptop })
    const { chef } = evening
    const { page } = chef
    const cockpit = await CockpitOnScreen.opens(page, evening.address)
    const hall = async () => (await evening.now(chef)).hall

    await test.step('[EVENING-1] the agenda is filled from an example, and that can be undone', async () => {
      await expectAccessible(page, 'before')
      await cockpit.presses('Vul de agenda')
      await cockpit.hears('8 punten staan op de agenda.')
      await expect(cockpit.panel(/^Agenda/).getByRole('listitem')).toHaveCount(8)
      await expect(page.getByText('Samen 145 minuten; de avond duurt er 150')).toBeVisible()
      await cockpit.undoes()
      await expect(page.getByText('Er staat nog niets op de agenda.')).toBeVisible()
      await cockpit.presses('Vul de agenda')
      await cockpit.hears('8 punten staan op de agenda.')
      const { agenda } = await hall()
      expect(agenda.find(({ goal }) => goal === 'write')?.sections, 'the sections it is about').toHaveLength(2)
    })

    await test.step('it is opened with one tap, and people come', async () => {
      await cockpit.presses('Open de bijeenkomst')
      await cockpit.hears('De bijeenkomst is open.')
      await evening.allCheckIn()
      await expect(page.getByText('0 in de zaal, 3 thuis')).toBeVisible()
      await expect(
        cockpit
          .panel(/^Code en gasten/)
          .getByText(/^[A-Z0-9]{3} [A-Z0-9]{3}$/)
          .first(),
      ).toBeVisible()
    })

    await test.step('[EVENING-2] one item after the other, with the time it takes', async () => {
      await cockpit.presses(/^Begin met: Verslag/)
      await cockpit.presses(/^Volgende: Antwoorden/)
      const now = cockpit.panel('Nu')
      await expect(now.getByRole('heading', { name: 'Antwoorden op de vragen van de vorige avond' })).toBeVisible()
      await expect(now.getByText('0 van 20 minuten')).toBeVisible()
      await cockpit.undoes()
      await expect(now.getByRole('heading', { name: 'Verslag van de vorige avond' })).toBeVisible()
      await cockpit.presses(/^Volgende: /)
    })

    await test.step('[EVENING-11] an item that is put off stands on the agenda of the next evening, and goes again with the undo', async () => {
      const [title, startsAt] = ['Derde avond', Date.now() + 7 * 24 * 3_600_000]
      const plan = { kind: 'green3', title, place: '', remoteLink: '', startsAt, endsAt: startsAt + 3_600_000 }
      const { id } = (await sends(chef, '/api/meetings/plan', { theme: 'example-theme-sport', ...plan })) as {
        id: string
      }
      const next = await CockpitOnScreen.opens((await chef.opensAnotherTab()).page, `/bijeenkomst/${id}/regie`)
      await expect(next.page.getByText(/^Let op: gepland op/)).toBeVisible()
      const item = (await hall()).agenda.find(({ state }) => state === 'waiting')?.title ?? ''
      await cockpit.chooses(`Meer over: ${item}`, 'Stel uit…')
      const later = cockpit.dialog().getByLabel('Naar welke bijeenkomst?')
      await later.selectOption({ label: await later.getByRole('option', { name: title }).innerText() })
      await cockpit.confirms('Stel uit')
      await cockpit.hears(`Uitgesteld: ${item}`)
      const there = next
        .panel(/^Agenda/)
        .getByRole('listitem')
        .filter({ hasText: item })
      await expect(there).toContainText("uitgesteld op 'Tweede avond'")
      await cockpit.undoes()
      await expect(there).toHaveCount(0)
      await next.page.close()
    })

    await test.step('[EVENING-2] an item of more minutes than an evening has is not taken, and says which there may be', async () => {
      await cockpit.presses('Voeg een punt toe…')
      await cockpit.dialog().getByLabel('Waarover gaat het?').fill('Rondvraag')
      await cockpit.dialog().getByLabel('Minuten').fill('99999')
      await cockpit.dialog().getByRole('button', { name: 'Bewaar' }).click()
      await expect(cockpit.dialog().getByLabel('Minuten')).toBeFocused()
      await expect(cockpit.dialog().getByText(/240/).first()).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(cockpit.dialog()).toHaveCount(0)
    })

    await test.step('[TIMER-2] the clock', async () => {
      await cockpit.presses('10 min')
      await expect(page.getByRole('timer')).toContainText(/10:00|9:5\d/)
      await cockpit.presses('+5 min')
      await expect(page.getByRole('timer')).toContainText(/15:00|14:5\d/)
      await cockpit.presses('−1 min')
      await expect(page.getByRole('timer')).toContainText(/14:00|13:\d\d/)
      await cockpit.undoes()
      await cockpit.presses('Stop even')
      await expect(page.getByRole('timer')).toContainText('staat stil')
      await cockpit.presses('Zet uit')
      await cockpit.undoes()
      await expect(page.getByRole('timer')).toContainText(/15:00|14:\d\d/)
    })

    await test.step('[QUEUE-1] [QUEUE-4] the word: next, undo, out of turn with a reason that everybody reads', async () => {
      for (const nth of [0, 1, 2]) await evening.raises(nth, nth === 2 ? 'het zwembad' : '')
      const [first, , third] = evening.experts.map(({ name }) => name)
      const word = cockpit.panel(/^Het woord/)
      await cockpit.presses(`Geef het woord aan ${first ?? ''}`)
      await expect.poll(async () => (await hall()).queue.speaking?.name).toBe(first)
      await cockpit.undoes()
      await expect.poll(async () => (await hall()).queue.speaking).toBeNull()
      await expect(cockpit.button(`Geef het woord aan ${first ?? ''}`), 'is first again').toBeVisible()
      await cockpit.chooses(`Meer over: ${third ?? ''}`, 'Geef nu het woord…')
      await cockpit.dialog().getByRole('button', { name: 'Geef het woord' }).click()
      await expect(page.getByText('Schrijf een reden op. Iedereen kan die lezen.')).toBeVisible()
      await cockpit.dialog().getByRole('button', { name: 'Moet eerder weg' }).click()
      await cockpit.confirms('Geef het woord')
      await expect(word.getByText('het zwembad')).toBeVisible()
      expect((await hall()).queue.speaking).toMatchObject({ name: third, movedFor: 'Moet eerder weg' })
      await cockpit.presses('Klaar')
      await expect.poll(async () => (await hall()).queue.speaking).toBeNull()
    })

    await test.step('[SCREEN-1] the big screen shows what is tapped', async () => {
      const screen = cockpit.panel('Groot scherm')
      await screen.getByRole('button', { name: 'Agenda' }).click()
      await expect.poll(async () => (await hall()).screen).toEqual({ what: 'agenda' })
      await expect(screen.getByRole('button', { name: 'Agenda' })).toHaveAttribute('aria-pressed', 'true')
      await screen.getByRole('button', { name: 'Kies een hoofdstuk' }).click()
      await page.getByRole('menuitem', { name: /^2\./ }).click()
      await expect.poll(async () => (await hall()).screen.what).toBe('section')
      await cockpit.undoes()
      await expect.poll(async () => (await hall()).screen.what).toBe('agenda')
    })

    await test.step('[POLL-2] a poll: made, opened, voted, closed, published', async () => {
      await cockpit.chooses('Nieuwe peiling…', 'Eén keuze')
      await expectAccessible(page, 'making a poll')
      await page.getByLabel('Keuze 1', { exact: true }).fill('Het zwembad')
      // What others do meanwhile takes nothing out of what one fills in.
      await evening.asks(0, 'Wat kost een uur zwemmen?')
      await expect(page.getByRole('link', { name: 'Vragen 1' })).toBeAttached()
      await expect(page.getByLabel('Keuze 1', { exact: true })).toHaveValue('Het zwembad')
      await cockpit.dialog().getByRole('button', { name: 'Zet klaar en open' }).click()
      await expect(cockpit.dialog().getByText('Vul dit in.')).toBeVisible()
      for (const [words, wrong] of [
        ['het ZWEMBAD', /^Twee mogelijkheden zijn hetzelfde/],
        ['', 'Vul dit in.'],
      ] as const) {
        await page.getByLabel('Keuze 2', { exact: true }).fill(words)
        await cockpit.dialog().getByRole('button', { name: 'Zet klaar en open' }).click()
        await expect(cockpit.dialog().getByRole('alert'), 'what is wrong now, and nothing else').toHaveText([wrong])
      }
      await page.getByLabel('Keuze 2', { exact: true }).fill('De sporthal')
      await cockpit.dialog().getByRole('button', { name: 'Zet klaar en open' }).click()
      await cockpit.confirms('Open de peiling')
      const [poll] = (await hall()).polls
      const option = poll?.options[0]?.id
      for (const nth of [0, 1])
        await evening.does(evening.expert(nth), 'poll/cast', {
          poll: poll?.id,
          key: randomUUID(),
          choices: { option },
        })
      const card = cockpit.panel(/^Peilingen/).getByRole('article')
      await expect(card.getByText(/^2 van de 3 stemmen/)).toBeVisible()
      await expect(card.getByText('Het zwembad'), 'nobody sees what was chosen yet').toHaveCount(0)
      await cockpit.presses(/^Sluit de peiling/)
      await expect(cockpit.dialog()).toContainText('2 van de 3 mensen hebben gestemd.')
      await cockpit.confirms('Sluit de peiling')
      const heading = cockpit.panel(/^Peilingen/).getByRole('heading', { level: 2 })
      await expect(heading, 'what was pressed is gone').toBeFocused()
      await cockpit.presses(/^Maak bekend: /)
      await cockpit.confirms('Maak bekend')
      await cockpit
        .panel(/^Peilingen/)
        .getByText('Eerder vanavond (1)')
        .click()
      await expect(card.getByText('Gekozen: Het zwembad.')).toBeVisible()
    })

    await test.step('[POLL-14] a poll that does not count says why', async () => {
      await cockpit.chooses('Nieuwe peiling…', 'Ja of nee')
      await cockpit.dialog().getByRole('button', { name: 'Zet klaar', exact: true }).click()
      await expect(cockpit.dialog()).toHaveCount(0)
      await cockpit.presses(/^Open de peiling/)
      await cockpit.confirms('Open de peiling')
      await test.step('[POLL-12] hands in the hall count once somebody else has looked', async () => {
        const voter = evening.expert(2)
        await evening.does(chef, 'attendance/correct', { person: await personOf(voter), mode: 'room' })
        await cockpit.chooses(/^Meer over de peiling: Vindt u/, 'Tel handen…')
        await page.getByLabel('Ja', { exact: true }).fill('2')
        await page.getByRole('checkbox', { name: voter.name }).check()
        await expect(cockpit.dialog().getByText('2 handen, 1 naam')).toBeVisible()
        await cockpit.dialog().getByRole('button', { name: 'Leg vast' }).click()
        await expect(
          cockpit.dialog().getByText('Het aantal handen en het aantal namen moeten gelijk zijn.'),
        ).toBeVisible()
        await page.getByLabel('Ja', { exact: true }).fill('1')
        await cockpit.confirms('Leg vast')
        const polls = cockpit.panel(/^Peilingen/)
        await expect(polls.getByText('wacht op een tweede persoon')).toBeVisible()
        await expect(polls.getByRole('button', { name: /telling van .* klopt$/ }), 'not by who counted').toHaveCount(0)
        const [block] = (await evening.now(chef)).desk?.hands ?? []
        await evening.does(evening.expert(0), 'hands/confirm', { poll: block?.poll, block: block?.id })
        await expect(polls.getByText('nagekeken')).toBeVisible()
        await expect(polls.getByText(/^1 van de 3 stemmen/)).toBeVisible()
      })
      await cockpit.chooses(/^Meer over de peiling: Vindt u/, 'Telt niet…')
      await page.getByLabel('Waarom?').fill('De vraag was niet duidelijk')
      await cockpit.confirms('Deze peiling telt niet')
      await expect(page.getByText('Deze peiling telt niet: De vraag was niet duidelijk')).toBeAttached()
    })

    await test.step('[MODERATE-1] questions: answered, hidden with a reason, shown again', async () => {
      const questions = cockpit.panel(/^Vragen/)
      await cockpit.presses('Is beantwoord: Wat kost een uur zwemmen?')
      await expect(questions.getByText('Beantwoord (1)')).toBeVisible()
      await cockpit.undoes()
      await cockpit.chooses('Meer over: Wat kost een uur zwemmen?', 'Verberg…')
      await page.getByLabel('Waarom?').fill('Dubbel gesteld')
      await cockpit.confirms('Verberg')
      await expect(questions.getByText('Er zijn geen open vragen.')).toBeVisible()
      expect((await hall()).questions).toMatchObject([{ text: null, hiddenFor: 'Dubbel gesteld' }])
      await cockpit.undoes()
      await expect(questions.getByText('Wat kost een uur zwemmen?')).toBeVisible()
      await evening.does(evening.expert(1), 'word/ask', { word: 'kapitaallasten' })
      await expect(questions.getByText('kapitaallasten')).toBeVisible()
    })

    await test.step('[LOCK-1] a section of the book is locked with one tap, and the whole book after a question', async () => {
      await cockpit.presses(/^Vergrendel: 2\./)
      await expect(cockpit.panel(/^Het boek/).getByText('Vergrendeld door')).toBeVisible()
      await cockpit.undoes()
      await expect(cockpit.button(/^Vergrendel: 2\./)).toBeVisible()
      await cockpit.presses('Vergrendel het hele boek…')
      await cockpit.confirms('Vergrendel het boek')
      await expect(page.getByText('Het hele boek is vergrendeld', { exact: true })).toBeVisible()
      await cockpit.presses('Maak het boek open')
      await expect(cockpit.button('Vergrendel het hele boek…')).toBeVisible()
    })

    await test.step('everybody is told something, and it can be taken back', async () => {
      await page.getByLabel('Wat wilt u iedereen zeggen?').fill('Over vijf minuten pauze.')
      await page.getByLabel('Ook op het grote scherm').check()
      await cockpit.presses('Zeg het iedereen')
      await cockpit.hears('De mededeling is verstuurd.')
      expect(await hall()).toMatchObject({
        announcements: [{ text: 'Over vijf minuten pauze.' }],
        screen: { what: 'announcement' },
      })
      await cockpit.undoes()
      expect(await hall()).toMatchObject({ announcements: [], screen: { what: 'agenda' } })
    })

    await test.step('[ATTEND-4] who is here is corrected', async () => {
      const people = cockpit.panel(/^Wie er is/)
      await people.getByText('Thuis (2)').click()
      await people.getByRole('button', { name: `Verbeter: ${evening.expert(0).name}` }).click()
      await page.getByRole('menuitem', { name: 'Is in de zaal' }).click()
      await expect(page.getByText('2 in de zaal, 1 thuis')).toBeVisible()
      await cockpit.undoes()
      await expect(page.getByText('1 in de zaal, 2 thuis')).toBeVisible()
    })

    await test.step('[NOTES-1] notes are kept by themselves, for oneself', async () => {
      const notes = page.getByRole('textbox', { name: 'Aantekeningen' })
      await notes.fill('Bram bellen')
      await expect(page.getByText(/^Bewaard om/)).toBeVisible()
      await page.reload()
      await expect(notes).toHaveValue('Bram bellen')
    })

    await test.step('[MEET-8] a break, and [MEET-4] the end', async () => {
      await expect(cockpit.button('Sneltoetsen')).toBeEnabled()
      await cockpit.presses('Pauze')
      await expect(cockpit.button('Ga verder')).toBeVisible()
      await cockpit.undoes()
      await cockpit.presses('Sluit af…')
      await expectAccessible(page, 'closing')
      await cockpit.confirms('Sluit de bijeenkomst')
      const heading = page.getByRole('heading', { name: 'De bijeenkomst is afgelopen' })
      await expect(heading).toBeFocused()
      const bar = await page.locator('.top').boundingBox()
      expect((await heading.boundingBox())?.y, 'and nothing stands over it').toBeGreaterThan(bar?.height ?? 0)
      await expect(page.getByRole('link', { name: 'Maak het verslag af' })).toBeVisible()
      await expectAccessible(page, 'over')
    })
    expect(chef.complaints).toEqual([])
  })

  test('by keys alone', async ({ browser }) => {
    evening = await Evening.isPlanned(browser, house, { options: laptop })
    const { chef } = evening
    const { page } = chef
    const cockpit = await CockpitOnScreen.opens(page, evening.address)
    const hall = async () => (await evening.now(chef)).hall
    const presses = (key: string) => page.keyboard.press(key)

    await cockpit.tabsAndPresses('Vul de agenda')
    await cockpit.hears('8 punten staan op de agenda.')
    await cockpit.tabsAndPresses('Open de bijeenkomst', 'Space')
    await cockpit.hears('De bijeenkomst is open.')
    await expect(page.getByRole('heading', { name: 'Nu', exact: true }), 'its button is gone').toBeFocused()
    await evening.allCheckIn()
    for (const nth of [0, 1]) await evening.raises(nth)
    const [first, second] = evening.experts.map(({ name }) => name)
    await expect(cockpit.button(`Geef het woord aan ${first ?? ''}`)).toBeVisible()

    await test.step('one key each for what is done most', async () => {
      await presses('a')
      await cockpit.hears('Nu aan de orde: Verslag van de vorige avond')
      await presses('n')
      await cockpit.hears(`${first ?? ''} heeft het woord.`)
      await presses('w')
      await cockpit.hears(`${first ?? ''} is even onderbroken.`)
      await presses('w')
      await presses('n')
      await cockpit.hears(`${second ?? ''} heeft het woord.`)
      await presses('z')
      await cockpit.hears('Ongedaan gemaakt.')
      await expect.poll(async () => (await hall()).queue.speaking?.name).toBe(first)
      await presses('k')
      await cockpit.hears(`${first ?? ''} is klaar.`)
    })

    await test.step('the clock by the space bar, unless something else has the focus', async () => {
      await cockpit.tabsAndPresses('10 min')
      await cockpit.hears('De klok loopt: 10 minuten.')
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
      await presses('Space')
      await cockpit.hears('De klok staat stil.')
      expect((await hall()).timer?.pausedAt).not.toBeNull()
      await presses('Space')
      await cockpit.hears('De klok loopt verder.')
      await presses('+')
      await cockpit.hears('1 minuut erbij.')
      await cockpit.tabsAndPresses('Agenda', 'Space')
      await expect.poll(async () => (await hall()).screen.what).toBe('agenda')
      expect((await hall()).timer?.pausedAt, 'the space bar pressed the button').toBeNull()
    })

    await test.step('letters in a field are letters', async () => {
      await presses('m')
      await expect(page.getByLabel('Wat wilt u iedereen zeggen?')).toBeFocused()
      await page.keyboard.type('nkwaz +? Tot zo.')
      await expect(page.getByLabel('Wat wilt u iedereen zeggen?')).toHaveValue('nkwaz +? Tot zo.')
      expect((await hall()).queue.speaking).toBeNull()
      await presses('Tab')
      await presses('Enter')
      await cockpit.hears('De mededeling is verstuurd.')
    })

    await test.step('a menu and a dialog: the focus comes back, and is never lost', async () => {
      const menu = cockpit.button(`Meer over: ${second ?? ''}`)
      await cockpit.tabsTo(menu)
      await presses('Enter')
      await expect(page.getByRole('menuitem', { name: 'Haal van de lijst' })).toBeFocused()
      await presses('Enter')
      await cockpit.hears(`${second ?? ''} staat niet meer op de lijst.`)
      await expect(
        cockpit
          .panel(/^Het woord/)
          .getByRole('heading')
          .first(),
      ).toBeFocused()
      await cockpit.tabsAndPresses('Sluit af…')
      await expect(cockpit.button('Laat hem open'), 'what does no harm').toBeFocused()
      await presses('Escape')
      await expect(cockpit.button('Sluit af…')).toBeFocused()
    })

    await test.step('[WCAG 2.1.4] the keys are in a list, and can be turned off', async () => {
      await presses('?')
      await expect(cockpit.dialog()).toContainText('Volgende spreker')
      await expectAccessible(page, 'the list of keys')
      await cockpit.tabsTo(page.getByLabel('Sneltoetsen aan'))
      await presses('Space')
      await presses('Escape')
      await presses('?')
      await expect(cockpit.dialog()).toHaveCount(0)
      await page.reload()
      await expect(cockpit.button('Sneltoetsen')).toBeEnabled()
      await presses('?')
      await expect(cockpit.dialog(), 'on this device they stay off').toHaveCount(0)
    })
    expect(chef.complaints).toEqual([])
  })

  test('when the line is lost it says so, and goes on by itself when it is back', async ({ browser }) => {
    evening = await Evening.isPlanned(browser, house, { options: laptop })
    await evening.opens()
    await evening.allCheckIn()
    const { chef } = evening
    const cockpit = await CockpitOnScreen.opens(chef.page, evening.address)
    await chef.cutsTheLine()
    await expect(chef.page.getByText('Geen verbinding. Wat u hier ziet')).toBeVisible()
    await cockpit.presses('5 min')
    await cockpit.hears('Er is geen verbinding. Probeer het zo nog eens.')
    await expectAccessible(chef.page, 'without a line')
    await evening.raises(0)
    await chef.mendsTheLine()
    await cockpit.hears('De verbinding is er weer. Wat u net deed, ging niet door. Doe het nog eens.')
    await expect(cockpit.button(`Geef het woord aan ${evening.expert(0).name}`)).toBeVisible()
    await expect(chef.page.getByText('Geen verbinding. Wat u hier ziet')).toHaveCount(0)
    await cockpit.presses('5 min')
    await cockpit.hears('De klok loopt: 5 minuten.')

    await test.step('a computer on which every look at the clock takes a while', async () => {
      const { page, complaints } = await chef.opensAnotherTab()
      await page.addInitScript(() => {
        const now = Date.now
        let late = 0
        Date.now = () => now() + (late += 1)
      })
      const slow = await CockpitOnScreen.opens(page, evening.address)
      await expect(slow.panel('Klok').getByRole('timer')).toContainText(/[45]:\d\d/)
      expect(complaints).toEqual([])
    })
  })

  test('what is done at every moment is seen at once on a laptop, and a screen reader finds every part', async ({
    browser,
  }) => {
    evening = await Evening.isPlanned(browser, house, { options: laptop })
    const { page } = evening.chef
    await fullEvening()
    const cockpit = await CockpitOnScreen.opens(page, evening.address)
    for (const name of [
      /^Volgende: /,
      'Punt klaar',
      'Stop even',
      /^Geef het woord aan/,
      'Klaar',
      'Onderbreek',
      /^Sluit de peiling/,
      'Pauze',
      'Sluit af…',
    ])
      await expect(cockpit.button(name).first(), String(name)).toBeInViewport({ ratio: 1 })
    await expect(cockpit.panel('Groot scherm').getByRole('button', { name: 'Code' })).toBeInViewport({ ratio: 1 })

    await expect(page.getByRole('navigation', { name: 'Ga naar' })).toMatchAriaSnapshot(`
      - navigation "Ga naar":
        - list:
          - listitem:
            - link "Nu"
          - listitem:
            - link "Het woord 1"
          - listitem:
            - link "Peilingen 1"
          - listitem:
            - link "Vragen 1"
          - listitem:
            - link "Groot scherm"
          - listitem:
            - link "Agenda"
    `)
    await expect(cockpit.panel(/^Het woord/)).toMatchAriaSnapshot(`
      - region /Het woord/:
        - heading /Het woord/ [level=2]
        - paragraph: ${evening.expert(0).name}
        - button "Geef het woord aan ${evening.expert(1).name}"
        - button "Onderbreek"
        - button "Klaar"
        - list "Wie er wacht":
          - listitem
        - group "Spreektijd":
          - button "vrij" [pressed]
    `)
  })

  /** Everything that can be on the page at once. */
  async function fullEvening(): Promise<void> {
    const { chef } = evening
    const does = (command: string, fields: object) => evening.does(chef, command, fields)
    const items = [randomUUID(), randomUUID()]
    const plans = [
      { title: 'Wat ligt al vast? Wetten, contracten en besluiten', goal: 'inform', minutes: 25 },
      { title: 'Voor wie verandert er iets, en hoeveel?', goal: 'discuss', minutes: 25 },
    ]
    for (const [i, plan] of plans.entries())
      await does('agenda/add', {
        item: items[i],
        plan: { ...plan, sections: [], polls: [] },
        after: items[i - 1] ?? null,
      })
    await evening.opens()
    await evening.allCheckIn()
    await does('agenda/start', { item: items[0] })
    await does('timer/start', { target: 'item', seconds: 600 })
    for (const nth of [0, 1]) await evening.raises(nth, 'het zwembad')
    await does('speaker/call', { speaker: null })
    await evening.asks(2, 'Wat kost een uur zwemmen de gemeente nu per bezoeker?')
    const poll = randomUUID()
    const rules = { requiresPresence: true, quorum: null, threshold: null, dots: null, target: null, closesAfter: 10 }
    const plan = { question: 'Nemen we de gymzalen op?', explanation: '', kind: 'yes_no', options: [], ...rules }
    await does('poll/draft', { poll, plan: { ...plan, visibility: 'open', reveal: 'live' }, item: null })
    await does('poll/open', { poll })
    const choices = { option: 'yes' }
    await evening.does(evening.expert(0), 'poll/cast', { poll, key: randomUUID(), choices })
    await does('announcement/make', { announcement: randomUUID(), text: 'De koffie staat klaar.' })
  }

  for (const [width, height] of [
    [390, 844],
    [1280, 800],
    [1920, 1080],
  ] as const)
    test(`can be used by everybody, light and dark, ${width} px`, async ({ browser }) => {
      evening = await Evening.isPlanned(browser, house, {
        options: { viewport: { width, height }, hasTouch: width < 500 },
      })
      const { chef } = evening
      const { page } = chef
      await fullEvening()
      for (const language of ['nl', 'en'] as const) {
        if (language === 'en') await chef.wantsEnglish()
        await page.goto(evening.address)
        const keys = page.getByRole('button', { name: language === 'nl' ? 'Sneltoetsen' : 'Shortcuts', exact: true })
        await expect(keys).toBeEnabled()
        await expect(page.getByRole('button', { name: /^(Vergrendel|Lock): 1\./ })).toBeEnabled()
        await expectAccessibleInBothColours(page, language)
        await expectToFit(page, language)
        if (width < 500) await expectRoomForFingers(page, language)
      }
      expect(chef.complaints).toEqual([])
    })
})
