import {
  type Card,
  type CardAssets,
  type CardContent,
  type CardTemplate,
  createCardRenderer,
} from "@samovar/repair";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";

/** All that a card is drawn from. */
export interface PrintOrder {
  readonly look: CardTemplate;
  readonly content: CardContent;
  readonly assets: CardAssets;
}

/** Draws cards on threads beside the one that answers. */
export interface CardPrinter {
  /**
   * Draws what `order` gives. Whoever asks for the same key meanwhile gets the same card, and no more than a few are
   * drawn at once: others wait. Throws `limit_reached` when too many wait already.
   */
  readonly print: (key: string, order: () => Promise<PrintOrder>) => Promise<Card>;
}

interface Bounds {
  readonly atOnce?: number;
  readonly waiting?: number;
}

/** A card takes about 15 ms of one core: a hundred waiting ones are served within a second. */
export function createCardPrinter({ atOnce = 2, waiting = 100 }: Bounds = {}): CardPrinter {
  const renderer = createCardRenderer();
  const printing = new Map<string, Promise<Card>>();
  const queue: (() => void)[] = [];
  let busy = 0;

  async function takeTurn(): Promise<void> {
    if (busy < atOnce) busy += 1;
    else if (queue.length >= waiting) throw tooMany(queue.length);
    else await new Promise<void>((resolve) => queue.push(resolve)); // the turn is handed over, so `busy` stays
  }

  function passTurn(): void {
    const next = queue.shift();
    if (next) next();
    else busy -= 1;
  }

  async function draw(order: () => Promise<PrintOrder>): Promise<Card> {
    await takeTurn();
    try {
      const { look, content, assets } = await order();
      return await renderer.renderCard(look, content, assets);
    } finally {
      passTurn();
    }
  }

  return {
    print(key, order) {
      const running = printing.get(key);
      if (running) return running;
      const card = draw(order).finally(() => printing.delete(key));
      printing.set(key, card);
      return card;
    },
  };
}

const tooMany = (count: number) =>
  new Problem("limit_reached", say`${count} card images wait to be drawn already`, {
    hint: say`Ask again in a few seconds`,
    retryAfterSeconds: 5,
  });
