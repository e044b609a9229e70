import type { Block } from './blocks.ts'
import {
  counted,
  duration,
  link,
  needed,
  paragraph,
  saidInLines,
  type Occasion,
  type Written,
} from './mail-parts.ts'
import { mailText } from './texts.ts'

/** Values: `address`, and for how many `minutes` it opens. */
export function signInLink({ locale, installation, values }: Occasion): Written {
  const time = duration(locale, counted(values, 'minutes'))
  return {
    subject: mailText(locale, 'signInLink.subject', { installation }),
    blocks: [
      paragraph(mailText(locale, 'signInLink.lead', { installation })),
      link(locale, mailText(locale, 'signInLink.action'), needed(values, 'address')),
      paragraph(mailText(locale, 'signInLink.confirm')),
      paragraph(mailText(locale, 'signInLink.ends', { time })),
      paragraph(mailText(locale, 'signInLink.keep')),
      paragraph(mailText(locale, 'signInLink.unasked')),
    ],
  }
}

/** Values: `address`, and for how many `hours` it opens. */
export function invitation({ locale, installation, values }: Occasion): Written {
  const time = duration(locale, 60 * counted(values, 'hours'))
  return {
    subject: mailText(locale, 'invitation.subject', { installation }),
    blocks: [
      paragraph(mailText(locale, 'invitation.lead', { installation })),
      link(locale, mailText(locale, 'invitation.action'), needed(values, 'address')),
      paragraph(mailText(locale, 'invitation.confirm')),
      paragraph(mailText(locale, 'invitation.ends', { time })),
      paragraph(mailText(locale, 'invitation.keep')),
      paragraph(mailText(locale, 'invitation.unasked')),
    ],
  }
}

/** Value: `rights`, a line for each role that the person has now, empty for none. */
export function rightsChanged({ locale, installation, baseUrl, values }: Occasion): Written {
  const rights = saidInLines(values, 'rights')
  const some: readonly Block[] = [
    paragraph(mailText(locale, 'rightsChanged.lead', { installation })),
    { kind: 'list', items: rights },
    link(locale, mailText(locale, 'rightsChanged.action', { installation }), `${baseUrl}/verkstad`),
    paragraph(mailText(locale, 'rightsChanged.again')),
  ]
  const none = [paragraph(mailText(locale, 'rightsChanged.nothing', { installation }))]
  return {
    subject: mailText(locale, 'rightsChanged.subject', { installation }),
    blocks: [...(rights.length > 0 ? some : none), paragraph(mailText(locale, 'rightsChanged.wonder'))],
  }
}

export function testMail({ locale, installation }: Occasion): Written {
  return {
    subject: mailText(locale, 'test.subject', { installation }),
    blocks: [paragraph(mailText(locale, 'test.lead', { installation }))],
  }
}
