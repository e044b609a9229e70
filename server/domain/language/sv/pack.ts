import { buildPack } from '../pack.ts'
import discrimination from './discrimination.json' with { type: 'json' }
import grammar from './grammar.json' with { type: 'json' }
import guidance from './guidance.json' with { type: 'json' }
import levels from './levels.json' with { type: 'json' }
import moduleTitles from './module-titles.json' with { type: 'json' }
import protectedTitles from './protected-titles.json' with { type: 'json' }
import qualifiers from './qualifiers.json' with { type: 'json' }
import stems from './stems.json' with { type: 'json' }
import suitability from './suitability.json' with { type: 'json' }
import terms from './terms.json' with { type: 'json' }
import vague from './vague.json' with { type: 'json' }
import verbs from './verbs.json' with { type: 'json' }
import { readSwedishWords } from './words.ts'

/** Swedish, as criteria are written in it. Another language is another folder beside this one. */
export const swedish = buildPack(
  {
    verbs,
    levels,
    grammar,
    stems,
    vague,
    qualifiers,
    guidance,
    terms,
    suitability,
    discrimination,
    moduleTitles,
    protectedTitles,
  },
  readSwedishWords,
)
