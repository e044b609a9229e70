import type { OccupationReference } from '../../../schemas/types.ts'
import { countItems } from '../../domain/publishing/diff-profiles.ts'
import type { Row } from '../flow.ts'
import { paintRule } from '../marks.ts'
import { AREA, mm, type Column } from '../measures.ts'
import type { Paper, PrintJob } from '../print-job.ts'
import { tableRows, type Cell } from '../tables.ts'
import type { Tag } from '../tagged.ts'

const NAME: Column = { x: AREA.left, width: mm(30) }
const VALUE: Column = { x: AREA.left + mm(34), width: AREA.right - AREA.left - mm(34) }

/** Enough for every classification; a list without end would push everything else off the cover. */
const MOST_CODES = 8

/** A fact by its name; a value of several paragraphs is an array. */
export type Fact = { readonly name: string; readonly value: Cell }

/** Names and values in a table without heads: each name is the head of its row. */
export function factRows({ styles }: Paper, parent: Tag, facts: readonly Fact[]): Row[] {
  return tableRows({
    parent,
    columns: [NAME, VALUE],
    rows: facts.map(({ name, value }) => [{ texts: [name], style: styles.factName, head: true }, value]),
  })
}

/** A fact in plain words; `wording` marks it as the profile's own. */
export function fact(paper: Paper, name: string, value: string | readonly string[], wording = false): Fact {
  const texts = typeof value === 'string' ? [value] : value
  return { name, value: { texts, style: paper.styles.fact, ...(wording && { attributes: paper.wording }) } }
}

/** What the cover says: version and standing, level, how much there is, the occupation's codes. */
export function coverFacts(job: PrintJob): Fact[] {
  const { texts, profile, input } = job
  const { text } = texts
  const codes = profile.occupationReferences
    .slice(0, MOST_CODES)
    .map((reference) => codeOf(job, reference))
    .filter((code) => code !== '')
  return [
    ...(input.kind === 'edition' ? editionFacts(job) : draftFacts(job)),
    { name: text('level'), value: levelValue(job) },
    fact(job, text('content'), countsOf(job)),
    ...(codes.length > 0 ? [fact(job, text('codes'), codes.join(', '))] : []),
  ]

  function editionFacts(of: PrintJob): Fact[] {
    if (of.input.kind !== 'edition') return []
    const { edition } = of.input
    const version = edition.supersedes
      ? text('versionReplaces', { version: edition.version, former: edition.supersedes.version })
      : text('versionFirst', { version: edition.version })
    const { decidedOn, decidedBy } = edition.decision
    const approved = of.profile.isExample
      ? text('notApprovedExample')
      : text('approvedBy', { date: texts.day(decidedOn), body: decidedBy })
    return [fact(of, text('version'), version), fact(of, text('approved'), approved)]
  }

  function draftFacts(of: PrintJob): Fact[] {
    if (of.input.kind !== 'draft') return []
    const { basedOn, printedAt } = of.input
    return [
      fact(
        of,
        text('version'),
        basedOn === null ? text('versionDraftFirst') : text('versionDraftAfter', { former: basedOn }),
      ),
      fact(of, text('approved'), text('notApproved')),
      fact(of, text('printed'), texts.moment(printedAt)),
    ]
  }
}

function levelValue({ texts, styles, profile }: PrintJob): Cell {
  const level = profile.seqfLevel
  if (level === null) return { texts: [texts.text('noLevel')], style: styles.fact }
  const rule = { at: level, of: 8, step: mm(3.4) }
  return {
    texts: [texts.text('seqfOf8', { level })],
    style: styles.fact,
    beside: {
      indent: rule.of * rule.step + mm(3),
      paint: (page, x, baseline) => paintRule(page, rule, x, baseline),
    },
  }
}

function countsOf({ texts, profile }: PrintJob): string {
  const { modules, outcomes, criteria } = countItems(profile)
  return texts.text('counts', {
    modules: texts.count('modules', modules),
    outcomes: texts.count('outcomes', outcomes),
    criteria: texts.count('criteria', criteria),
  })
}

/** A code as people look it up. ESCO's are long addresses, so its label stands for it. */
export function codeOf({ texts }: PrintJob, { scheme, id, label }: OccupationReference): string {
  return scheme === 'esco' && label.trim() === ''
    ? ''
    : texts.text(`scheme.${scheme}`, { id, label }).replaceAll(' ', '\u00A0')
}
