import { CardContent, CardTemplate } from "@samovar/repair";
import { expect, test } from "vitest";
import { createCardPrinter, type PrintOrder } from "./card-printer.ts";

const order = (title: string): PrintOrder => ({
  look: CardTemplate.parse({}),
  content: CardContent.parse({ title }),
  assets: {},
});

test("who asks for the same card gets the same drawing", async () => {
  const printer = createCardPrinter();
  let ordered = 0;
  const ask = () =>
    printer.print("tea", async () => {
      ordered += 1;
      return order("Tea");
    });
  const [one, other] = await Promise.all([ask(), ask()]);
  expect(other).toBe(one);
  expect(ordered).toBe(1);
});

test("no more are drawn at once than may be, and a failed one leaves its place to the next", async () => {
  const printer = createCardPrinter({ atOnce: 2 });
  let drawing = 0;
  let most = 0;
  const prints = Array.from({ length: 8 }, (_, index) =>
    printer.print(String(index), async () => {
      drawing += 1;
      most = Math.max(most, drawing);
      await Promise.resolve();
      drawing -= 1;
      if (index === 1) throw new Error("no such file");
      return order(`Tea ${index}`);
    }),
  );
  const done = await Promise.allSettled(prints);
  expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(7);
  expect(most).toBeLessThanOrEqual(2);
});

test("where too many wait, the next is told to come again", async () => {
  const printer = createCardPrinter({ atOnce: 1, waiting: 1 });
  const first = printer.print("1", async () => order("1"));
  const second = printer.print("2", async () => order("2"));
  await expect(printer.print("3", async () => order("3"))).rejects.toMatchObject({
    code: "limit_reached",
    retryAfterSeconds: 5,
  });
  await Promise.all([first, second]);
  expect((await printer.print("3", async () => order("3"))).notes).toEqual([]);
});
