import type { Anonymity, Phase } from '../../../../schemas/types.ts'
import { t } from '../../../i18n/board.ts'
import { listInWords } from '../in-words.ts'

/** The phases in which somebody's hand can be seen on something. */
const HANDS_IN = ['collect', 'sort', 'delimit', 'word'] as const satisfies readonly Phase[]

/** What is shown of who wrote what, in the order in which one wonders: to be read before one goes in. */
export function anonymityInWords({ silentCollect, namedPhases, namesInMinutes }: Anonymity): string[] {
  const named = HANDS_IN.filter((phase) => namedPhases.includes(phase))
  return [
    t('anonymity.name'),
    t(silentCollect ? 'anonymity.silent' : 'anonymity.open'),
    named.length === 0
      ? t('anonymity.nobody')
      : named.length === HANDS_IN.length
        ? t('anonymity.always')
        : t('anonymity.sometimes', {
            phases: listInWords(named.map((phase) => t(`anonymity.when.${phase}`))),
          }),
    t(namesInMinutes ? 'anonymity.namesInMinutes' : 'anonymity.noNamesInMinutes'),
  ]
}
