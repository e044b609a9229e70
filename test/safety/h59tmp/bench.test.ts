import { buildProfile, buildLink, buildOutcome, buildCriterion, id } from '/work/main/test/support/build-profile.ts'
import { openReview, putDraft, member, API, readPanelText } from '/work/main/test/support/hold-review.ts'
import { startTestApp } from '/work/main/test/support/test-app.ts'
test('bench', async () => {
  const app = await startTestApp({}, undefined, (() => { let n = 0; return () => (n += 1e6) })())
  const modules = Array.from({ length: 40 }, () => buildLink({ outcomes: Array.from({ length: 20 }, () => buildOutcome({ criteria: Array.from({ length: 5 }, () => buildCriterion()) })) }))
  const slug = await putDraft(app, buildProfile({ modules }))
  const P = ['employer', 'employee', 'industryBody', 'tradesBoard', 'educationProvider', 'publicEmploymentService']
  const members = Array.from({ length: 100 }, (_, i) => ({ ...member(`N${i} Ek`, P[i % 6]!), email: `n${i}@panel.example` }))
  let t = performance.now(); const lap = (what: string) => { console.log(what, Math.round(performance.now() - t)); t = performance.now() }
  const held = await openReview(app, { slug, members }); lap('open')
  const text = await readPanelText(held.coordinator, held.id); lap('text')
  console.log('items', text.parts.flatMap((p) => p.items).length)
  const entries = members.flatMap((_, i) => text.parts.map((p) => ({ memberId: held.seats[`N${i}`], scope: 'part', itemId: p.id, hash: p.hash, position: 'agree', reason: '' })))
  for (let i = 0; i < entries.length; i += 400) await held.coordinator.post(`${API}/reviews/${held.id}/entered-positions`).send({ id: app.context.deps.newId(), entries: entries.slice(i, i + 400) }).expect(200)
  lap(`entered ${entries.length}`)
  const items = text.parts.flatMap((p) => p.items).slice(1)
  const more = Array.from({ length: 4000 }, (_, i) => { const it = items[(i * 7) % items.length]!; return { memberId: held.seats[`N${i % 100}`], scope: 'item', itemId: it.id, hash: it.hash, position: 'disagree', reason: 'x' } })
  for (let i = 0; i < more.length; i += 400) { const s = performance.now(); await held.coordinator.post(`${API}/reviews/${held.id}/entered-positions`).send({ id: app.context.deps.newId(), entries: more.slice(i, i + 400) }).expect(200); console.log('400 entries', Math.round(performance.now() - s)) }
  lap('entered 4000 items')
  for (const path of ['/tally', '/tally', '/text', '/closing', '', '/remarks']) { await held.coordinator.get(`${API}/reviews/${held.id}${path}`).expect(200); lap(path || '/') }
  const n0 = held.members['N0']!
  for (let i = 0; i < 3; i++) { await n0.get(`${API}/reviews/${held.id}/desk`).expect(200); lap('desk') }
  const it = items[3]!
  await n0.post(`${API}/reviews/${held.id}/positions`).send({ id: app.context.deps.newId(), position: { scope: 'item', itemId: it.id, hash: it.hash, position: 'agree', reason: '', replaces: null } }); lap('position')
  for (let i = 0; i < 3; i++) { const c = items.find((x) => x.kind === 'criterion' && x !== it)!; const a = (await readPanelText(held.coordinator, held.id)).parts.flatMap((p) => p.items).find((x) => x.id === c.id)!; t = performance.now(); await held.coordinator.post(`${API}/reviews/${held.id}/amendments`).send({ id: app.context.deps.newId(), change: { act: 'reword', itemId: c.id, hash: a.hash, to: `Ny ${i}` }, reason: 'r', remarkIds: [], claimsEditorial: false }).expect(201); lap('amend') }
  await held.coordinator.get(`${API}/reviews/${held.id}/tally`).expect(200); lap('tally after amendments')
  await app.close()
}, 600000)
