/** Queues by name: whoever enters a lane waits until the one before has left it. */
export class Lanes {
  readonly #last = new Map<string, Promise<void>>();

  enter(name: string): { readonly turn: Promise<void>; readonly leave: () => void } {
    const turn = this.#last.get(name) ?? Promise.resolve();
    let open = () => {};
    const opened = new Promise<void>((resolve) => (open = resolve));
    const left = turn.then(() => opened);
    this.#last.set(name, left);
    const leave = () => {
      open();
      // The last one out leaves nothing behind.
      if (this.#last.get(name) === left) this.#last.delete(name);
    };
    return { turn, leave };
  }
}
