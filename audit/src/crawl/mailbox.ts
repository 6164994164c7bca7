/** What several workers tell one reader, in the order in which it happened. */
export class Mailbox<Message> {
  readonly #waiting: Message[] = [];
  #reader: ((message: Message) => void) | undefined;

  put(message: Message): void {
    const reader = this.#reader;
    this.#reader = undefined;
    if (reader) reader(message);
    else this.#waiting.push(message);
  }

  /** One reader at a time. */
  take(): Promise<Message> {
    const [message] = this.#waiting.splice(0, 1);
    return message === undefined
      ? new Promise((resolve) => {
          this.#reader = resolve;
        })
      : Promise.resolve(message);
  }
}
