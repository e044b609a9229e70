/*
 * Endings that Swedish puts on nouns, verbs and adjectives, and those that make a noun of a verb ("förflyttning"), so
 * that an act and its name are one. Longest first; a stem of three letters at least is left.
 */
const ENDINGS = [
  ...'ationerna ationer ationen eringarna eringar eringen ering ation erades erade erats erat eras erar era'.split(
    ' ',
  ),
  ...'ningarnas ningarna ningars ningar ningens ningen nings ning'.split(' '),
  ...'ighetens igheterna igheten igheter ighet igaste igare igen iga igt ige ig'.split(' '),
  ...'hetens heterna heten heter hets het'.split(' '),
  ...'arnas ernas ornas anden andet andes ande endet ende arens arna erna orna aren arne aste ades'.split(
    ' ',
  ),
  ...'ade ats are ars ens ers ets ors nas ast ad an ans ar as at en er es et na or orn a e n s'.split(' '),
].sort((one, other) => other.length - one.length)

const SHORTEST_STEM = 3
/** "Servera" goes to "serv", but "era" is no ending in "opera". */
const SHORTEST_BEFORE_FOREIGN = 4
const foreign = /^(?:er|ation)/u
/** The definite of words in a long vowel: miljö, miljön. */
const longVowelN = /[yåäö]n$/u
/** The indefinite that looks like a definite in -an: genomförandeplan. */
const plan = /plan$/u
const ownS = /[stxaeiouyåäö]s$/u
const doubled = /(?:mm|nn)$/u
const foreignC = /c$/u

/** A word of small letters without its ending: sele, selen and selar are one, so are flytta and flyttning. */
export function stemOf(word: string): string {
  const [before = ''] = word.replaceAll('-', '').split(':')
  const ending = ENDINGS.find((each) => before.endsWith(each) && mayGo(before, each))
  const stem = ending === undefined ? before : before.slice(0, -ending.length)
  return stem.replace(doubled, (pair) => pair.charAt(0)).replace(foreignC, 'k')
}

function mayGo(word: string, ending: string): boolean {
  const left = word.length - ending.length
  if (ending === 's') return left > SHORTEST_STEM && !ownS.test(word)
  if (ending === 'n') return left > SHORTEST_STEM && longVowelN.test(word)
  if (ending === 'an') return left >= SHORTEST_STEM && !plan.test(word)
  if (ending.length > 2 && foreign.test(ending) && left < SHORTEST_BEFORE_FOREIGN) return false
  return left >= SHORTEST_STEM
}
