import type { GrantedRole, Role, Scope } from '../../schemas/types.ts'
import { t } from '../i18n/people.ts'

/** A role and how far it reaches: redaktör för Vårdförbundet. */
export function roleInWords({
  role,
  scope,
  reaches,
}: Pick<GrantedRole, 'role' | 'scope' | 'reaches'>): string {
  return t(`role.reach.${scope.kind}`, { role: roleName(role), reaches: reaches ?? t('role.gone') })
}

export function roleName(role: Role): string {
  return t(`role.names.${role}`)
}

/** How far, where only the kind is known. */
export function scopeName(kind: Scope['kind']): string {
  return t(`role.scopes.${kind}`)
}

/** With a capital, where it begins a line. */
export function asHeading(words: string): string {
  return words.charAt(0).toLocaleUpperCase('sv') + words.slice(1)
}
