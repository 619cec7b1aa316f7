import { expect, test } from '@playwright/test'
import type { ScreenAnswer } from '@witboek/contract'
import {
  expectAccessible,
  expectAccessibleInBothColours,
  expectRoomForFingers,
  expectToFit,
} from '../support/accessible.ts'
import { CompanionOnScreen } from '../support/companion.ts'
import { Evening, personOf } from '../support/evening.ts'
import { House } from '../support/house.ts'
import { closesPoll, opensPoll } from '../support/polls.ts'
import { Visitor } from '../support/visitor.ts'

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true }

test.describe('an evening on one’s own phone', () => {
  let house: House
  let evening: Evening
  let els: Visitor
  test.beforeEach(async ({ browser }) => {
    house = await new House().open()
    evening = await Evening.isPlanned(browser, house, { experts: 3 })
    await evening.does(evening.chef, 'publish')
    els = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport' }, phone)
  })
  test.afterEach(async () => {
    expect(els.complaints).toEqual([])
    await els.leaves()
    await evening.leaves()
    await house.remove()
  })

  /** The code on the wall of the hall. */
  async function hallCode(): Promise<string> {
    const answer = await evening.chef.context.request.get(`/api/screens/${evening.id}`)
    return ((await answer.json()) as ScreenAnswer).room?.code ?? ''
  }

  test('[ATTEND-2] one is in the hall with the code on the screen, or at home, and can leave', async () => {
    const { page } = els
    const companion = await CompanionOnScreen.opens(els, evening)
    await expect(page.getByText('Deze bijeenkomst is nog niet open.')).toBeVisible()
    await evening.opens()
    await expect(companion.block('Ik ben er'), 'the page goes along by itself').toBeVisible()

    await page.getByRole('button', { name: 'Ik ben in de zaal' }).click()
    await expect(page.getByLabel('De zaalcode op het grote scherm')).toBeFocused()
    await page.keyboard.type('CCCC')
    await page.keyboard.press('Enter')
    await expect(companion.block('Ik ben er').getByRole('alert')).toContainText('code')
    await page.getByLabel('De zaalcode op het grote scherm').fill((await hallCode()).toLowerCase())
    await page.keyboard.press('Enter')
    await expect(page.getByText('U bent er: in de zaal')).toBeVisible()
    await expect(page.getByText('1 in de zaal, 0 thuis')).toBeVisible()

    await page.getByText('U bent er: in de zaal').click()
    await page.getByRole('button', { name: 'Ik ben nu thuis' }).click()
    await expect(page.getByText('U bent er: thuis')).toBeVisible()
    await page.getByRole('button', { name: 'Ik ga weg' }).click()
    await page.getByRole('group', { name: 'Gaat u weg?' }).getByRole('button', { name: 'Ik ga weg' }).click()
    await expect(companion.block('Ik ben er')).toContainText('U bent vertrokken.')
  })

  test('[ATTEND-2] the QR code brings the code of the hall along; a whole check-in with keys alone', async () => {
    await evening.opens()
    const { page } = els
    const answer = await evening.chef.context.request.get(`/api/screens/${evening.id}`)
    const { join, room } = (await answer.json()) as ScreenAnswer
    await page.goto(`/meedoen/${join?.code}?zaal=${room?.code}`)
    await expect(page, 'whoever takes part is at the meeting at once').toHaveURL(
      new RegExp(`/bijeenkomst/${evening.id}\\?zaal=${room?.code}$`),
    )
    const companion = new CompanionOnScreen(page)
    await expect(companion.block('Ik ben er')).toMatchAriaSnapshot(`
      - region "Ik ben er":
        - heading "Ik ben er" [level=2]
        - paragraph: Meld u eerst. Dan kunt u meepraten en stemmen.
        - button "Ik ben in de zaal" [expanded]
        - text: De zaalcode op het grote scherm
        - paragraph: Vier letters. De code verandert steeds.
        - textbox "De zaalcode op het grote scherm"
        - paragraph:
          - button "Meld mij"
        - button "Ik doe thuis mee"
    `)
    await expect(page.getByLabel('De zaalcode op het grote scherm')).toHaveValue(room?.code ?? '')
    await page.getByLabel('De zaalcode op het grote scherm').focus()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: 'Meld mij' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByText('U bent er: in de zaal')).toBeVisible()
  })

  test('[QUEUE-3] a hand up, a place in the row, the word, and done', async () => {
    await evening.opens()
    await evening.allCheckIn()
    await evening.raises(1, 'Over de zwemles')
    const companion = await CompanionOnScreen.opens(els, evening)
    const { page } = els
    await page.getByText('Zeg erbij waarover het gaat').click()
    await page.getByLabel('Waarover? (hoeft niet)').fill('De kosten')
    await page.getByRole('button', { name: 'Hand omhoog' }).press('Enter')
    await expect(companion.block('Meepraten')).toMatchAriaSnapshot(`
      - region "Meepraten":
        - heading "Meepraten" [level=2]
        - status: Uw hand is omhoog. U bent nummer 2 in de rij.
        - paragraph:
          - button "Hand omlaag"
        - paragraph: 2 mensen wachten
    `)
    await expect(page.getByRole('button', { name: 'Hand omlaag' }), 'where it was pressed').toBeFocused()
    await page.keyboard.press('Enter')
    await page.getByText('Zeg erbij waarover het gaat').click()
    await page.getByRole('button', { name: 'Ik heb een punt van orde' }).click()
    await expect(companion.block('Meepraten').getByRole('heading'), 'what was pressed is gone').toBeFocused()
    await expect(page.getByText('Uw hand is omhoog. U bent de volgende.')).toBeVisible()

    const [own, other] = (await evening.now(evening.chef)).hall.queue.waiting
    const moves = (speaker: typeof own, reason: string) =>
      evening.does(evening.chef, 'speaker/move', { speaker: speaker?.id, before: null, reason })
    await moves(other, 'Moet de bus halen')
    await expect(page.getByText('Uw hand is omhoog. U bent nummer 2 in de rij.')).toBeVisible()
    await expect(companion.block('Meepraten'), '[QUEUE-4] everybody reads why').toContainText(
      'verplaatst: Moet de bus halen',
    )
    await moves(own, 'De bus gaat later')
    await expect(page.getByText('Uw hand is omhoog. U bent de volgende.')).toBeVisible()

    await evening.does(evening.chef, 'queue/limit', { seconds: 120 })
    await evening.does(evening.chef, 'speaker/call', { speaker: null })
    await expect(companion.news()).toHaveText('U hebt het woord.')
    await expect(companion.block('U hebt het woord')).toContainText('spreektijd')
    await expectAccessible(page, 'having the floor')
    await page.getByRole('button', { name: 'Ik ben klaar' }).press('Enter')
    await expect(companion.block('Meepraten').getByRole('heading')).toBeFocused()
    await expect(companion.block('Meepraten')).toContainText('1 persoon wacht')
    await expect(companion.news()).toHaveText('')
  })

  test('[POLL-8] a vote of each kind is saved, and can be changed until the poll closes', async () => {
    await evening.opens()
    await evening.allCheckIn()
    const companion = await CompanionOnScreen.opens(els, evening)
    const { page } = els

    await test.step('temperature and yes or no: one tap', async () => {
      const warm = await opensPoll(evening, 'temperature', 'Hoe warm loopt u hiervoor?')
      await expect(companion.news()).toHaveText('Er is een peiling open: Hoe warm loopt u hiervoor?')
      await companion.block('Hoe warm loopt u hiervoor?').getByRole('button', { name: '4: warm' }).click()
      await expect(companion.saved('Hoe warm loopt u hiervoor?')).toBeVisible()
      await closesPoll(evening, warm)
      await expect(companion.block('Hoe warm loopt u hiervoor?')).toContainText('Gemiddeld 4: warm.')

      const pool = await opensPoll(evening, 'yes_no', 'Blijft het zwembad?', { visibility: 'named' })
      const block = companion.block('Blijft het zwembad?')
      await block.getByRole('button', { name: 'Nee', exact: true }).click()
      await expect(companion.saved('Blijft het zwembad?')).toBeVisible()
      await block.getByRole('button', { name: 'Ja', exact: true }).click()
      await expect(block.getByRole('button', { name: 'Ja', exact: true })).toHaveAttribute('aria-pressed', 'true')
      await expect(companion.saved('Blijft het zwembad?')).toBeVisible()
      await block.getByText('Eerdere keuzes').click()
      const before = block.getByRole('listitem').filter({ hasText: /^\d\d:\d\d: Nee$/ })
      await expect(before).toBeVisible()
      await opensPoll(evening, 'consent', 'Kunnen we zo verder?')
      await expect(companion.block('Kunnen we zo verder?')).toBeVisible()
      await expect(before, 'what was unfolded stays so when something comes').toBeVisible()
      await closesPoll(evening, pool)
      await expect(block).toContainText('Gekozen: Ja.')
      await block.getByText('Toon als tabel').click()
      await expect(block.getByRole('row', { name: `${els.name} Ja` })).toBeVisible()
    })

    await test.step('consent: what stops the group needs a reason', async () => {
      const block = companion.block('Kunnen we zo verder?')
      await block.getByRole('button', { name: 'Ik kan hier niet mee leven' }).click()
      await expect(block.getByRole('button', { name: 'Breng mijn stem uit' })).toBeDisabled()
      await block.getByLabel('Waarom?').fill('Dan verdwijnt de zwemles.')
      await block.getByRole('button', { name: 'Breng mijn stem uit' }).click()
      await expect(companion.saved('Kunnen we zo verder?')).toBeVisible()
      await block.getByRole('button', { name: 'Akkoord' }).click()
      await expect(companion.saved('Kunnen we zo verder?')).toBeVisible()
      await expect(block.getByLabel('Waarom?')).toHaveCount(0)
    })

    await test.step('several, with keys', async () => {
      const question = 'Welke twee bespreken we?'
      const poll = await opensPoll(evening, 'multiple', question, { dots: 2 })
      const block = companion.block(question)
      await block.getByRole('checkbox').first().focus()
      await page.keyboard.press('Space')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Space')
      await expect(block.getByRole('checkbox').nth(2)).toBeDisabled()
      await page.keyboard.press('Tab')
      await expect(block.getByRole('button', { name: 'Breng mijn stem uit' })).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(companion.saved(question)).toBeVisible()
      await closesPoll(evening, poll)
    })

    await test.step('dots', async () => {
      const question = 'Verdeel uw stippen'
      await opensPoll(evening, 'dots', question, { dots: 3 })
      const block = companion.block(question)
      const more = block.getByRole('button', { name: 'Meer voor: Kortere openingstijden' })
      for (let i = 0; i < 4; i += 1) await more.press('Enter')
      await expect(block.getByText('Nog 0 stippen te verdelen.')).toBeVisible()
      await block.getByRole('button', { name: 'Minder voor: Kortere openingstijden' }).click()
      await expect(block.getByText('Nog 1 stip te verdelen.')).toBeVisible()
      await block.getByRole('button', { name: 'Breng mijn stem uit' }).click()
      await expect(companion.saved(question)).toBeVisible()
    })

    await test.step('scores', async () => {
      const question = 'Welk cijfer geeft u?'
      await opensPoll(evening, 'score', question)
      const block = companion.block(question)
      await block.getByLabel('Cijfer voor: Kortere openingstijden').selectOption('8')
      await block.getByRole('button', { name: 'Breng mijn stem uit' }).click()
      await expect(companion.saved(question)).toBeVisible()
    })
    for (const { id, state } of (await evening.now(evening.chef)).hall.polls)
      if (state === 'open') await closesPoll(evening, id)

    await test.step('an order, by buttons alone: the focus goes along with what moves', async () => {
      const question = 'Zet ze op volgorde'
      await opensPoll(evening, 'rank', question)
      const block = companion.block(question)
      await block.getByRole('button', { name: 'Zet in uw volgorde: Kortere openingstijden' }).press('Enter')
      await block.getByRole('button', { name: 'Zet in uw volgorde: Het zwembad op maandag sluiten' }).press('Enter')
      const up = block.getByRole('button', { name: 'Eén omhoog: Het zwembad op maandag sluiten' })
      await expect(up).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(up).toBeFocused()
      await expect(block.getByRole('list', { name: 'Uw volgorde' })).toMatchAriaSnapshot(`
        - list "Uw volgorde":
          - listitem:
            - text: Het zwembad op maandag sluiten
            - 'button "Eén omhoog: Het zwembad op maandag sluiten"'
            - 'button "Eén omlaag: Het zwembad op maandag sluiten"'
            - 'button "Haal uit uw volgorde: Het zwembad op maandag sluiten"'
          - listitem:
            - text: Kortere openingstijden
            - 'button "Eén omhoog: Kortere openingstijden"'
            - 'button "Eén omlaag: Kortere openingstijden"'
            - 'button "Haal uit uw volgorde: Kortere openingstijden"'
      `)
      await block.getByRole('button', { name: 'Breng mijn stem uit' }).click()
      await expect(companion.saved(question)).toBeVisible()
    })

    await test.step('a mix, with the sum against the target', async () => {
      const question = 'Kies tot de taakstelling is gehaald'
      await opensPoll(evening, 'target_mix', question, { target: 300_000_00 })
      const block = companion.block(question)
      await block.getByRole('checkbox', { name: /maandag/ }).check()
      await expect(block.getByText('Nog € 180.000 te gaan.')).toBeVisible()
      await block.getByRole('checkbox', { name: /Velden/ }).check()
      await expect(block.getByText('Het bedrag is gehaald.', { exact: true })).toBeVisible()
      await block.getByRole('button', { name: 'Breng mijn stem uit' }).click()
      await expect(companion.saved(question)).toBeVisible()
    })
    await expectAccessible(page, 'ballots and results')
    await expectToFit(page, 'ballots and results')
    await expectRoomForFingers(page, 'ballots and results')
  })

  test('[POLL-8] what is filled in stays, whatever comes in: pushes, a reload, a lost line', async () => {
    await evening.opens()
    await evening.allCheckIn()
    const companion = await CompanionOnScreen.opens(els, evening)
    const { page } = els
    const question = 'Welke bespreken we?'
    await opensPoll(evening, 'multiple', question)
    const block = companion.block(question)
    await block.getByRole('checkbox', { name: /maandag/ }).check()
    await block.getByRole('checkbox', { name: /hal/ }).check()

    await evening.does(evening.chef, 'announcement/make', { announcement: crypto.randomUUID(), text: 'Koffie!' })
    await evening.raises(1)
    await expect(companion.news()).toHaveText('Mededeling: Koffie!')
    await expect(block.getByRole('checkbox', { checked: true })).toHaveCount(2)
    await page.reload()
    await expect(block.getByRole('checkbox', { checked: true })).toHaveCount(2)

    await els.cutsTheLine()
    await block.getByRole('button', { name: 'Breng mijn stem uit' }).click()
    await expect(block.getByRole('alert')).toContainText('verbinding')
    await expect(companion.saved(question), 'saved is only said after the answer').toHaveCount(0)
    await els.mendsTheLine()
    await expect(block.getByRole('checkbox', { checked: true })).toHaveCount(2)
    await block.getByRole('button', { name: 'Breng mijn stem uit' }).click()
    await expect(companion.saved(question)).toBeVisible()
    const { hall } = await evening.now(evening.chef)
    expect(hall.polls.find((poll) => poll.question === question)?.cast).toBe(1)
  })

  test('[POLL-7] somebody with two devices sees the same ballot on both, and what came too late is said', async ({
    browser,
  }) => {
    await evening.opens()
    await evening.allCheckIn()
    const laptop = await Visitor.comes(browser, house, { role: 'expert', theme: 'sport' })
    const [onPhone, onLaptop] = [
      await CompanionOnScreen.opens(els, evening),
      await CompanionOnScreen.opens(laptop, evening),
    ]
    const question = 'Houden we het zwembad?'
    const poll = await opensPoll(evening, 'yes_no', question)
    const answer = (companion: CompanionOnScreen, name: string) =>
      companion.block(question).getByRole('button', { name, exact: true })
    await answer(onLaptop, 'Ja').click()
    await expect(onLaptop.saved(question)).toBeVisible()
    await expect(answer(onPhone, 'Ja')).toHaveAttribute('aria-pressed', 'true')
    await answer(onPhone, 'Nee').click()
    await expect(answer(onLaptop, 'Nee'), 'the one that counts').toHaveAttribute('aria-pressed', 'true')
    await expect(answer(onLaptop, 'Ja')).toHaveAttribute('aria-pressed', 'false')

    const hands = { poll: await opensPoll(evening, 'yes_no', 'Handen?'), block: crypto.randomUUID() }
    await expect(onPhone.block('Handen?').getByRole('button', { name: 'Ja', exact: true })).toBeVisible()
    const person = await personOf(els)
    await evening.does(evening.chef, 'attendance/correct', { person, mode: 'room' })
    await evening.does(evening.chef, 'hands/enter', { ...hands, counts: { yes: 1 }, voters: [person] })
    await expect(onPhone.block('Handen?')).toContainText('Uw hand is in de zaal geteld.')
    await evening.does(evening.chef, 'hands/reject', hands)
    await expect(onPhone.block('Handen?').getByRole('button', { name: 'Ja', exact: true })).toBeVisible()

    const third = await opensPoll(evening, 'multiple', 'Welke bespreken we?')
    await onPhone
      .block('Welke bespreken we?')
      .getByRole('checkbox', { name: /maandag/ })
      .check()
    for (const id of [poll, third]) await evening.does(evening.chef, 'poll/close', { poll: id })
    await expect(onPhone.block('Welke bespreken we?')).toContainText('U was nog bezig toen deze peiling sloot.')
    for (const companion of [onPhone, onLaptop]) await expect(companion.block(question)).toContainText('Uw stem: Nee')
    await expect(onPhone.block(question)).not.toContainText('U was nog bezig')
    await laptop.leaves()
  })

  test('[POLL-8] a secret ballot is looked at once more, and is final', async ({ browser }) => {
    const two = [
      await Visitor.comes(browser, house, { role: 'expert', theme: 'sport', nth: 3 }),
      await Visitor.comes(browser, house, { role: 'expert', theme: 'sport', nth: 4 }),
    ]
    await evening.opens()
    await evening.allCheckIn()
    for (const one of two) await evening.does(one, 'attendance/check-in', { mode: 'remote', roomCode: '' })
    const companion = await CompanionOnScreen.opens(els, evening)
    const { page } = els
    const question = 'Wie wordt rapporteur?'
    await opensPoll(evening, 'single', question, { visibility: 'secret', reveal: 'on_publish' })
    const block = companion.block(question)
    await block.getByRole('button', { name: 'Kortere openingstijden' }).click()
    await block.getByRole('button', { name: 'Kijk mijn stem na' }).press('Enter')
    await expect(block.getByRole('heading', { name: 'Klopt dit?' })).toBeFocused()
    await expect(block.getByRole('group')).toMatchAriaSnapshot(`
      - group "Wie wordt rapporteur?":
        - heading "Klopt dit?" [level=3]
        - list:
          - listitem: Kortere openingstijden
        - paragraph: Daarna kunt u deze stem niet meer wijzigen. Stemt iedereen hetzelfde? Dan weet iedereen toch wat u koos.
        - paragraph:
          - button "Stem nu"
          - button "Terug"
    `)
    await block.getByRole('button', { name: 'Terug' }).press('Enter')
    await expect(block.getByRole('button', { name: 'Kijk mijn stem na' })).toBeFocused()
    await page.keyboard.press('Enter')
    await block.getByRole('button', { name: 'Stem nu' }).click()
    await expect(block.getByText('Uw stem is geteld.')).toBeVisible()
    expect(await page.evaluate(() => JSON.stringify(sessionStorage)), 'nothing of it stays here').not.toContain(
      'korter',
    )
    await page.reload()
    await expect(block.getByText('Uw stem is geteld. Wat u koos, is nergens aan u te koppelen.')).toBeVisible()
    await expect(block.getByRole('button', { name: 'Kortere openingstijden' })).toHaveCount(0)
    for (const one of two) await one.leaves()
  })

  test('[QUESTION-2] a question with a name or without, a word one does not understand, a reaction', async () => {
    await evening.opens()
    await evening.allCheckIn()
    const companion = await CompanionOnScreen.opens(els, evening)
    const { page } = els
    const ask = companion.block('Vragen en opmerkingen')
    await ask.getByText('Stel een vraag', { exact: true }).first().click()
    await ask.getByLabel('Uw vraag of opmerking').fill('Wat kost het water?')
    await page.reload()
    await ask.getByText('Stel een vraag', { exact: true }).first().click()
    await expect(ask.getByLabel('Uw vraag of opmerking'), 'a reload keeps it').toHaveValue('Wat kost het water?')
    await ask.getByLabel('Zonder mijn naam').check()
    await ask.getByRole('button', { name: 'Stel een vraag' }).click()
    await expect(ask.getByText('Verstuurd. Iedereen kan het lezen.')).toBeVisible()
    await ask.getByText('Alle vragen en opmerkingen (1)').click()
    await expect(ask.getByRole('listitem').filter({ hasText: 'Wat kost het water?' })).toContainText('zonder naam')

    await ask.getByText('Ik snap dit woord niet').click()
    await ask.getByLabel('Welk woord?').fill('BBV')
    await ask.getByRole('button', { name: 'Geef door' }).click()
    await expect(ask.getByText("Doorgegeven: 'BBV'.")).toBeVisible()
    expect((await evening.now(evening.chef)).desk?.unclear).toEqual([{ word: 'bbv', count: 1 }])

    const reactions = companion.block('Laat merken wat u ervan vindt')
    await reactions.getByRole('button', { name: 'Applaus' }).click()
    await expect(reactions.getByText('Doorgegeven: Applaus')).toBeVisible()
    await reactions.getByRole('button', { name: 'Eens' }).press('Enter')
    await expect(reactions.getByText('Even wachten voor de volgende.')).toBeVisible()
    await evening.does(evening.chef, 'reactions/mute', { muted: true })
    await expect(reactions.getByText('Reacties staan nu uit.')).toBeVisible()
  })

  test('nothing moves under a finger when something is told, and it is told where one is', async () => {
    await evening.opens()
    await evening.allCheckIn()
    const companion = await CompanionOnScreen.opens(els, evening)
    const { page } = els
    const hand = page.getByRole('button', { name: 'Hand omhoog' })
    await expect(hand).toBeVisible()
    const before = await hand.boundingBox()
    const text = 'Om kwart voor negen is er koffie in de gang.'
    await evening.does(evening.chef, 'announcement/make', { announcement: crypto.randomUUID(), text })
    await expect(companion.news()).toHaveText(`Mededeling: ${text}`)
    await expect(companion.news()).toBeInViewport()
    expect(await hand.boundingBox()).toEqual(before)
    await hand.focus()
    await page.getByRole('button', { name: 'Sluit deze melding' }).focus()
    await page.keyboard.press('Enter')
    await expect(hand, 'back where one was').toBeFocused()

    await evening.does(evening.chef, 'pause')
    await expect(page.getByText('Het is nu pauze.')).toBeVisible()
    await expectAccessible(page, 'a break')
  })

  test('[MODERATE-5] what was decided about one’s words is read when the evening is over', async () => {
    await evening.opens()
    const { page } = els
    const question = crypto.randomUUID()
    const words = 'Waarom betaalt de club zo weinig?'
    await evening.does(els, 'question/ask', { question, kind: 'question', text: words, anonymous: false })
    await evening.asks(1, 'Dit hoort hier niet')
    const [asked] = (await evening.now(els)).hall.questions.filter(({ id }) => id !== question)
    const report = {
      report: crypto.randomUUID(),
      target: { kind: 'question', question: asked?.id },
      reason: 'Onaardig',
    }
    await evening.does(els, 'report/file', report)
    await evening.does(evening.chef, 'close')
    await evening.does(evening.chef, 'question/hide', { question, reason: 'Dit gaat over één club' })

    const companion = await CompanionOnScreen.opens(els, evening)
    await expect(page.getByText('Bedankt voor uw inbreng')).toBeVisible()
    const hidden = companion.block('Uw bericht is uit beeld gehaald')
    await expect(hidden).toContainText('Reden: Dit gaat over één club')
    await expect(companion.block('Wat u meldde')).toContainText('Onaardig')
    await hidden.getByLabel('Waarom hoort het wel in beeld?').fill('Het gaat over ons geld')
    await hidden.getByRole('button', { name: 'Leg het voor' }).press('Enter')
    await expect(hidden).toContainText('U hebt het voorgelegd.')
    await expect(hidden.getByRole('heading'), 'the form is gone').toBeFocused()
    await expectAccessible(page, 'what was decided')
    await expectToFit(page, 'what was decided')
  })

  test('what is unfolded before the page has come to life is there all the same', async () => {
    const companion = await CompanionOnScreen.opens(els, evening)
    await evening.opens()
    await companion.isAtHome()
    const { page } = els
    // A slow phone: its owner is faster than the script.
    await page.addInitScript(() =>
      document.addEventListener('DOMContentLoaded', () => {
        for (const fold of document.querySelectorAll('details')) fold.open = true
      }),
    )
    await page.reload()
    await expect(page.getByLabel('Waar gaat het over?')).toBeVisible()
  })

  for (const width of [390, 1280])
    test(`can be used by everybody, light and dark, ${width} px`, async () => {
      const { page } = els
      await page.setViewportSize({ width, height: 844 })
      const startsAt = Date.now()
      const times = { startsAt, endsAt: startsAt + 3 * 3_600_000 }
      const title = 'Bezuinigingsdialoogvoorbereidingsbijeenkomst'
      await evening.does(evening.chef, 'change', { kind: 'green2', title, place: title, remoteLink: '', ...times })
      await page.goto('/bijeenkomsten')
      await expect(page.getByRole('heading', { name: title })).toBeVisible()
      await expectToFit(page, 'the list of evenings')
      const companion = await CompanionOnScreen.opens(els, evening)
      const expectFine = async (state: string) => {
        await expectAccessibleInBothColours(page, state)
        await expectToFit(page, state)
        if (width < 500) await expectRoomForFingers(page, state)
      }
      await expectFine('before it opens')
      await evening.opens()
      await expect(companion.block('Ik ben er')).toBeVisible()
      await page.getByRole('button', { name: 'Ik ben in de zaal' }).click()
      await expectFine('checking in')
      await companion.isAtHome()
      await opensPoll(evening, 'single', 'Wat werken we uit?', { reveal: 'live' })
      await expect(companion.block('Wat werken we uit?').getByRole('button').first()).toBeVisible()
      for (const fold of await page.getByRole('main').locator('summary').all()) await fold.click()
      await expectFine('everything unfolded')
      await els.wantsEnglish()
      await page.reload()
      await expect(page.getByRole('region', { name: 'Questions and comments' })).toBeVisible()
      await expectFine('in English')
      await evening.does(evening.chef, 'close')
      await expect(page.getByText('Thank you for taking part')).toBeVisible()
      await expectFine('over')
    })
})
