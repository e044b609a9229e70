import { foldWording } from '../../../domain/profile/wordings.ts'
import type { Paper } from '../../print-job.ts'
import type { ListedSection } from '../section-head.ts'
import { changedWordingRows } from './changed-wording.ts'
import type { PanelAmendment, PanelMinutes } from './panel-minutes-input.ts'
import { panelSection, sentenceRows } from './panel-section.ts'

/** What the panel changed in the text, with former and new words. */
export function panelAmendments(paper: Paper, { amendments }: PanelMinutes): ListedSection {
  const { text } = paper.texts
  return panelSection(paper, 'amendments', text('panel.amendments'), (sect) => {
    if (amendments.length === 0) return sentenceRows(paper, sect, text('panel.amendments.none'))
    const intro = sentenceRows(paper, sect, text('panel.amendments.intro'), { keep: true })
    const changes = amendments.map((each) => ({ ...each, what: whatOf(paper, each) }))
    return [...intro, ...changedWordingRows(paper, sect, changes)]
  })
}

function whatOf({ texts }: Paper, { former, wording, isEditorial }: PanelAmendment): string {
  const [before, after] = [foldWording(former), foldWording(wording)]
  const kind = before === after ? 'same' : before === '' ? 'added' : after === '' ? 'removed' : 'changed'
  const what = texts.text(`panel.amendments.${kind}`)
  return isEditorial ? texts.text('panel.amendments.editorial', { what }) : what
}

/** Whether each changed demand is the same as before, and the version that follows; nothing where none applied before. */
export function panelRulings(paper: Paper, { rulings, version }: PanelMinutes): ListedSection | undefined {
  const { text } = paper.texts
  if (rulings.length === 0) return undefined
  return panelSection(paper, 'rulings', text('panel.rulings'), (sect) => {
    const intro = [
      text('panel.rulings.intro'),
      ...(version ? [text('panel.rulings.version', { version })] : []),
    ].join(' ')
    const changes = rulings.map((each) => ({
      ...each,
      what: text(each.equivalent ? 'panelEquivalent' : 'panelNotEquivalent'),
    }))
    return [...sentenceRows(paper, sect, intro, { keep: true }), ...changedWordingRows(paper, sect, changes)]
  })
}
