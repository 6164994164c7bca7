import { expect, test } from "vitest";
import { loadConfig } from "#src/config.ts";
import { readHouseMail } from "./mail-server.ts";
import { createPostOffice } from "./post-office.ts";

const letter = {
  id: "0192f0c1-2345-7abc-8def-0123456789ab",
  to: "reader@home.example",
  subject: "Tea",
  text: "Tea",
  html: "<p>Tea</p>",
  language: "en",
  unsubscribeUrl: null,
  replyTo: null,
  fromName: null,
};

const readWay = (smtpUrl: string) => readHouseMail({ smtpUrl, from: "a@tea.example" }).security;

test("SMTP_URL and MAIL_FROM say which server, how it is spoken with, and who writes", () => {
  const from = "Чайная «Самовар» <letters@чай.рф>";
  expect(readHouseMail({ smtpUrl: "smtps://u%40x:p%2F%3A@smtp.tea.example", from })).toEqual({
    host: "smtp.tea.example",
    port: 465,
    security: "tls",
    user: "u@x",
    password: "p/:",
    from: "letters@xn--80as4b.xn--p1ai",
    fromName: "Чайная «Самовар»",
  });
  expect(readWay("smtp://smtp.tea.example")).toBe("offered");
  expect(readWay("smtp://u:p@smtp.tea.example:2525"), "no password in the clear").toBe("starttls");
  expect(readWay("smtp://u:p@127.0.0.1:2525")).toBe("offered");
});

test.each([
  [{ SMTP_URL: "smtp.tea.example" }, 'SMTP_URL="smtp.tea.example" must look like smtp://'],
  [{ SMTP_URL: "https://tea.example", MAIL_FROM: "a@tea.example" }, "must look like smtp://"],
  [{ SMTP_URL: "smtp://u:100%@tea.example", MAIL_FROM: "a@tea.example" }, "must look like smtp://"],
  [{ SMTP_URL: "smtp://tea.example" }, "MAIL_FROM is missing"],
  [{ MAIL_FROM: "a@tea.example" }, "SMTP_URL is missing"],
  [{ SMTP_URL: "smtp://tea.example", MAIL_FROM: "Tea house" }, 'MAIL_FROM="Tea house" must be an address'],
  [{ SMTP_URL: "smtp://tea.example", MAIL_FROM: "a@b.example\r\nBcc: c@d.example" }, "must be an address"],
])("the environment %j is refused with its remedy", (environment, words) => {
  expect(() => loadConfig(environment)).toThrow(words);
});

test("an owner's server is spoken with on the internet only, unless the house is one where everybody is trusted", async () => {
  const office = createPostOffice({ mail: undefined, allowPrivateAddresses: false, now: () => new Date() });
  for (const host of ["127.0.0.1", "localhost", "169.254.169.254", "::1"]) {
    const server = {
      host,
      port: 25,
      security: "none" as const,
      user: "",
      password: "",
      from: "a@tea.example",
      fromName: "",
    };
    expect(await office.send(server, letter)).toEqual({
      outcome: "silent",
      reply: `${host} leads to no public address`,
    });
  }
});
