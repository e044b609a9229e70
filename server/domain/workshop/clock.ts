import type { Clock, WorkshopConduct } from '../../../schemas/types.ts'

const MINUTE = 60_000

/** Milliseconds left at that time; below zero when it has run out. */
export function leftOf(clock: Clock, now: Date): number {
  return clock.endsAt === null ? (clock.leftMs ?? 0) : Date.parse(clock.endsAt) - now.getTime()
}

export function startClock(minutes: number, now: Date): Clock | null {
  if (minutes <= 0) return null
  return { ofMs: minutes * MINUTE, endsAt: after(now, minutes * MINUTE), leftMs: null }
}

/** A clock that stands still already goes on standing still. */
function pauseClock(clock: Clock, now: Date): Clock {
  return { ...clock, endsAt: null, leftMs: Math.max(0, leftOf(clock, now)) }
}

function resumeClock(clock: Clock, now: Date): Clock {
  return clock.endsAt === null ? { ...clock, endsAt: after(now, clock.leftMs ?? 0), leftMs: null } : clock
}

/** More time: from now on when it has run out already. */
function addMinutes(clock: Clock, minutes: number, now: Date): Clock {
  const left = Math.max(0, leftOf(clock, now)) + minutes * MINUTE
  const ofMs = Math.max(clock.ofMs, left)
  return clock.endsAt === null
    ? { ofMs, endsAt: null, leftMs: left }
    : { ofMs, endsAt: after(now, left), leftMs: null }
}

type ClockAct =
  { readonly act: 'start' | 'add'; readonly minutes: number } | { readonly act: 'pause' | 'resume' | 'stop' }

/** What a facilitator does with the clock. Without a clock there is nothing to pause, and more time starts one. */
export function setClock(clock: WorkshopConduct['clock'], command: ClockAct, now: Date): Clock | null {
  if (command.act === 'stop') return null
  if (command.act === 'start') return startClock(command.minutes, now)
  if (!clock) return command.act === 'add' ? startClock(command.minutes, now) : null
  if (command.act === 'add') return addMinutes(clock, command.minutes, now)
  return command.act === 'pause' ? pauseClock(clock, now) : resumeClock(clock, now)
}

/** `new Date(…)` of a number reads no clock; the domain is given what time it is. */
function after(now: Date, ms: number): string {
  const then = new Date(now.getTime() + ms)
  return then.toISOString()
}
