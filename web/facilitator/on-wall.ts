import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { stayAwake } from './stay-awake.ts'

/** Buttons are for whoever stands at the computer, not for the wall. */
const BUTTONS_HIDE_MS = 3_000
const LOOK_MS = 1_000
const SIGNS_OF_LIFE = ['pointermove', 'keydown', 'focusin'] as const

/** A page that a room looks at: awake, drawn anew as the clock goes, and with its buttons away when nobody is at the computer. */
export class OnWall implements ReactiveController {
  hasButtons = true
  #sleep: (() => void) | undefined
  #clock: ReturnType<typeof setInterval> | undefined
  #hiding: ReturnType<typeof setTimeout> | undefined
  readonly #host: ReactiveControllerHost

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    this.#sleep = stayAwake()
    this.#clock = setInterval(() => this.#host.requestUpdate(), LOOK_MS)
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, this.#showButtons)
    this.#showButtons()
  }

  hostDisconnected(): void {
    this.#sleep?.()
    clearInterval(this.#clock)
    clearTimeout(this.#hiding)
    for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, this.#showButtons)
    document.documentElement.classList.remove('wa-dark', 'wa-light')
  }

  readonly #showButtons = () => {
    this.#show(true)
    clearTimeout(this.#hiding)
    this.#hiding = setTimeout(() => this.#show(false), BUTTONS_HIDE_MS)
  }

  #show(hasButtons: boolean): void {
    if (this.hasButtons === hasButtons) return
    this.hasButtons = hasButtons
    this.#host.requestUpdate()
  }

  readonly toggleFull = () =>
    document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()

  /** What the room needs depends on its lamps, not on what the computer's owner likes. */
  readonly toggleGround = () => {
    const { classList } = document.documentElement
    const wishes = matchMedia('(prefers-color-scheme: dark)').matches
    const isDark = classList.contains('wa-dark') || (wishes && !classList.contains('wa-light'))
    classList.toggle('wa-dark', !isDark)
    classList.toggle('wa-light', isDark)
  }
}
