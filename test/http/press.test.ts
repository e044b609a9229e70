import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildProfile } from '../support/build-profile.ts'
import { depsOn, publish } from '../support/published.ts'
import { startTestApp } from '../support/test-app.ts'

test('a kept print that has lost its content is printed again', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'profilverkstad-press-'))
  const app = await startTestApp({ dataDir })
  await publish(depsOn(app.storage), buildProfile())
  const print = async () =>
    (await app.stranger.get('/api/v1/profiles/testare/editions/1.0.0/pdf').expect(200)).body as Buffer
  const first = await print()
  const kept = readdirSync(path.join(dataDir, 'cache', 'pdf')).map((name) =>
    path.join(dataDir, 'cache', 'pdf', name),
  )
  expect(kept).toHaveLength(1)
  writeFileSync(kept[0]!, Buffer.alloc(first.length))
  expect((await print()).subarray(0, 5).toString()).toBe('%PDF-')
  expect(readFileSync(kept[0]!).subarray(0, 5).toString()).toBe('%PDF-')
  await app.close()
  rmSync(dataDir, { recursive: true, force: true })
})
