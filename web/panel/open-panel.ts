import type { Session } from '../../schemas/types.ts'
import { noOfOurServer, readForMember, sendAct } from '../api/member-acts.ts'
import { readSession } from '../api/profiles.ts'
import { browserSurroundings } from '../workshop/board/surroundings.ts'
import { ActOutbox } from './acts/act-outbox.ts'
import { actStore } from './acts/act-store.ts'
import { aloneByLease, aloneByLocks } from './acts/alone.ts'
import { answerStore, type AnswerStore } from './kept/answer-store.ts'
import { HalfWriting } from './half-writing.ts'
import { halfWrittenStore } from './kept/half-written-store.ts'
import { panelDatabase } from './kept/panel-database.ts'
import { Reading } from './kept/reading.ts'
import { openTabs } from './open-tabs.ts'
import { personHere } from './who-is-here.ts'

/** A person's side of the panel's pages in this browser: what they have read and done, and what they are writing. */
export type OpenPanel = {
  readonly me: string
  readonly session: Reading<Session>
  readonly outbox: ActOutbox
  readonly answers: AnswerStore
  readonly writing: HalfWriting
  readonly newId: () => string
  readonly now: () => number
  /** A question to the server, of which the last answer lies here. To be opened, and closed by whoever asked. */
  readonly reading: <Answer>(path: string, changed: () => void, more?: ReadingMore) => Reading<Answer>
  /** Calls when what is shown of the session or of the acts may be other. */
  readonly subscribe: (changed: () => void) => () => void
}

type ReadingMore = {
  readonly ask?: (path: string) => Promise<unknown>
  readonly taken?: () => void
}

/** Who is here now, by the browser's cookie. */
export const hereNow = () => personHere(document.cookie, location.protocol)

/** The only place where the panel's pages are put together. */
export function openPanel(me: string): OpenPanel {
  const { now, later, random, newId, watch } = browserSurroundings()
  const database = panelDatabase()
  const answers = answerStore(database)
  const outbox = new ActOutbox({
    store: actStore(database),
    me,
    send: sendAct,
    readPerson: async () => (await readSession()).person?.id ?? null,
    problemIn: noOfOurServer,
    alone: navigator.locks
      ? aloneByLocks(navigator.locks, now)
      : aloneByLease(database, { holder: newId(), now }),
    now,
    later,
    random,
    tabs: openTabs(me),
  })
  const listeners = new Set<() => void>()
  const changed = () => {
    for (const each of listeners) each()
  }
  const reading = <Answer>(path: string, heardOf: () => void, more: ReadingMore = {}) =>
    new Reading<Answer>({
      personId: me,
      path,
      answers,
      ask: (asked) => readForMember(asked, me),
      problemIn: noOfOurServer,
      now,
      later,
      heard: (isAnswered) => outbox.heard(isAnswered),
      changed: heardOf,
      taken: () => undefined,
      ...more,
    })
  const session = reading<Session>('/session', changed)
  outbox.subscribe(changed)
  watch((happening) => {
    if (happening === 'back') outbox.look()
  })
  void session.open()
  outbox.look()
  const writing = new HalfWriting({ me, store: halfWrittenStore(database), newId })
  void writing.open().then(changed)
  return {
    me,
    session,
    outbox,
    answers,
    writing,
    newId,
    now,
    reading,
    subscribe(each) {
      listeners.add(each)
      return () => listeners.delete(each)
    },
  }
}
