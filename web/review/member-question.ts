import { html } from 'lit'
import type { ComposePanel, PanelMember } from '../../schemas/types.ts'
import { composePanel } from '../api/reviews.ts'
import { t } from '../i18n/review.ts'
import type { Desk } from './desk.ts'
import type { Faults, Question, Written } from './dialog-form.ts'
import { lineField, selectField } from './fields.ts'
import { calledBy, composed, perspectiveNamed } from './seats.ts'

type Proposed = Omit<ComposePanel['members'][number], 'id'>
const PARTS = ['member', 'substitute', 'observer'] as const
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u

/** Adds somebody to the panel, or changes what is known of their place. The others stay as they are. */
export function memberQuestion(desk: Desk, member: PanelMember | null): Question {
  const { review } = desk
  // Adding goes on with the panel as the last answer left it, which the page may not have read yet.
  let members = review.composition.members
  const others = () => members.filter(({ id, part }) => part === 'member' && id !== member?.id)
  const organisations = [...new Set(members.map(({ organisation }) => organisation))].filter(Boolean)
  return {
    label: t(member ? 'member.change' : 'member.add'),
    go: t(member ? 'member.save' : 'member.addGo'),
    ...(member ? {} : { again: 'yes' }),
    fields: (fault) => html`
      ${lineField({ name: 'name', label: t('member.name'), value: member?.name ?? '', maxlength: 120, fault: fault('name') })}
      ${lineField({
        name: 'email',
        type: 'email',
        label: t('member.email'),
        hint: t('member.emailHint'),
        value: member?.email ?? '',
        maxlength: 254,
        fault: fault('email'),
      })}
      ${lineField({
        name: 'organisation',
        label: t('member.organisation'),
        value: member?.organisation ?? '',
        maxlength: 120,
        list: organisations,
        fault: fault('organisation'),
      })}
      ${selectField({
        name: 'perspective',
        label: t('member.perspective'),
        value: member?.perspective ?? '',
        choices: [
          ...(member ? [] : ([['', t('member.choose')]] as const)),
          ...review.perspectives.map(
            ({ id, code }) => [id, `${perspectiveNamed(review, id).name} (${code})`] as const,
          ),
        ],
        fault: fault('perspective'),
      })}
      ${selectField({
        name: 'part',
        label: t('member.part'),
        value: member?.part ?? 'member',
        choices: PARTS.map((part) => [part, t(`member.is.${part}`)]),
      })}
      <div class="for-substitutes">
        ${selectField({
          name: 'substituteFor',
          label: t('member.substituteFor'),
          value: member?.substituteFor ?? '',
          choices: [
            ['', t('member.anybody')],
            ...others().map(
              (each) =>
                [
                  each.id,
                  `${calledBy(review, each)} (${perspectiveNamed(review, each.perspective).code})`,
                ] as const,
            ),
          ],
          fault: fault('substituteFor'),
        })}
      </div>
    `,
    faultsIn: (written) => memberFaults(written, members, member),
    send: async (written) => {
      const name = written('name')
      const to = proposedFrom(written, members)
      members = (await composePanel(review.id, composed(members, { id: member?.id ?? null, to }))).composition
        .members
      return t(member ? 'member.saved' : 'member.added', { name })
    },
  }
}

function memberFaults(written: Written, members: readonly PanelMember[], member: PanelMember | null): Faults {
  const email = written('email').toLowerCase()
  const isTaken = members.some((each) => each.id !== member?.id && each.email?.toLowerCase() === email)
  const replaced = members.find(({ id }) => id === written('substituteFor'))
  const isOther =
    written('part') === 'substitute' && replaced && replaced.perspective !== written('perspective')
  const faults: readonly (readonly [string, boolean, string])[] = [
    ['name', written('name') === '', t('member.fault.name')],
    ['email', !ADDRESS.test(email), t('member.fault.email')],
    ['email', email !== '' && isTaken, t('member.fault.taken')],
    ['organisation', written('organisation') === '', t('member.fault.organisation')],
    ['perspective', written('perspective') === '', t('member.fault.perspective')],
    ['substituteFor', Boolean(isOther), t('member.fault.substitute')],
  ]
  return new Map(faults.filter(([, isSo]) => isSo).map(([name, , words]) => [name, words]))
}

/** The list that the place in it is counted from is the one that goes with it: nobody is taken away here. */
function proposedFrom(written: Written, members: readonly PanelMember[]): Proposed {
  const part = PARTS.find((each) => each === written('part')) ?? 'member'
  const at = members.findIndex(({ id }) => id === written('substituteFor'))
  return {
    name: written('name'),
    email: written('email'),
    organisation: written('organisation'),
    perspective: written('perspective'),
    part,
    substituteFor: part === 'substitute' && at !== -1 ? at : null,
  }
}
