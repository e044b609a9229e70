import { ruleInWords } from '../../domain/review/in-words/rule-in-words.ts'
import { statusInWords } from '../../domain/review/in-words/status-in-words.ts'
import type { Locale } from '../../i18n/catalogue.ts'
import { text } from '../../i18n/text.ts'
import type { Press } from '../../press.ts'
import { wasHeld, type PanelRecord } from '../../usecases/review/read-panel-record.ts'

type Minutes = Parameters<Press['printPanelMinutes']>[0]

/** What a panel has done, as its minutes say it. */
export function minutesFrom(record: PanelRecord, locale: Locale, printedAt: string): Minutes {
  const { perspectives, decision } = record
  const perspectiveOf = (id: string) =>
    perspectives.find((each) => each.id === id) ?? { id, code: '', name: id }
  const nameOf = (id: string | null) => (id === null ? '' : perspectiveOf(id).name)
  const isSealed = decision !== null && decision.recalledAt === null
  return {
    profileTitle: record.profileTitle,
    round: record.round,
    isSealed,
    ruleSentences: ruleInWords(record.rule, perspectives, record.seats, locale),
    composition: record.composition.map((seat) => ({
      ...seat,
      perspective: perspectiveOf(seat.perspective),
    })),
    meetings: record.meetings
      .filter((meeting) => wasHeld(meeting, printedAt))
      .map(({ wasPresent, ...meeting }) => ({
        ...meeting,
        present: wasPresent.filter(Boolean).length,
        byRow: wasPresent,
      })),
    parts: record.parts.map(({ number, title, tally }) => ({
      number,
      title,
      byPerspective: tally.perspectives.map(({ perspective, stale, none, ...counts }) => ({
        ...counts,
        code: perspectiveOf(perspective).code,
        none: none + stale,
      })),
      outcome: tally.state !== 'ready' ? 'notReady' : tally.hasChanges ? 'readyWithChanges' : 'ready',
      sentence: statusInWords(tally, perspectives, locale),
    })),
    amendments: record.amendments,
    remarks: record.remarks.flatMap(({ number, perspective, text: said, proposal, disposition }) =>
      disposition
        ? [
            {
              number,
              perspective: nameOf(perspective),
              text: said,
              proposal,
              outcome: disposition.outcome,
              reason: disposition.reason,
              by: text(locale, `roles.${disposition.byRole}`),
            },
          ]
        : [],
    ),
    openRemarks: record.openRemarks,
    rulings: record.rewordings.flatMap(({ number, former, wording, ruling }) =>
      ruling ? [{ number, former, wording, equivalent: ruling.equivalent, reason: ruling.reason }] : [],
    ),
    decision,
    dissents: record.dissents.map(({ perspective, number, wording, reason }) => ({
      perspective: nameOf(perspective),
      about: [number, wording].filter(Boolean).join(' '),
      reason,
    })),
    version:
      isSealed && decision.outcome.startsWith('approved') ? (record.published ?? record.version) : null,
    printedAt,
  }
}
