import { TOTP } from "otpauth";
import type { Page } from "playwright-core";
import { test } from "vitest";
import { plugInAuthenticator } from "./authenticator.ts";
import { startChromium } from "./browser.ts";
import { startHouse } from "./house.ts";
import { field, goTo, owner, setUpHouse } from "./owner.ts";
import { wordsIn } from "./words.ts";
import { onTestFinished } from "vitest";

const say = wordsIn("en");

test("an owner signs in by a passkey, and after turning it on by a code from an app", async () => {
  const held = new AsyncDisposableStack();
  onTestFinished(() => held.disposeAsync());
  const chromium = held.use(await startChromium());
  const house = held.use(await startHouse());
  const page = await (await chromium.open()).newPage();
  await setUpHouse(page, house.url);
  await plugInAuthenticator(page);

  await goTo(page, "/settings/account");
  await page.getByRole("button", { name: say("account.addPasskey") }).click();
  await page
    .getByRole("list", { name: say("account.passkeys") })
    .getByRole("listitem")
    .waitFor();
  await signOut(page);
  await page.getByRole("button", { name: say("signIn.passkey") }).click();
  await page.waitForURL(/\/admin\/?$/);

  const totp = await turnOnSecondFactor(page);
  await signOut(page);
  await field(page, say("person.email")).fill(owner.email);
  await field(page, say("person.password")).fill(owner.password);
  await page.getByRole("button", { name: say("signIn.submit"), exact: true }).click();
  await page.getByRole("textbox", { name: say("signIn.digit", { number: 1 }) }).click();
  await page.keyboard.type(totp.generate());
  await page.waitForURL(/\/admin\/?$/);
});

async function turnOnSecondFactor(page: Page): Promise<TOTP> {
  await goTo(page, "/settings/account");
  await page.getByRole("button", { name: say("account.turnOn") }).click();
  const dialog = page.getByRole("dialog");
  await field(dialog, say("account.currentPassword")).fill(owner.password);
  await dialog.getByRole("button", { name: say("action.next") }).click();
  const secret = await dialog.locator("code").first().innerText();
  const totp = new TOTP({ secret });
  await field(dialog, say("account.codeFromApp")).fill(totp.generate());
  await dialog.getByRole("button", { name: say("account.turnOn") }).click();
  await dialog.waitFor({ state: "hidden" });
  return totp;
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: new RegExp(owner.name) }).click();
  await page.getByRole("menuitem", { name: say("userMenu.signOut") }).click();
  await page.waitForURL(/\/admin\/sign-in/);
}
