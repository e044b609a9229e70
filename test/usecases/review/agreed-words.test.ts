import { depsOn } from '../../support/published.ts'
import { dice } from '../../torture/dice.ts'
import { ProblemError } from '../../../server/problems.ts'
import { readClosing } from '../../../server/usecases/review/close-review.ts'
import { faultsIn, lostInDraft, look, profileIn, same, type Sight } from './model/look.ts'
import type { PanelAtPlay } from './model/panel-at-play.ts'
import { openCopy, takeSnapshots, type Snapshot } from './model/snapshots.ts'

/** `RUNS=5000 SEED=17 npm run jest -- …` runs more of them, from another seed on. */
const RUNS = Number(process.env['RUNS'] ?? 40)
const SEED = Number(process.env['SEED'] ?? 1)
const STEPS = 26

type Act = Exclude<
  {
    [Name in keyof PanelAtPlay]: PanelAtPlay[Name] extends (...given: never[]) => Promise<string>
      ? Name
      : never
  }[keyof PanelAtPlay],
  never
>

/** What is likely to happen where: how often, of all that may. Everything is tried everywhere, most of it in vain. */
const LIKELY: Readonly<Record<string, Partial<Record<Act, number>>>> = {
  none: { submit: 30, editDraft: 4 },
  preparing: {
    getGoing: 60,
    recallFormer: 8,
    compose: 3,
    approvePanel: 1,
    editDraft: 2,
    recuse: 2,
    withdrawSubmission: 1,
  },
  open: {
    takePosition: 30,
    everybodyAgrees: 14,
    look: 6,
    editDraft: 2,
    crossEditor: 6,
    amend: 8,
    respell: 6,
    confirm: 6,
    makeRemark: 3,
    withdrawRemark: 1,
    settle: 6,
    recuse: 4,
    liftRecusal: 2,
    standIn: 4,
    enterPositions: 2,
    openRound: 3,
    ruleOnRewordings: 6,
    close: 22,
    repeat: 4,
  },
  approved: {
    publish: 6,
    respell: 14,
    takeBack: 6,
    amend: 2,
    confirm: 8,
    recall: 2,
    repeat: 3,
    editDraft: 3,
    ruleOnRewordings: 3,
  },
  returned: { submit: 10, editDraft: 3, recall: 2 },
  declined: { recall: 3, submit: 6, repeat: 1 },
  published: { startDraft: 10, submit: 20, editDraft: 8, repeat: 2 },
  withdrawn: { submit: 10 },
}
const ANYTHING: readonly Act[] = [
  'submit', 'compose', 'openRound', 'recuse', 'standIn', 'takePosition', 'enterPositions', 'makeRemark', 'withdrawRemark',
  'settle', 'amend', 'confirm', 'ruleOnRewordings', 'close', 'recall', 'publish', 'publishPast', 'discardDraft',
  'editDraft', 'withdrawSubmission', 'approvePanel', 'repeat', 'startDraft', 'liftRecusal',
] // prettier-ignore
/** Courses begin so in turn, but for what comes between: left to chance alone, few would get there in so few steps. */
const BEGINNINGS: readonly (readonly Act[])[] = [
  ['everybodyAgrees', 'ruleOnRewordings', 'close', 'respell', 'confirm', 'ruleOnRewordings', 'publish'],
  ['everybodyAgrees', 'amend', 'everybodyAgrees', 'ruleOnRewordings', 'close', 'takeBack', 'ruleOnRewordings', 'publish'],
  ['standIn', 'everybodyAgrees', 'ruleOnRewordings', 'close', 'respell', 'confirm', 'ruleOnRewordings', 'publish'],
  [],
] // prettier-ignore
/** One request each: what is refused leaves everything as it was. */
const SINGLE: readonly Act[] = [
  'submit', 'openRound', 'recuse', 'standIn', 'takePosition', 'enterPositions', 'makeRemark', 'withdrawRemark', 'amend',
  'recall', 'publish', 'publishPast', 'discardDraft', 'editDraft', 'repeat', 'startDraft', 'liftRecusal',
] // prettier-ignore

/** What must have come to pass now and then for the whole to have shown anything. */
const REACHED = [
  'publish',
  'publish past a close with respelled words',
  'recall',
  'a substitute stands in',
  'repeat',
]

let snapshots: readonly Snapshot[] = []
beforeAll(async () => (snapshots = await takeSnapshots(9)))

test(`in ${RUNS} random courses of events nothing is published that was not agreed to`, async () => {
  const done = new Map<string, number>()
  for (let run = SEED; run < SEED + RUNS; run++) await play(run, done)
  const said = [...done].map(([what, times]) => `${what} ${times}`).sort()
  if (process.env['RUNS']) console.log(said.join(', '))
  // A walk that never comes to the end proves nothing.
  for (const what of REACHED) expect([what, (done.get(what) ?? 0) > RUNS / 100]).toEqual([what, true])
}, 3_600_000)

async function play(seed: number, done: Map<string, number>): Promise<void> {
  const chance = dice(seed)
  const clock = { now: Date.parse('2026-03-01T09:00:00Z') }
  const snapshot = snapshots[seed % snapshots.length]!
  const storage = openCopy(snapshot)
  const deps = depsOn(storage, () => new Date(clock.now))
  const panel = snapshot.panel.copy(deps, chance)
  const story: string[] = []
  const ahead = [...(BEGINNINGS[seed % BEGINNINGS.length] ?? [])]
  let sight = await look(deps, panel.slug)
  const count = (what: string) => done.set(what, (done.get(what) ?? 0) + 1)
  const faulty = (faults: readonly string[]) => {
    if (faults.length > 0)
      throw new Error(`${faults.join('; ')}\nSEED=${seed} RUNS=1, after\n${story.join('\n')}`)
  }
  for (let step = 0; step < STEPS; step++) {
    clock.now += chance.below(10) === 0 ? 11 * 60_000 : 1_000
    const onTrack = ahead.length > 0 && chance.below(8) > 0 ? ahead.shift() : undefined
    const anything = chance.below(12) === 0 ? ANYTHING : likely(statusIn(sight, panel))
    const act = onTrack ?? chance.pick(anything)
    if (NEEDS_BROWSERS.includes(act) && panel.browsers.length === 0) continue
    if (NEEDS_SEATS.includes(act) && panel.model.seats.size === 0) continue
    let refusal: string | undefined
    try {
      story.push(`${step}: ${await panel[act]()}`)
      count(act)
    } catch (error) {
      if (!(error instanceof ProblemError))
        throw new Error(`${act} in SEED=${seed} RUNS=1, after\n${story.join('\n')}`, { cause: error })
      refusal = error.code
      story.push(`${step}: (${act} is refused: ${refusal})`)
    }
    const now = await look(deps, panel.slug)
    if (refusal !== undefined && SINGLE.includes(act) && now.all !== sight.all)
      faulty([`${act} was refused with ${refusal}, and yet changed something`])
    if (act === 'repeat' && now.all !== sight.all) faulty(['what was sent again was done again'])
    faulty([
      ...faultsIn(sight, now),
      ...lostInDraft(act, sight, now),
      ...publishedUnagreed(act, panel, sight, now),
    ])
    const review = now.reviews.find(({ id: each }) => each === panel.reviewId)
    if (review && review.positions.length !== panel.model.sayings)
      faulty([`${review.positions.length} positions are kept, ${panel.model.sayings} were taken`])
    if (act === 'publish' && refusal === undefined && respelled(panel))
      count('publish past a close with respelled words')
    if (act === 'standIn' && [...panel.model.seats.values()].some(({ standsInFor }) => standsInFor !== null))
      count('a substitute stands in')
    if (act === 'recall' && refusal === undefined) faulty(lateRecall(sight, panel, clock.now))
    if (review?.status === 'open' && chance.below(3) === 0) {
      const { possible, obstacles } = await readClosing(deps, panel.coordinator, panel.reviewId)
      const isOtherwiseFree = !obstacles.some(
        ({ code }) => code === 'remark-open' || code === 'ruling-missing',
      )
      const unagreed = panel.model.notCarried(panel.model.text)
      if (isOtherwiseFree && possible.includes('approved') !== (unagreed.length === 0))
        faulty([`${possible.join()} are possible, and ${unagreed.join() || 'all is agreed'}`])
    }
    sight = now
  }
  await storage.close()
}

const NEEDS_BROWSERS: readonly Act[] = ['look', 'takePosition', 'makeRemark', 'everybodyAgrees']
const NEEDS_SEATS: readonly Act[] = ['recuse', 'standIn', 'enterPositions', 'confirm']

function publishedUnagreed(act: Act, panel: PanelAtPlay, before: Sight, now: Sight): string[] {
  const fresh = now.editions.filter(
    ({ version }) => !before.editions.some((each) => each.version === version),
  )
  if (fresh.length === 0) return []
  if (act === 'publishPast') {
    const status = statusIn(before, panel)
    return ['none', 'declined', 'published', 'withdrawn'].includes(status)
      ? []
      : [`published past a panel that is ${status}`]
  }
  if (act !== 'publish') return [`${act} has published something`]
  return fresh.flatMap((edition) => {
    const published = profileIn(edition)
    return [
      ...(same(published, panel.model.text) ? [] : ['another text was published than the panel had']),
      ...panel.model.notCarried(published),
      ...panel.model.notDecided(published),
    ]
  })
}

function respelled({ model }: PanelAtPlay): boolean {
  return model.decided !== undefined && !same(model.decided.text, model.text)
}

function lateRecall(before: Sight, { reviewId }: PanelAtPlay, now: number): string[] {
  const [last] = before.reviews.find(({ id: each }) => each === reviewId)?.decisions ?? []
  return last && now - Date.parse(last.at) >= 10 * 60_000 ? ['recalled after ten minutes'] : []
}

function statusIn({ reviews }: Sight, { reviewId }: PanelAtPlay): string {
  return reviews.find(({ id: each }) => each === reviewId)?.status ?? 'none'
}

function likely(status: string): Act[] {
  return Object.entries(LIKELY[status] ?? {}).flatMap(([act, times]) =>
    Array.from({ length: times }, () => act as Act),
  )
}
