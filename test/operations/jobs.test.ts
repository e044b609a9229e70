import { openJobs, type Job } from '../../server/operations/jobs.ts'
import { openMemoryStorage } from '../support/memory-storage.ts'

const NOON = new Date('2026-11-23T12:00:00Z')

/** A job that counts how often it has run, and is never due. */
async function withJob(run: Job['run']) {
  const storage = await openMemoryStorage()
  const jobs = openJobs({
    storage,
    now: () => NOON,
    jobs: [{ name: 'backup', nextDue: () => new Date('2026-11-24T02:00:00Z'), run }],
    log: { error: () => undefined },
    onFailed: () => undefined,
    onLook: () => Promise.resolve(),
  })
  return { jobs, listed: () => storage.read((stores) => stores.jobs.list()), close: () => storage.close() }
}

test('a job that is asked for runs, however lately it was asked for before', async () => {
  let runs = 0
  const { jobs, listed, close } = await withJob(() => Promise.resolve({ runs: ++runs }))
  expect(await jobs.runNow('backup', null)).toBe(true)
  expect(await jobs.runNow('backup', null)).toBe(true)
  expect(runs).toBe(2)
  expect(await listed()).toMatchObject([{ name: 'backup', ok: true, detail: { runs: 2 } }])
  await jobs.stop()
  await close()
})

test('whoever asks for a job is told when it fails, and a job that there is not is not run', async () => {
  const { jobs, listed, close } = await withJob(() => Promise.reject(new TypeError('no')))
  await expect(jobs.runNow('backup', null)).rejects.toThrow('no')
  expect(await listed()).toMatchObject([{ ok: false, detail: { problem: 'TypeError' } }])
  expect(await jobs.runNow('sweep', null)).toBe(false)
  await jobs.stop()
  await close()
})
