const TONES_HZ = [587, 440] as const
const APART_S = 0.45
const LASTS_S = 1.6
/** A quarter of the way: it is heard in a room where people talk, and startles nobody. */
const LOUDNESS = 0.22

/** The sound when the time is out: two soft tones. Browsers let a page sound only after somebody has touched it. */
export class Chime {
  #context: AudioContext | null = null

  get isOn(): boolean {
    return this.#context !== null
  }

  /** On, and heard once; or off. */
  async toggle(): Promise<void> {
    if (this.#context) return this.silence()
    this.#context = new AudioContext()
    await this.#context.resume()
    this.sound()
  }

  async silence(): Promise<void> {
    const context = this.#context
    this.#context = null
    await context?.close()
  }

  sound(): void {
    const context = this.#context
    if (!context) return
    for (const [at, hertz] of TONES_HZ.entries()) {
      const from = context.currentTime + 0.05 + at * APART_S
      const tone = new OscillatorNode(context, { frequency: hertz })
      const volume = new GainNode(context, { gain: 0 })
      volume.gain.setValueAtTime(0, from)
      volume.gain.linearRampToValueAtTime(LOUDNESS, from + 0.04)
      volume.gain.exponentialRampToValueAtTime(0.0001, from + LASTS_S)
      tone.connect(volume).connect(context.destination)
      tone.start(from)
      tone.stop(from + LASTS_S)
    }
  }
}
