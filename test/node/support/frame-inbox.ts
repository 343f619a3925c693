/** Keeps the frames that came until a test asks for them. */
export class FrameInbox<Frame extends { readonly type: string }> {
  readonly #frames: Frame[] = []
  #wake = () => {}

  put(frame: Frame): void {
    this.#frames.push(frame)
    this.wake()
  }

  /** Has whoever waits look again. */
  wake(): void {
    this.#wake()
  }

  /**
   * The first frame of this type that was not taken yet, once it is there.
   *
   * @param look - Called before each look, for what makes waiting useless: then it throws.
   */
  async next<Type extends Frame['type']>(
    type: Type,
    look = (): void => {},
  ): Promise<Extract<Frame, { type: Type }>> {
    const is = (frame: Frame): frame is Extract<Frame, { type: Type }> => frame.type === type
    for (;;) {
      look()
      const found = this.#frames.find(is)
      if (found) {
        this.#frames.splice(this.#frames.indexOf(found), 1)
        return found
      }
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }
}
