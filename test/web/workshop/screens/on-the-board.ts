import type { Board, Card, Phase, Theme, WorkshopState } from '../../../../schemas/types.ts'

export const emptyBoard: Board = {
  cards: [],
  themes: [],
  marks: [],
  decisions: [],
  outcomes: [],
  criteria: [],
  ready: [],
}

export function card(id: string, fields: Partial<Card> = {}): Card {
  return { id, kind: 'skills', text: `kort ${id}`, by: 'leila', themeId: null, isAside: false, ...fields }
}

export function theme(id: string, fields: Partial<Theme> = {}): Theme {
  return { id, title: `tema ${id}`, reuse: null, isAside: false, ...fields }
}

/** A workshop of Leila and Fatima, in that phase. */
export function stateOf({
  phase = 'collect',
  silentCollect = false,
}: {
  phase?: Phase
  silentCollect?: boolean
}): WorkshopState {
  return {
    workshopId: 'workshop',
    name: 'Vårens workshop',
    profileTitle: 'Personlig assistent',
    question: 'Vad behöver en person kunna?',
    date: '2026-11-23',
    phases: [],
    anonymity: { silentCollect, namedPhases: [], namesInMinutes: false },
    status: 'open',
    isRehearsal: false,
    conduct: { phase, clock: null, message: null },
    group: { id: 'group', number: 2, place: '', seats: 6, code: 'K7M4PX' },
    members: [
      { seatId: 'seat-1', name: 'Leila', perspective: 'educationProvider' },
      { seatId: 'seat-2', name: 'Fatima', perspective: '' },
    ],
    authors: {},
    outcomeStem: 'Deltagaren kan',
    thirdCategory: 'responsibilityAutonomy',
    perspectives: [],
    now: '2026-11-23T10:00:00.000Z',
  }
}
