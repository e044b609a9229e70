import type { Provenance } from '../../schemas/types.ts'
import type { Storage } from '../../server/storage/storage.ts'
import type {
  StoredGroup,
  StoredRuling,
  StoredSeat,
  StoredWorkshop,
} from '../../server/storage/workshop-port.ts'
import { id } from './build-profile.ts'

const AT = '2026-03-01T09:00:00.000Z'
export const PROFILE_ID = id('profile')

export function storedWorkshop(given: Partial<StoredWorkshop> = {}): StoredWorkshop {
  return {
    id: id('workshop'),
    profileId: PROFILE_ID,
    name: 'Kärnan i yrket',
    date: '2026-03-10',
    question: 'Vad behöver en person kunna?',
    phases: [{ phase: 'collect', minutes: 15 }],
    anonymity: { silentCollect: true, namedPhases: [], namesInMinutes: false },
    isRehearsal: false,
    conduct: { phase: 'collect', clock: null, message: null },
    createdAt: AT,
    endedAt: null,
    ...given,
  }
}

export function storedGroup(given: Partial<StoredGroup> = {}): StoredGroup {
  return { id: id('group'), workshopId: id('workshop'), number: 1, place: 'Vid fönstret', seats: 6, code: 'K7M4PX', ...given } // prettier-ignore
}

export function storedSeat(given: Partial<StoredSeat> = {}): StoredSeat {
  return {
    id: id('seat'),
    groupId: id('group'),
    name: 'Amina Deltagarsson',
    perspective: 'employer',
    hand: id('hand'),
    wordHash: 'w'.repeat(64),
    takenAt: AT,
    removedAt: null,
    ...given,
  }
}

export function storedRuling(given: Partial<StoredRuling> = {}): StoredRuling {
  return {
    workshopId: id('workshop'),
    rowId: id('row'),
    kind: 'taken',
    baseId: id('row'),
    statementIds: [id('row')],
    criterionIds: [],
    text: 'förflytta en person',
    itemId: id('item'),
    reason: '',
    at: AT,
    ...given,
  }
}

export function storedOrigin(given: Partial<Provenance> = {}): Provenance {
  return {
    itemId: id('item'),
    workshopId: id('workshop'),
    workshopName: 'Kärnan i yrket',
    date: '2026-03-10',
    groups: [1],
    wordings: [{ groupNumber: 1, text: 'förflytta en person' }],
    cards: [{ id: id('card'), kind: 'skills', text: 'lyfta', perspective: 'employer' }],
    perspectives: ['employer'],
    source: null,
    differs: '',
    ...given,
  }
}

/** A workshop with one group and one seat, on a profile that has nothing else. */
export async function putWorkshop(storage: Storage): Promise<void> {
  await storage.write(async ({ profiles, workshops }) => {
    await profiles.insert({ id: PROFILE_ID, slug: 'testare', createdAt: AT, organisationId: null })
    await workshops.insert(storedWorkshop())
    await workshops.insertGroup(storedGroup())
    await workshops.insertSeat(storedSeat())
  })
}
