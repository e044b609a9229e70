import type { OccupationalProfile, ReviewItem, ReviewPart } from '../../../schemas/types.ts'
import { editDraft, type EditCommand } from '../../../server/domain/profile/edit-draft.ts'
import type { Amended, PanelText } from '../../../server/domain/review/panel-text.ts'
import { panelText } from '../../../server/domain/review/panel-text.ts'
import type { Taken } from '../../../server/domain/review/standing.ts'
import { sha256 } from '../../../server/seal.ts'
import { buildCriterion, buildLink, buildOutcome, buildProfile, id } from '../../support/build-profile.ts'

export const CRITERION = id('crit')
export const SIBLING = id('sibling')
export const OUTCOME = id('outcome')
export const MODULE = id('module')
export const OTHER_MODULE = id('other')
export const SUITABILITY = id('suit')
export const WORD = id('word')
export const PROFILE = id('profile')

/** A module with an outcome of two criteria, another module, a suitability item and a word. */
export const TEXT: OccupationalProfile = buildProfile({
  personalSuitability: [{ id: SUITABILITY, text: 'Lyssnar.', reason: 'Det behövs.' }],
  wordList: [{ id: WORD, term: 'lyft', explanation: 'att förflytta uppåt', translations: [] }],
  modules: [
    buildLink({
      id: MODULE,
      outcomes: [
        buildOutcome({
          id: OUTCOME,
          criteria: [
            buildCriterion({ id: CRITERION, text: 'Kontrollerar selen.' }),
            buildCriterion({ id: SIBLING, text: 'Berättar vad som ska hända.' }),
          ],
        }),
      ],
    }),
    buildLink({ id: OTHER_MODULE, title: 'Dokumentation', outcomes: [buildOutcome()] }),
  ],
})

/** What happens in a review, in order: amendments by their commands, and revisions by their profiles. */
export type Amending = { readonly command: EditCommand; readonly isConfirmed?: boolean }

/** The text after some amendments to its first revision; those that are confirmed as editorial are so. */
export function textAfter(amendings: readonly Amending[], first: OccupationalProfile = TEXT): PanelText {
  let profile = first
  const amendments: Amended[] = amendings.map(({ command, isConfirmed = false }, index) => {
    const edited = editDraft(profile, command)
    if (!edited.ok) throw new Error(`an amendment that does not fit: ${edited.refusal.code}`)
    profile = edited.next
    return { id: `a${index}`, round: 1, changes: edited.changes, claimsEditorial: isConfirmed }
  })
  const confirmed = amendments.filter(({ claimsEditorial }) => claimsEditorial).map((each) => each.id)
  return panelText([{ number: 1, profile: first }], amendments, confirmed, sha256)
}

export function reword(itemId: string, from: string, to: string): EditCommand {
  return { act: 'amend', itemKind: 'criterion', itemId, fields: { text: { from, to } } }
}

export function partIn({ parts }: Pick<PanelText, 'parts'>, partId: string): ReviewPart {
  const part = parts.find(({ id: each }) => each === partId)
  if (!part) throw new Error(`there is no part ${partId}`)
  return part
}

export function itemIn({ parts }: Pick<PanelText, 'parts'>, itemId: string): ReviewItem {
  const item = parts.flatMap(({ items }) => items).find(({ id: each }) => each === itemId)
  if (!item) throw new Error(`there is no item ${itemId}`)
  return item
}

const FIRST = 'Kontrollerar selen.'
const POSITIONS = {
  agrees: 'agree',
  'agrees with a change': 'agreeWithChange',
  disagrees: 'disagree',
  abstains: 'abstain',
  'takes it back': null,
} as const

/**
 * A story in plain words: what one member says, and what becomes of the text meanwhile, parted by semicolons. A position is
 * on the module or on the criterion as they are when it is taken, or, `as it was first`, in their first words.
 */
export function tell(story: string): { text: PanelText; positions: Taken[] } {
  const amendings: Amending[] = []
  const positions: Taken[] = []
  let wording = FIRST
  const rewordTo = (to: string, isConfirmed: boolean) => {
    amendings.push({ command: reword(CRITERION, wording, to), isConfirmed })
    wording = to
  }
  for (const event of story.split('; ').filter((each) => each !== 'nothing')) {
    const on = /^(?<what>.+) on the (?<scope>module|criterion)(?<first> as it was first)?$/u.exec(
      event,
    )?.groups
    if (on) {
      const text = textAfter(on['first'] ? [] : amendings)
      const said = on['what'] as keyof typeof POSITIONS
      if (!(said in POSITIONS)) throw new Error(`nobody ${event}`)
      const isPart = on['scope'] === 'module'
      const { id: itemId, hash } = isPart ? partIn(text, MODULE) : itemIn(text, CRITERION)
      const taken: Taken = {
        memberId: 'm',
        scope: isPart ? 'part' : 'item',
        itemId,
        hash,
        position: POSITIONS[said],
        seq: positions.length + 1,
      }
      // The same member on the same words: only the latest is kept.
      const former = positions.findIndex(
        (each) => each.scope === taken.scope && each.itemId === itemId && each.hash === hash,
      )
      if (former >= 0) positions[former] = { ...positions[former]!, seq: 0 }
      positions.push(taken)
    } else if (event === 'the criterion is reworded') rewordTo('Kontrollerar sele och lyft.', false)
    else if (event === 'the criterion is respelled') rewordTo('Kontrollerar sélen.', true)
    else if (event === 'the criterion is respelled, unconfirmed') rewordTo('Kontrollerar sélen.', false)
    else if (event === 'the criterion gets its first words back') rewordTo(FIRST, false)
    else if (event === 'its sibling is reworded')
      amendings.push({ command: reword(SIBLING, 'Berättar vad som ska hända.', 'Berättar allt.') })
    else if (event === 'the other module gets another title')
      amendings.push({
        command: {
          act: 'amend',
          itemKind: 'module',
          itemId: OTHER_MODULE,
          fields: { title: { from: 'Dokumentation', to: 'Journal' } },
        },
      })
    else throw new Error(`nobody knows what it means that ${event}`)
  }
  return { text: textAfter(amendings), positions: positions.filter(({ seq }) => seq > 0) }
}
