import { foldWording } from '../../../domain/profile/wordings.ts'
import type { Row, Section } from '../../flow.ts'
import { AREA, mm, type Column } from '../../measures.ts'
import type { Page } from '../../page.ts'
import { paintLines } from '../../paint-lines.ts'
import { paintQr } from '../../qr.ts'
import { textRows } from '../../rows.ts'
import { rise } from '../../styles.ts'
import { tag, type Tag } from '../../tagged.ts'
import { setLines } from '../../type/set-lines.ts'
import { fact } from '../facts.ts'
import { paperOpening } from '../paper-opening.ts'
import { countInWords } from './count-in-words.ts'
import type { Handout } from './handout-input.ts'
import type { HandoutJob } from './handout-text.ts'
import { spanInWords } from './meeting-times.ts'
import { ruleRows } from './rule-list.ts'

const WHOLE: Column = { x: AREA.left, width: AREA.right - AREA.left }

/** The hand-out's first page: what it is, when the panel meets, how it decides, and how one answers. */
export function handoutOpening(job: HandoutJob, input: Handout): Section {
  const { title, document } = job
  const { text } = job.texts
  const sect = tag('Sect', document)
  const rows = paperOpening(job, sect, {
    kind: text('panel.handout.kind', { round: input.round }),
    title,
    stamp: { word: text('panel.handout.stamp'), sentence: text('panel.handout.sentence') },
    facts: factsOf(job, input),
  })
  return {
    heading: '',
    start: 'page',
    before: 0,
    rows: [
      ...rows,
      ...smallHeading(job, sect, text('panel.handout.rule')),
      ...ruleRows(job, sect, input.ruleSentences),
      ...smallHeading(job, sect, text('panel.handout.answer')),
      waysToAnswer(job, sect, input.address),
    ],
  }
}

function factsOf(job: HandoutJob, { meeting, frozenAt, printedAt }: Handout) {
  const { texts, profile, changes } = job
  const { text } = texts
  const owner = foldWording(profile.owner)
  const meetingFacts = meeting
    ? [
        fact(job, text('panel.handout.meeting'), spanInWords(texts, meeting.startsAt, meeting.endsAt)),
        ...(meeting.place.trim() ? [fact(job, text('panel.handout.place'), meeting.place, true)] : []),
        ...(meeting.video.trim() ? [fact(job, text('panel.handout.video'), meeting.video)] : []),
      ]
    : [fact(job, text('panel.handout.meeting'), text('panel.handout.noMeeting'))]
  return [
    ...meetingFacts,
    ...(owner ? [fact(job, text('panel.handout.owner'), owner, true)] : []),
    fact(job, text('panel.handout.frozen'), texts.moment(frozenAt)),
    fact(
      job,
      text('panel.handout.changes'),
      changes.count === 0
        ? text('panel.handout.changesNone')
        : countInWords(texts, 'panel.handout.places', changes.count),
    ),
    fact(job, text('panel.handout.printed'), texts.moment(printedAt)),
  ]
}

function smallHeading({ styles }: HandoutJob, sect: Tag, text: string): Row[] {
  return textRows({
    tag: tag('H2', sect),
    text,
    style: styles.sectionHead,
    column: WHOLE,
    before: mm(10),
    keep: true,
    heading: true,
  })
}

const QR = mm(24)
const STEPS: Column = { x: AREA.left + QR + mm(8), width: AREA.right - AREA.left - QR - mm(8) }
const NUMBER = mm(5)
const STEP_GAP = 3

/** The code that a phone reads, and beside it three steps and a word to those who listen. */
function waysToAnswer({ texts, styles }: HandoutJob, sect: Tag, address: string): Row {
  const style = styles.interface
  const inWords = address.replace(/^https?:\/\//u, '')
  const { text } = texts
  const steps = [
    text('panel.handout.read'),
    text('panel.handout.take'),
    text('panel.handout.send', { address: inWords }),
  ].map((step) => setLines([{ text: step, style }], STEPS.width - NUMBER))
  const listening = setLines([{ text: text('panel.handout.listening'), style: styles.note }], STEPS.width)
  const alt = text('qr', { address: inWords })
  const textHeight =
    steps.reduce((sum, lines) => sum + lines.length * style.leading + STEP_GAP, 0) +
    mm(1.5) +
    listening.length * styles.note.leading
  const list = tag('L', sect, { numbering: 'Decimal' })
  const paintSteps = (page: Page, top: number) => {
    let y = top
    steps.forEach((lines, at) => {
      const item = tag('LI', list)
      const number = setLines([{ text: `${at + 1}`, style: styles.letter }], NUMBER)
      paintLines(page, tag('Lbl', item), number, styles.letter, STEPS.x, y)
      const body = tag('LBody', item)
      const link = at === steps.length - 1 ? tag('Link', body) : undefined
      const end = paintLines(page, link ?? body, lines, style, STEPS.x + NUMBER, y)
      if (link) {
        const box = { x: STEPS.x + NUMBER, y, width: STEPS.width - NUMBER, height: end - y }
        page.link(link, box, { url: address }, text('panel.handout.link', { address: inWords }))
      }
      y = end + STEP_GAP
    })
    return y
  }
  return {
    before: mm(4),
    height: Math.max(QR + mm(2), textHeight),
    keep: false,
    paint(page, y) {
      const after = paintSteps(page, y - rise(style) + style.size * 0.72)
      paintLines(page, tag('P', sect), listening, styles.note, STEPS.x, after + mm(1.5))
      const figure = tag('Figure', sect, { alt, box: [AREA.left, y, AREA.left + QR, y + QR] })
      paintQr(page, figure, address, AREA.left, y, QR)
    },
  }
}
