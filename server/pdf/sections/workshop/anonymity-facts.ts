import type { Workshop } from '../../../../schemas/types.ts'
import type { Texts } from '../../texts.ts'

/** What is shown of who wrote what: a sentence for each fact, as those who take part read them beforehand. */
export function anonymityFacts(
  { text, list }: Texts,
  { anonymity, phases }: Pick<Workshop, 'anonymity' | 'phases'>,
): string[] {
  const { silentCollect, namedPhases, namesInMinutes } = anonymity
  const planned = phases.map(({ phase }) => phase)
  const collects = planned.includes('collect')
  const silent = collects && silentCollect
  // while others' cards are hidden there is nobody's name to see on them
  const seen = planned.filter((phase) => !(silent && phase === 'collect'))
  const named = seen.filter((phase) => namedPhases.includes(phase))
  const names =
    named.length === 0
      ? text('workshop.sheets.namedNever')
      : named.length === planned.length
        ? text('workshop.sheets.namedAlways')
        : text('workshop.sheets.namedIn', {
            phases: list(named.map((phase) => text(`workshop.doing.${phase}`))),
          })
  return [
    ...(collects ? [text(silent ? 'workshop.sheets.silent' : 'workshop.sheets.notSilent')] : []),
    names,
    text(namesInMinutes ? 'workshop.sheets.namesInMinutes' : 'workshop.sheets.noNamesInMinutes'),
  ]
}
