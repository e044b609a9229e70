import type { Handout } from '../../../server/pdf/sections/review/handout-input.ts'
import type {
  AnsweredRemark,
  PanelMinutes,
  PanelSeat,
  PositionCounts,
} from '../../../server/pdf/sections/review/panel-minutes-input.ts'
import { buildCriterion, buildLink, buildOutcome, buildProfile, id } from '../../support/build-profile.ts'

export function buildHandout(given: Partial<Handout> = {}): Handout {
  return {
    profile: buildProfile({
      title: 'Personlig assistent',
      purpose: 'Profilen visar vad en personlig assistent behöver kunna.',
      targetGroup: 'Den som arbetar eller vill arbeta.',
      delimitations: 'Det här är utanför:\n\n- körkort\n- läkemedel',
      personalSuitability: [{ id: id('s'), text: 'Kan ta emot kritik', reason: 'Arbetet sker hemma.' }],
      wordList: [
        {
          id: id('w'),
          term: 'sele',
          explanation: 'tyg som håller om kroppen',
          translations: [
            { language: 'en', text: 'sling' },
            { language: 'ar', text: 'حزام' },
          ],
        },
      ],
      modules: [
        buildLink({
          title: 'Förflyttning',
          outcomes: [
            buildOutcome({ category: 'knowledge', text: 'beskriva hur kroppen belastas', criteria: [] }),
            buildOutcome({
              text: 'förflytta en person mellan säng och stol',
              criteria: [
                buildCriterion({ text: 'Berättar vad som ska hända.', assessmentMethods: ['observation'] }),
                buildCriterion({ text: 'Kontrollerar lås, bromsar och sele före varje lyft.' }),
              ],
            }),
          ],
        }),
        buildLink({ title: 'Måltid', outcomes: [] }, { obligation: 'optional' }),
      ],
    }),
    round: 2,
    frozenAt: '2026-09-30T12:32:00Z',
    changes: [],
    meeting: {
      startsAt: '2026-10-21T07:00:00Z',
      endsAt: '2026-10-21T10:30:00Z',
      place: 'Folkets hus, Stockholm',
      video: 'https://moten.example/panel',
    },
    ruleSentences: ['Alla sex perspektiv är med.', 'Minst två tredjedelar instämmer.'],
    address: 'https://profil.example/panel/2',
    printedAt: '2026-10-12T07:05:00Z',
    thirdCategory: 'responsibilityAutonomy',
    locale: 'sv',
    ...given,
  }
}

const PERSPECTIVES = {
  AG: 'Arbetsgivare',
  AT: 'Arbetstagare',
  BO: 'Branschorganisation',
  YN: 'Yrkesnämnd',
  UT: 'Utbildare',
  AF: 'Arbetsförmedlingen',
} as const

export function buildSeat(
  code: keyof typeof PERSPECTIVES,
  organisation: string,
  given: Partial<PanelSeat> = {},
): PanelSeat {
  return {
    perspective: { code, name: PERSPECTIVES[code] },
    organisation,
    part: 'member',
    name: null,
    recusals: [],
    ...given,
  }
}

export function buildCounts(code: string, given: Partial<PositionCounts> = {}): PositionCounts {
  return { code, agree: 1, agreeWithChange: 0, disagree: 0, abstain: 0, none: 0, ...given }
}

export function buildRemark(given: Partial<AnsweredRemark> = {}): AnsweredRemark {
  return {
    number: '4.3 b',
    perspective: 'Utbildare',
    text: 'Kunskap syns inte.',
    proposal: 'Kontrollerar lås, bromsar och sele före varje lyft.',
    outcome: 'accepted',
    reason: 'Förslaget har ord som går att se.',
    by: 'samordnare',
    ...given,
  }
}

const all = (given: Partial<Record<string, Partial<PositionCounts>>> = {}) =>
  Object.keys(PERSPECTIVES).map((code) => buildCounts(code, given[code]))

export function buildPanelMinutes(given: Partial<PanelMinutes> = {}): PanelMinutes {
  return {
    profileTitle: 'Personlig assistent',
    round: 2,
    isSealed: true,
    ruleSentences: ['Alla sex perspektiv är med.', 'Minst två tredjedelar i varje perspektiv instämmer.'],
    composition: [
      buildSeat('AG', 'Vårdföretagarna', { name: 'Karin Ek' }),
      buildSeat('AT', 'Kommunal', {
        recusals: [
          { partTitle: '4 Förflyttning', reason: 'Har skrivit modulen.' },
          { partTitle: null, reason: '' },
        ],
      }),
      buildSeat('AT', 'Kommunal', { part: 'substitute', standsInFor: 'nummer 2' }),
      buildSeat('BO', 'Branschrådet'),
      buildSeat('YN', 'Yrkesnämnden', { name: 'Omar Said' }),
      buildSeat('UT', 'Vård- och omsorgscollege'),
      buildSeat('AF', 'Arbetsförmedlingen'),
      buildSeat('AF', 'Socialstyrelsen', { part: 'observer' }),
    ],
    meetings: [
      {
        startsAt: '2026-10-21T07:00:00Z',
        endsAt: '2026-10-21T10:30:00Z',
        place: 'Folkets hus, Stockholm',
        present: 6,
        byRow: [true, false, true, true, true, true, true, null],
      },
      {
        startsAt: '2026-11-04T23:30:00Z',
        endsAt: '2026-11-05T00:30:00Z',
        place: '',
        present: 1,
        byRow: [true, false, false, false, false, false, false, false],
      },
    ],
    parts: [
      {
        number: '',
        title: 'Personlig assistent',
        byPerspective: all(),
        outcome: 'ready',
        sentence: '',
      },
      {
        number: '4',
        title: 'Förflyttning, hjälpmedel och ergonomi',
        byPerspective: all({
          AT: { agree: 2, agreeWithChange: 1 },
          UT: { agree: 0, disagree: 1, abstain: 1 },
          AF: { agree: 0 },
        }),
        outcome: 'readyWithChanges',
        sentence: 'Klar att anta, med en ändring.',
      },
      {
        number: '5',
        title: 'Måltid',
        byPerspective: all({ AG: { agree: 0, none: 3 } }),
        outcome: 'notReady',
        sentence: 'Behöver 1 arbetsgivare till.',
      },
    ],
    amendments: [
      {
        number: '4.3 b',
        former: 'Har kunskap om hur lås, bromsar och sele kontrolleras.',
        wording: 'Kontrollerar lås, bromsar och sele före varje lyft.',
        reason: 'En utbildare föreslog ord som går att se.',
        isEditorial: false,
      },
      {
        number: '',
        former: 'Profilen är tll för alla.',
        wording: 'Profilen är till för alla.',
        reason: '',
        isEditorial: true,
      },
      {
        number: '5.1 c',
        former: '',
        wording: 'Planerar veckans mat.',
        reason: 'Saknades.',
        isEditorial: false,
      },
      { number: '5.2 a', former: 'Kan äta.', wording: '', reason: 'Hör inte hit.', isEditorial: false },
    ],
    remarks: [
      buildRemark(),
      buildRemark({
        number: '',
        perspective: '',
        text: 'Ordet brukare ska bort.',
        proposal: null,
        outcome: 'declined',
        reason: 'Lagen har det.',
      }),
      buildRemark({ number: '5', perspective: 'Arbetsgivare', outcome: 'changed' }),
    ],
    openRemarks: 0,
    rulings: [
      {
        number: '4.3 b',
        former: 'Har kunskap om hur lås, bromsar och sele kontrolleras.',
        wording: 'Kontrollerar lås, bromsar och sele före varje lyft.',
        equivalent: false,
        reason: 'Det har inte visats förut.',
      },
    ],
    decision: {
      outcome: 'approved',
      decidedOn: '2026-11-05',
      decidedBy: 'Den nationella panelen för personlig assistans',
      grounds: 'Alla delar är klara att anta.',
    },
    dissents: [
      {
        perspective: 'Utbildare',
        about: 'modul 4, Förflyttning',
        reason: 'Kravet går inte att pröva i skolan.',
      },
    ],
    version: '2.0.0',
    printedAt: '2026-11-06T08:00:00Z',
    locale: 'sv',
    ...given,
  }
}
