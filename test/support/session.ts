import type { Announcement, Problem, Reason } from '../../schemas/types.ts'
import type { EditCommand } from '../../server/domain/profile/edit-draft.ts'
import { ProblemError } from '../../server/problems.ts'
import type { Storage } from '../../server/storage/storage.ts'
import { editDraft } from '../../server/usecases/profile/edit-draft.ts'
import { readDraft } from '../../server/usecases/profile/read-draft.ts'
import { THE_PROGRAM, type Asker, type Deps } from '../../server/usecases/deps.ts'
import { openAnnouncements } from '../../server/live/announcements.ts'
import type { PendingEdit, Outbox } from '../../web/controllers/outbox.ts'
import { DraftSession } from '../../web/controllers/draft-session.ts'
import type { SessionPorts } from '../../web/controllers/session-state.ts'
import { buildVariedProfile } from './arbitrary-edits.ts'
import { id } from './build-profile.ts'
import { draft, depsOn } from './published.ts'
import { openMemoryStorage } from './memory-storage.ts'

/** A real server side (use cases on a database in memory), with browsers that can lose their network and their sight of it. */
export async function openWorkshop() {
  const storage: Storage = await openMemoryStorage()
  const announcements = openAnnouncements()
  const deps: Deps = { ...depsOn(storage), announce: announcements.announce }
  await draft(deps, buildVariedProfile())
  const slug = 'testare'
  let count = 0

  return {
    deps,
    slug,
    stored: () => readDraft(deps, asker('Kontroll'), { slug }),
    close: () => storage.close(),
    async browser(name: string, outbox = memoryOutbox()) {
      const network = { up: true, answers: true, hears: true, isSignedIn: true, isCrowded: false }
      const timers = new Set<() => void>()
      const heard: Announcement[] = []
      let hear: Parameters<SessionPorts['listen']>[0] = () => undefined
      let refuse: () => void = () => undefined
      const ports: SessionPorts = {
        readDraft: () => through(() => readDraft(deps, asker(name), { slug })),
        sendEdit: (command: EditCommand, because?: Reason) =>
          through(() => editDraft(deps, asker(name), { slug, command, because })),
        listen(listener, refused) {
          hear = listener
          refuse = refused
          return announcements.listen(slug, deliver, { ...asker(name), onEnd: () => undefined })
        },
        outbox,
        me: id(name),
        tab: name,
        openTabs: new Set(),
        newKey: () => String(++count).padStart(6, '0'),
        now: () => 0,
        later(run) {
          timers.add(run)
          return () => timers.delete(run)
        },
        problemIn: (error) => (error instanceof ProblemError ? problemOf(error) : null),
      }
      const session = await DraftSession.open(ports, slug, () => undefined)
      return {
        session,
        outbox,
        network,
        /** The server takes no listener any more. */
        refuse: () => refuse(),
        /** Lets every timer that is set ring, and everything under way be answered. */
        async pass() {
          const ringing = [...timers]
          timers.clear()
          for (const run of ringing) run()
          await settle()
        },
        /** What was announced while nothing was heard is lost; the next thing heard is that the connection is back. */
        async hearAgain() {
          network.hears = true
          heard.length = 0
          const { revision } = await readDraft(deps, asker(name), { slug })
          hear({ kind: 'listening', revision })
          await settle()
        },
        text: (itemId: string, field = 'text') => valueIn(session.profile, itemId, field),
      }

      async function through<T>(work: () => Promise<T>): Promise<T> {
        if (!network.up) throw new TypeError('network down')
        if (!network.isSignedIn) throw new ProblemError('not-signed-in')
        if (network.isCrowded) throw new ProblemError('too-many-requests', { retryAfter: 1 })
        const answer = await work()
        if (!network.answers) throw new TypeError('the answer was lost')
        return answer
      }

      function deliver(announcement: Announcement) {
        if (network.up && network.hears) hear(announcement)
        else heard.push(announcement)
      }
    },
  }
}

export function asker(name: string): Asker {
  return { ...THE_PROGRAM, personId: id(name), name }
}

function problemOf({ code, status, context }: ProblemError): Problem {
  const type = `/problems/${code}`
  return { type, title: code, status, detail: '', instance: '', requestId: '', ...context }
}

export function memoryOutbox(): Outbox & { readonly edits: Map<string, PendingEdit> } {
  const edits = new Map<string, PendingEdit>()
  return {
    edits,
    put: (edit) => Promise.resolve(void edits.set(edit.key, edit)),
    remove: (key) => Promise.resolve(void edits.delete(key)),
    takeOver: () => Promise.resolve([...edits.values()]),
  }
}

/** Everything that waits for something else that is already there. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve))
}

function valueIn(profile: object, itemId: string, field: string): unknown {
  const found = JSON.stringify(profile, (_, value: unknown) => value)
  const walk = (node: unknown): unknown => {
    if (typeof node !== 'object' || node === null) return undefined
    if ('id' in node && node.id === itemId) return (node as Record<string, unknown>)[field]
    return Object.values(node)
      .map(walk)
      .find((value) => value !== undefined)
  }
  return walk(JSON.parse(found))
}
