import type { Module, ModuleReading } from '../../../schemas/types.ts'
import { addMeasures, bandOf, lixOf, measureWords, type Measure } from './lix.ts'
import { readSwedishWords } from './sv/words.ts'

/** Counts, words and LIX of a module, over its outcomes and criteria. */
export function readModule(module: Module): ModuleReading {
  const measures = module.outcomes.flatMap((outcome) => [outcome, ...outcome.criteria].map(measureOf))
  return readingOf(module, measures)
}

/** The reading of a module whose outcomes and criteria have been measured. */
export function readingOf({ id, outcomes }: Module, measures: readonly Measure[]): ModuleReading {
  const measure = addMeasures(measures)
  const lix = lixOf(measure)
  return {
    moduleId: id,
    outcomes: outcomes.length,
    criteria: measures.length - outcomes.length,
    words: measure.words,
    lix,
    band: bandOf(lix),
  }
}

type Item = { readonly text: string }
/** Measured once per item; an item with another text is measured again. */
const measured = new WeakMap<Item, { readonly text: string; readonly measure: Measure }>()

function measureOf(item: Item): Measure {
  const before = measured.get(item)
  if (before?.text === item.text) return before.measure
  const measure = measureWords(readSwedishWords(item.text))
  measured.set(item, { text: item.text, measure })
  return measure
}
