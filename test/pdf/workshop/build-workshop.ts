import type { Workshop } from '../../../schemas/types.ts'
import type { GroupSheets } from '../../../server/pdf/sections/workshop/group-sheets-input.ts'
import type { GroupMinutes, WorkshopMinutes } from '../../../server/pdf/sections/workshop/minutes-input.ts'
import { id } from '../../support/build-profile.ts'

type Group = Workshop['groups'][number]

export function buildGroup(given: Partial<Group> = {}): Group {
  return { id: id('group'), number: 1, place: 'vid fönstret', seats: 6, taken: 0, code: 'K7M4PX', ...given }
}

export function buildWorkshop(given: Partial<Workshop> = {}): Workshop {
  return {
    id: id('workshop'),
    profileSlug: 'personlig-assistent',
    profileTitle: 'Personlig assistent',
    name: 'Workshop i Malmö',
    date: '2026-10-14',
    question: 'Vad behöver en person kunna för att klara jobbet?',
    phases: [
      { phase: 'collect', minutes: 15 },
      { phase: 'sort', minutes: 20 },
      { phase: 'delimit', minutes: 0 },
      { phase: 'word', minutes: 40 },
      { phase: 'done', minutes: 0 },
    ],
    anonymity: { silentCollect: true, namedPhases: ['sort', 'word'], namesInMinutes: false },
    isRehearsal: false,
    perspectives: [],
    groups: [buildGroup(), buildGroup({ id: id('second'), number: 2, place: '', code: 'ACDE34' })],
    status: 'open',
    codesUntil: '2026-10-15T00:00:00Z',
    createdAt: '2026-09-01T08:00:00Z',
    endedAt: null,
    abilities: {} as Workshop['abilities'],
    ...given,
  }
}

export function buildSheets(given: Partial<Workshop> = {}, more: Partial<GroupSheets> = {}): GroupSheets {
  return {
    workshop: buildWorkshop(given),
    address: 'https://profil.example/med',
    joinAddressOf: (code) => `https://profil.example/med/${code}`,
    locale: 'sv',
    ...more,
  }
}

export function buildGroupMinutes(given: Partial<GroupMinutes> = {}): GroupMinutes {
  return {
    number: 1,
    place: 'vid fönstret',
    perspectives: [
      { name: 'Arbetsgivare', count: 1 },
      { name: 'Arbetstagare', count: 3 },
    ],
    names: ['Karin Ek', 'Omar Said', 'Birgit Lund', 'Elif Kaya'],
    cards: { knowledge: 9, skills: 14, responsibilityAutonomy: 5, suitability: 2 },
    themes: [
      {
        title: 'Förflyttning och hjälpmedel',
        cards: 7,
        outcomes: [
          {
            category: 'skills',
            text: 'förflytta en person mellan säng och stol',
            criteria: ['Berättar vad som ska hända.', 'Kontrollerar lås och sele före varje lyft.'],
          },
          { category: 'knowledge', text: 'beskriva hur kroppen belastas', criteria: [] },
        ],
      },
      { title: 'Fritid och egna val', cards: 2, outcomes: [] },
    ],
    suitability: ['Kan ta emot kritik'],
    onTheJob: ['Ställa in rullstolen efter hen'],
    unworded: [],
    open: [],
    notNeeded: ['Alla modeller av lyftselar'],
    ...given,
  }
}

export function buildMinutes(
  given: Partial<WorkshopMinutes> = {},
  workshop: Partial<Workshop> = {},
): WorkshopMinutes {
  return {
    workshop: buildWorkshop({ status: 'ended', ...workshop }),
    groups: [
      buildGroupMinutes(),
      buildGroupMinutes({
        number: 2,
        place: '',
        names: ['Nadia Haddad'],
        perspectives: [{ name: 'Brukare', count: 1 }],
      }),
    ],
    results: {
      taken: [{ text: 'beskriva hur kroppen belastas', groups: [1] }],
      merged: [{ text: 'förflytta en person utan att någon skadas', groups: [1, 2] }],
      leftOut: [{ text: 'ha körkort', groups: [2], reason: 'Det är ett anställningsvillkor.' }],
    },
    outcomeStem: 'Deltagaren kan',
    thirdCategory: 'responsibilityAutonomy',
    endedAt: '2026-10-14T14:02:00Z',
    locale: 'sv',
    ...given,
  }
}
