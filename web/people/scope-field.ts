import { html, nothing, type TemplateResult } from 'lit'
import type { ProfileSummary, RegisteredOrganisation, Role, Scope } from '../../schemas/types.ts'
import { ROLES, scopesOf } from '../../server/domain/people/roles.ts'
import { t } from '../i18n/people.ts'
import { selectField } from './fields.ts'
import { asHeading, roleName, scopeName } from './role-in-words.ts'

/** What a role may reach: what there is to choose among. */
export type Reachable = {
  readonly organisations: readonly RegisteredOrganisation[]
  readonly profiles: readonly ProfileSummary[]
}

/** A role that is being chosen; without a role it is none yet. */
export type RoleChoice = { readonly role: Role | ''; readonly kind: Scope['kind']; readonly id: string }

export const NO_ROLE: RoleChoice = { role: '', kind: 'everything', id: '' }

/** Which role, what it means, and how far it reaches; no more is offered than the role can have. */
export function roleFields(
  choice: RoleChoice,
  { organisations, profiles }: Reachable,
  onChange: (choice: RoleChoice) => void,
  { noRole, hint }: { noRole: string; hint?: string },
): TemplateResult {
  const { role, kind, id } = choice
  const kinds = role === '' ? [] : scopesOf(role)
  const there = (each: Scope['kind']): [string, string][] =>
    each === 'organisation'
      ? organisations.map((organisation) => [organisation.id, organisation.name])
      : each === 'profile'
        ? profiles.map((profile) => [profile.id, profile.title])
        : []
  const choose = (next: Partial<RoleChoice>) => {
    const chosen = { ...choice, ...next }
    const isPossible = chosen.role !== '' && scopesOf(chosen.role).includes(chosen.kind)
    const scope = isPossible ? chosen.kind : 'everything'
    const options = there(scope)
    const isThere = options.some(([each]) => each === chosen.id)
    onChange({ role: chosen.role, kind: scope, id: isThere ? chosen.id : (options[0]?.[0] ?? '') })
  }
  return html`${selectField({
    name: 'role',
    label: t('role.label'),
    options: [['', noRole], ...ROLES.map((each) => [each, asHeading(roleName(each))] as const)],
    value: role,
    ...(role === '' ? hint && { hint } : { hint: t(`role.means.${role}`) }),
    onChange: (value) => choose({ role: ROLES.find((each) => each === value) ?? '' }),
  })}
  ${
    kinds.length > 1
      ? html`<fieldset class="choices">
          <legend>${t('role.reachLabel')}</legend>
          ${kinds.map(
            (each) =>
              html`<label class="tick"
                ><input
                  type="radio"
                  name="kind"
                  .value=${each}
                  .checked=${each === kind}
                  ?disabled=${each !== 'everything' && there(each).length === 0}
                  @change=${() => choose({ kind: each })}
                /><span>${asHeading(scopeName(each))}</span></label
              >`,
          )}
        </fieldset>`
      : nothing
  }
  ${
    kind === 'everything'
      ? nothing
      : selectField({
          name: 'scope',
          label: t(`role.which.${kind}`),
          options: there(kind),
          value: id,
          onChange: (value) => choose({ id: value }),
        })
  }`
}

/** The choice as the server takes it, or null when there is none. */
export function chosenRole({ role, kind, id }: RoleChoice): { role: Role; scope: Scope } | null {
  return role === '' ? null : { role, scope: { kind, id: kind === 'everything' ? null : id } }
}
