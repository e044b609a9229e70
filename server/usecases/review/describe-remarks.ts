import type { Remark } from '../../../schemas/types.ts'
import type { PanelText } from '../../domain/review/panel-text.ts'
import { isOutdated, placesIn } from '../../domain/review/remarks.ts'
import { isInside } from '../../domain/review/visibility.ts'
import type { StoredRemark } from '../../storage/review-port.ts'
import type { Readers } from '../../storage/storage.ts'
import { hidesPositions, namesAt, type Case } from './find-review.ts'

/**
 * The remarks that the asker may see. While what members say is hidden, the others on the panel see their own only, and
 * those who are to answer them see what is said but not by whom.
 */
export async function describeRemarks(stores: Readers, found: Case, text: PanelText): Promise<Remark[]> {
  const { review, members, me, standpoint } = found
  const hidden = hidesPositions(found)
  const answers = standpoint.may('settleRemarks')
  const inside = isInside(standpoint)
  const remarks = (await stores.reviews.remarks(review.id)).filter(
    ({ memberId, withdrawnAt }) => memberId === me?.id || (withdrawnAt === null && (!hidden || answers)),
  )
  const authors = new Map(members.map((member) => [member.id, member]))
  const names = await namesAt(stores, members)
  const places = placesIn(text)
  return remarks.map((remark) => {
    const author = authors.get(remark.memberId)
    const isMine = remark.memberId === me?.id
    const place = places.get(remark.anchor.itemId ?? '')
    return {
      id: remark.id,
      perspective: author?.perspective ?? null,
      author: (isMine || (inside && !hidden)) && author ? (names.get(author.id) ?? null) : null,
      isMine,
      anchor: remark.anchor,
      number: place?.number ?? '',
      partId: place?.partId ?? null,
      isOutdated: isOutdated(remark.anchor, place),
      text: remark.text,
      proposal: remark.proposal,
      at: remark.at,
      round: remark.round,
      withdrawnAt: remark.withdrawnAt,
      disposition: told(remark.disposition),
    }
  })
}

function told(disposition: StoredRemark['disposition']): Remark['disposition'] {
  if (!disposition) return null
  const { by: _by, isChanged: _changed, ...rest } = disposition
  return rest
}
