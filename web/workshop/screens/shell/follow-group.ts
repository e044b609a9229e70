import type { Phase } from '../../../../schemas/types.ts'

/** Where somebody is among the phases, beside the group. */
export type Whereabouts = {
  /** The phase on the screen. */
  readonly shown: Phase
  /** The phase that the group is in. */
  readonly group: Phase
  /** The group has gone on while this person was writing: they are told, and finish their sentence. */
  readonly isBehind: boolean
}

export function startWith(group: Phase): Whereabouts {
  return { shown: group, group, isBehind: false }
}

/** The facilitator has moved all: everybody is moved, but for those who are in the middle of a text. */
export function groupMoved(at: Whereabouts, group: Phase, isBusy: boolean): Whereabouts {
  if (group === at.group) return at
  if (isBusy && at.shown !== group) return { shown: at.shown, group, isBehind: true }
  return startWith(group)
}

/** Somebody looks at a phase by themselves. */
export function lookAt(at: Whereabouts, shown: Phase): Whereabouts {
  return { shown, group: at.group, isBehind: false }
}

/** The text has been left: whoever was behind comes along. */
export function writingLeft(at: Whereabouts): Whereabouts {
  return at.isBehind ? startWith(at.group) : at
}

/** Whether somebody is in the middle of a text: a field with words in it has the focus. */
export function isWriting(active: Element | null): boolean {
  const isField =
    active instanceof HTMLTextAreaElement ||
    (active instanceof HTMLInputElement && !['radio', 'checkbox'].includes(active.type))
  return isField && active.value.trim() !== ''
}
