import path from 'node:path'
import type { OccupationalProfile } from '../../schemas/types.ts'
import { openBarePress } from './bare-publish.ts'
import { buildLargeProfile } from './build-large-profile.ts'
import { LARGE, openInstallation, readyToPublish, takeIn } from './large-installation.ts'
import { digits, line, type Line } from './report.ts'
import { clearAway, median, medianRatio } from './rounds.ts'

const ROUNDS = 25
const WARM_UP = 8
const AIM = 5

/**
 * Publishing a large draft through its use case, beside the sum of the steps done bare on the same disk, as durably.
 * A second version of each also compares itself with the first.
 */
export async function measure(): Promise<Line[]> {
  const { dataDir, deps, letGo } = await openInstallation()
  const bare = await openBarePress(path.join(dataDir, 'bare.sqlite'))
  const steps: number[] = []
  const first: number[] = []
  const second: number[] = []
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const profile = numbered(buildLargeProfile(LARGE), round + WARM_UP)
    await takeIn(deps, profile, null)
    const times = [
      await timed(() => bare.publish(profile)),
      await timed((await readyToPublish(deps, profile.slug)).publish),
    ]
    await takeIn(deps, { ...profile, purpose: `${profile.purpose} Igen.` }, null)
    times.push(await timed((await readyToPublish(deps, profile.slug)).publish))
    if (round < 0) continue
    for (const [index, into] of [steps, first, second].entries()) into.push(times[index] ?? Number.NaN)
  }
  const commit = median(Array.from({ length: ROUNDS }, bare.commit))
  bare.close()
  await letGo()
  const detail = (ours: number[]) =>
    `${digits(median(ours))} ms, bare ${digits(median(steps))} ms, of which the disk ${digits(commit)} ms`
  return [
    line('publish a draft of 480 criteria', medianRatio(first, steps), '×', { most: AIM }, detail(first)),
    line('  as a second version', medianRatio(second, steps), '×', { most: AIM }, detail(second)),
  ]
}

/** Modules keep their ids, which are told apart by their profile. */
function numbered(profile: OccupationalProfile, count: number): OccupationalProfile {
  const id = `00000000-0000-4000-a000-${String(count).padStart(12, '0')}`
  return { ...profile, id, slug: `${profile.slug}-${count}` }
}

async function timed(work: () => unknown): Promise<number> {
  await clearAway()
  const start = performance.now()
  await work()
  return performance.now() - start
}
