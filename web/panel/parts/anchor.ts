import { nothing } from 'lit'
import type { MemberDesk, RemarkAnchor, ReviewItem, ReviewPart } from '../../../schemas/types.ts'
import { t } from '../../i18n/panel.ts'

type Named = Pick<ReviewItem, 'id' | 'kind' | 'number'>

/** What a part is called where it is one of several: 4 Transfers; the profile's own has a name of ours. */
export function partName({ number, title }: Pick<ReviewPart, 'number' | 'title'>): string {
  return number === '' ? t('part.own') : `${number} ${title}`
}

/** The language of that name: modules are named by their authors. */
export function languageOfName({ number }: Pick<ReviewPart, 'number'>): 'sv' | typeof nothing {
  return number === '' ? nothing : 'sv'
}

/** The short name of a part within a sentence: module 4. */
export function partInShort({ number }: Pick<ReviewPart, 'number'>): string {
  return number === '' ? t('part.ownInShort') : t('part.module', { number })
}

/** What an item is: kriterium 4.3 b. */
export function itemName({ kind, number }: Named): string {
  return number === '' || kind === 'frame' ? t(`kind.${kind}`) : `${t(`kind.${kind}`)} ${number}`
}

/** What a remark or an answer is about, by name. */
export function anchorName(
  { parts }: MemberDesk['text'],
  { scope, itemId }: Pick<RemarkAnchor, 'scope' | 'itemId'>,
): string {
  if (scope === 'whole') return t('anchor.whole')
  for (const part of parts) {
    if (scope === 'part' && part.id === itemId) return partName(part)
    const item = part.items.find(({ id }) => id === itemId)
    if (item)
      return item.kind === 'criterion' || item.kind === 'outcome'
        ? itemName(item)
        : `${itemName(item)}, ${partInShort(part)}`
  }
  return t('anchor.gone')
}
